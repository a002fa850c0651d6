export default {
  heading: 'Movements and campaigns',
  empty: 'No campaigns yet.',
  'view-failed': 'The list could not be loaded in full. Please reload the page.',
};

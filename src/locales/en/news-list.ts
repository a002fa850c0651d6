export default {
  heading: 'Latest news',
  empty: 'No news yet.',
  'view-failed': 'The list could not be loaded completely. Please reload the page.',
};

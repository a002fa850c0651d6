export default {
  further: 'Show more',
  loading: 'Loading…',
  failed: 'The next part could not be loaded. Please try again.',
};

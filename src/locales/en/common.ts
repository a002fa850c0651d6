export default {
  loading: 'Loading…',
  empty: 'Nothing here yet.',
};

export default {
  heading: 'Latest news',
  empty: 'No news yet.',
  play: 'Start the ticker',
  pause: 'Pause the ticker',
};

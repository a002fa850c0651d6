export default {
  play: 'Start the ticker',
  pause: 'Pause the ticker',
  new: 'New',
  all: 'See all',
  'no-date': 'Date unknown',
};

export default {
  play: 'Start automatic rotation',
  pause: 'Stop automatic rotation',
  previous: 'Previous banner',
  next: 'Next banner',
  choose: 'Choose a banner',
  'go-to': 'Go to banner {index} of {total}',
};

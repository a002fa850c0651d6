export default {
  carousel: 'carousel',
  slide: 'slide',
  position: '{index} of {total}',
  'position-named': '{index} of {total}: {name}',
  play: 'Start automatic rotation',
  pause: 'Stop automatic rotation',
  previous: 'Previous banner',
  next: 'Next banner',
  choose: 'Choose a banner',
  'go-to': 'Go to banner {index} of {total}',
};

import type { BannerRotatorKey } from '../banner-rotator.js';
import type { Wordings } from '../strings.js';

export default {
  heading: 'Banners',
  empty: 'No banners yet.',
  carousel: 'carousel',
  slide: 'slide',
  position: '{index} of {total}',
  'position-named': '{index} of {total}: {name}',
  unnamed: 'Banner {index}',
  play: 'Start automatic rotation',
  pause: 'Stop automatic rotation',
  previous: 'Previous banner',
  next: 'Next banner',
  choose: 'Choose a banner',
  'go-to': 'Go to banner {index} of {total}',
} satisfies Wordings<BannerRotatorKey>;

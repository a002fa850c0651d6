export default {
  heading: 'Banners',
  empty: 'No banners yet.',
  carousel: 'carousel',
  slide: 'slide',
  position: '{index} of {total}',
  'position-named': '{index} of {total}: {name}',
  unnamed: 'Banner {index}',
  advertisement: 'Advertisement',
};

export default {
  heading: 'Banners',
  empty: 'No banners yet.',
  unnamed: 'Banner {index}',
  advertisement: 'Advertisement',
};

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Biểu ngữ',
  empty: 'Chưa có biểu ngữ nào.',
  unnamed: 'Biểu ngữ {index}',
  advertisement: 'Quảng cáo',
};

export type BannerRotatorKey = keyof typeof vi;

export const bannerRotatorStrings: StringTable<BannerRotatorKey> = defineStrings(
  vi,
  () => import('./en/banner-rotator.js'),
);

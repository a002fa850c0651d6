import { defineStrings, type StringTable } from './strings.js';

const vi = {
  carousel: 'băng chuyền',
  slide: 'biểu ngữ',
  position: '{index} trên {total}',
  'position-named': '{index} trên {total}: {name}',
  play: 'Tự động chuyển biểu ngữ',
  pause: 'Dừng tự động chuyển biểu ngữ',
  previous: 'Biểu ngữ trước',
  next: 'Biểu ngữ sau',
  choose: 'Chọn biểu ngữ',
  'go-to': 'Đến biểu ngữ {index} trên {total}',
};

export type BannerControlsKey = keyof typeof vi;

/** What the buttons of a rotator say: they come after the first banner. */
export const bannerControlsStrings: StringTable<BannerControlsKey> = defineStrings(
  vi,
  () => import('./en/banner-controls.js'),
);

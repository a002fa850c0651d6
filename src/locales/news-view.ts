import { defineStrings, type StringTable } from './strings.js';

const vi = {
  play: 'Cho tin chạy',
  pause: 'Dừng tin chạy',
  new: 'Mới',
  all: 'Xem tất cả',
  'no-date': 'Không rõ ngày',
};

export type NewsViewKey = keyof typeof vi;

/** What comes with the part that draws news. */
export const newsViewStrings: StringTable<NewsViewKey> = defineStrings(vi, () => import('./en/news-view.js'));

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Tin mới',
  empty: 'Chưa có tin nào.',
  play: 'Cho tin chạy',
  pause: 'Dừng tin chạy',
};

export type NewsListKey = keyof typeof vi;

export const newsListStrings: StringTable<NewsListKey> = defineStrings(vi, () => import('./en/news-list.js'));

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Tin mới',
  empty: 'Chưa có tin nào.',
  'view-failed': 'Không tải được đầy đủ danh sách. Xin tải lại trang.',
};

export type NewsListKey = keyof typeof vi;

export const newsListStrings: StringTable<NewsListKey> = defineStrings(vi, () => import('./en/news-list.js'));

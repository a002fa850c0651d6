import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Thống kê truy cập',
  empty: 'Chưa có số liệu truy cập.',
  online: 'Đang online',
  today: 'Hôm nay',
  yesterday: 'Hôm qua',
  week: 'Trong tuần',
  month: 'Trong tháng',
  year: 'Trong năm',
  total: 'Tất cả',
  unknown: 'chưa có số liệu',
  'as-of': 'Số liệu lúc {time}',
};

export type AccessCounterKey = keyof typeof vi;

export const accessCounterStrings: StringTable<AccessCounterKey> = defineStrings(
  vi,
  () => import('./en/access-counter.js'),
);

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  chart: 'Lượt truy cập {count} ngày qua',
  'chart-day': 'Ngày',
  'chart-visits': 'Lượt truy cập',
  'chart-today': '{date} (hôm nay)',
  'chart-most': 'cao nhất: {count}',
};

export type AccessChartKey = keyof typeof vi;

export const accessChartStrings: StringTable<AccessChartKey> = defineStrings(vi, () => import('./en/access-chart.js'));

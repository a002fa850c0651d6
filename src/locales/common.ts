import { defineStrings, type StringTable } from './strings.js';

const vi = {
  loading: 'Đang tải…',
  empty: 'Chưa có nội dung.',
};

export type CommonKey = keyof typeof vi;

/** What every widget may have to say. */
export const commonStrings: StringTable<CommonKey> = defineStrings(vi, () => import('./en/common.js'));

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  further: 'Xem thêm',
  loading: 'Đang tải…',
  failed: 'Không tải được phần tiếp theo. Xin thử lại.',
};

export type FurtherKey = keyof typeof vi;

/** What stands where a feed goes on. */
export const furtherStrings: StringTable<FurtherKey> = defineStrings(vi, () => import('./en/further.js'));

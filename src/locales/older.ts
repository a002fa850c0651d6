import { defineStrings, type StringTable } from './strings.js';

const vi = {
  more: 'Tải thêm văn bản cũ hơn',
  'more-loading': 'Đang tải…',
  'more-failed': 'Không tải thêm được. Xin kiểm tra kết nối rồi thử lại.',
  'more-unseen': 'Mới tìm trong {count} văn bản đã tải.',
  'all-older': 'Tải tất cả văn bản cũ hơn',
  'all-older-stop': 'Dừng tải',
  'all-older-loading': 'Đã có {count} văn bản, đang tải tiếp…',
  'all-older-stopped': 'Đã dừng ở {count} văn bản. Có thể tải tiếp.',
  'all-older-failed':
    'Mới tải được {count} văn bản, những văn bản này vẫn xem được. Xin kiểm tra kết nối rồi bấm “{button}” để tải tiếp.',
  'all-older-done': 'Đã tải xong {count} văn bản.',
  seeking: 'Đang tìm văn bản “{item}”: chưa thấy trong {count} văn bản, đang tải tiếp…',
  'seek-stop': 'Dừng tìm',
  'seek-on': 'Tìm tiếp',
  'seek-stopped': 'Đã dừng tìm văn bản “{item}”: chưa thấy trong {count} văn bản đã tải.',
  'seek-failed':
    'Không tải tiếp được; chưa thấy văn bản “{item}” trong {count} văn bản đã tải. Xin kiểm tra kết nối rồi bấm “{button}”.',
};

export type OlderKey = keyof typeof vi;

/** What stands below a list of documents where its feed goes on. */
export const olderStrings: StringTable<OlderKey> = defineStrings(vi, () => import('./en/older.js'));

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Văn bản chỉ đạo điều hành',
  empty: 'Chưa có văn bản nào.',
  'not-found': 'Không tìm thấy văn bản “{item}”. Xin chọn trong danh sách dưới đây.',
  'text-failed': 'Không mở được toàn văn. Xin tải lại trang, hoặc mở trang gốc hay tệp đính kèm nếu có.',
  count: '{count} văn bản',
  page: 'Trang {page} trên {pages}',
  pages: 'Các trang danh sách',
  previous: 'Trang trước',
  next: 'Trang sau',
  number: 'Số',
  issued: 'Ngày ban hành',
  notYet: 'Chưa có hiệu lực',
  inForce: 'Còn hiệu lực',
  partial: 'Hết hiệu lực một phần',
  expired: 'Hết hiệu lực',
  published: 'Ngày đăng',
  search: 'Tìm văn bản',
  filter: 'Lọc và sắp xếp',
  found: '{count} văn bản phù hợp',
  searching: '{count} văn bản phù hợp, đang tìm tiếp ({percent}%)',
  none: 'Không có văn bản nào phù hợp. Xin thử ít từ hơn hoặc bỏ bớt điều kiện lọc.',
  'search-failed': 'Không tải được phần tìm kiếm. Xin kiểm tra kết nối rồi tải lại trang.',
  clear: 'Bỏ tìm và lọc',
  'older-failed': 'Không tải được văn bản cũ hơn. Xin kiểm tra kết nối rồi tải lại trang.',
  all: 'Tất cả',
  choice: '{value} ({count})',
  type: 'Loại văn bản',
  organ: 'Cơ quan ban hành',
  year: 'Năm',
  status: 'Hiệu lực',
  tag: 'Chủ đề',
  sort: 'Sắp xếp',
  default: 'Mặc định',
  newest: 'Mới nhất trước',
  oldest: 'Cũ nhất trước',
  title: 'Theo tên',
};

export type DirectiveViewerKey = keyof typeof vi;

export const directiveViewerStrings: StringTable<DirectiveViewerKey> = defineStrings(
  vi,
  () => import('./en/directive-viewer.js'),
);

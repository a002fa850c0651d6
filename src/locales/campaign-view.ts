import { defineStrings, type StringTable, type Wording } from './strings.js';

const vi = {
  upcoming: 'Sắp diễn ra',
  ongoing: 'Đang diễn ra',
  ended: 'Đã kết thúc',
  from: 'Từ {date}',
  'from-year': 'Từ năm {date}',
  until: 'Đến {date}',
  'until-year': 'Đến năm {date}',
  always: 'Không thời hạn',
  yearly: 'Hằng năm: {period}',
  left: 'Còn {count} ngày' as Wording,
  'last-day': 'Hôm nay là ngày cuối',
  elapsed: 'Thời gian đã qua',
  progress: 'Kết quả',
  'progress-of': '{value} / {target} {unit}',
  organiser: 'Đơn vị tổ chức',
  'launched-by': 'Phát động',
  tags: 'Chủ đề',
  details: 'Chi tiết',
  more: 'Xem thêm ({count})',
  search: 'Tìm phong trào, chiến dịch',
  found: 'Có {count} kết quả' as Wording,
  'none-found': 'Không tìm thấy. Xin thử từ khác, viết ngắn hơn hoặc bỏ bớt điều kiện lọc.',
  'search-failed': 'Không tải được phần tìm và lọc. Xin tải lại trang.',
  filter: 'Lọc, sắp xếp',
  clear: 'Bỏ tìm và lọc',
  all: 'Tất cả',
  choice: '{value} ({count})',
  status: 'Tình trạng',
  organ: 'Đơn vị tổ chức',
  tag: 'Chủ đề',
  year: 'Năm',
  sort: 'Sắp xếp',
  default: 'Mặc định',
  start: 'Bắt đầu sớm trước',
  end: 'Kết thúc sớm trước',
  title: 'Theo tên',
  'in-year': 'Năm {year}',
};

export type CampaignViewKey = keyof typeof vi;

/** What comes with the part that draws campaigns. */
export const campaignViewStrings: StringTable<CampaignViewKey> = defineStrings(
  vi,
  () => import('./en/campaign-view.js'),
);

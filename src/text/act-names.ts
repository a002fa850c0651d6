/** What documents that cite each other are called, for patterns: the longer names before those they begin with. */
export const TYPES =
  'Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|' +
  'Thông báo|Kế hoạch|Hướng dẫn|Công văn|Tờ trình|Báo cáo|Kết luận|Quy định|Quy chế|Chương trình|Công điện|Văn bản hợp nhất|Văn bản|Đề án';

/** Everything that has articles of its own. */
export const ACT = `${TYPES}|Hiến pháp|Điều lệ|Nội quy|Hiệp định|Hiệp ước|Công ước|Nghị định thư|Thỏa thuận|Thoả thuận|Hợp đồng|Phụ lục`;

import { defineStrings, type StringTable } from './strings.js';

const vi = {
  loading: 'Đang tải…',
  retry: 'Thử lại',
  stale: 'Không kết nối được máy chủ. Đây là dữ liệu lưu lúc {time}.',
  partly: 'Chưa tải được đầy đủ nguồn tin: {sources}.',
  'error-no-source': 'Chưa có nguồn dữ liệu. Người quản trị cần ghi địa chỉ nguồn tin vào thuộc tính src.',
  'error-network': 'Không kết nối được với nguồn dữ liệu. Xin kiểm tra đường truyền rồi thử lại.',
  'error-timeout': 'Máy chủ chưa trả lời. Xin chờ một lát rồi thử lại.',
  'error-http': 'Máy chủ báo lỗi {status}. Xin thử lại sau.',
  'error-too-large': 'Nguồn dữ liệu quá lớn nên không tải được. Xin báo cho người quản trị trang.',
  'error-not-json': 'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
  'error-invalid-feed': 'Nguồn dữ liệu không phải là nguồn tin hợp lệ. Xin báo cho người quản trị trang.',
};

export type TroubleKey = keyof typeof vi;

/** What a widget says when its feed cannot be had. */
export const troubleStrings: StringTable<TroubleKey> = defineStrings(vi, () => import('./en/trouble.js'));

import { defineStrings } from './strings.js';

/** What every widget may have to say. */
export const commonStrings = defineStrings(
  {
    loading: 'Đang tải…',
    retry: 'Thử lại',
    empty: 'Chưa có nội dung.',
    stale: 'Không kết nối được máy chủ. Đây là dữ liệu lưu lúc {time}.',
    'error-no-source':
      'Chưa có nguồn dữ liệu. Người quản trị cần ghi địa chỉ nguồn tin vào thuộc tính src.',
    'error-network':
      'Không kết nối được với nguồn dữ liệu. Xin kiểm tra đường truyền rồi thử lại.',
    'error-timeout': 'Máy chủ chưa trả lời. Xin chờ một lát rồi thử lại.',
    'error-http': 'Máy chủ báo lỗi {status}. Xin thử lại sau.',
    'error-too-large': 'Nguồn dữ liệu quá lớn nên không tải được. Xin báo cho người quản trị trang.',
    'error-not-json':
      'Nguồn dữ liệu không đúng định dạng JSON. Xin báo cho người quản trị trang.',
    'error-invalid-feed':
      'Nguồn dữ liệu không phải là nguồn tin hợp lệ. Xin báo cho người quản trị trang.',
    'new-window': 'mở trong cửa sổ mới',
  },
  {
    loading: 'Loading…',
    retry: 'Try again',
    empty: 'Nothing here yet.',
    stale: 'The server cannot be reached. This is the copy of {time}.',
    'error-no-source':
      'There is no data source. The webmaster has to give the address of the feed in the src attribute.',
    'error-network': 'The data source cannot be reached. Check the connection and try again.',
    'error-timeout': 'The server has not answered. Wait a moment and try again.',
    'error-http': 'The server reports error {status}. Try again later.',
    'error-too-large': 'The data source is too large to load. Please tell the webmaster.',
    'error-not-json': 'The data source is not valid JSON. Please tell the webmaster.',
    'error-invalid-feed': 'The data source is not a valid feed. Please tell the webmaster.',
    'new-window': 'opens in a new window',
  },
);

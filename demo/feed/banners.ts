/**
 * The demo's banners, one row each. Every `text` is a phrase that stands word for
 * word in the seed's directive (a test holds it there), so nothing is invented.
 * The art of a row lies at `demo/public/media/notices/<slug>.svg`; rows with
 * `formats` also have `<slug>.avif` and `<slug>.png` beside it.
 */

export type BannerPlacement = 'top' | 'left' | 'right' | 'bottom';

export interface BannerRow {
  /** Id in the feed. */
  readonly id: string;
  /** File name of the art, without its ending. */
  readonly slug: string;
  /** The words drawn on the banner: a literal phrase of the directive. */
  readonly text: string;
  /** Where the banner stands on the portal page. */
  readonly placement: BannerPlacement;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** How often it is shown, against the other banners of its placement. */
  readonly weight: number;
  /** Section of the directive that holds the words; 0 is the preamble. */
  readonly section: number;
  /** Further formats of the same art, best first; the SVG is what `image` names. */
  readonly formats?: readonly ('avif' | 'png')[];
}

/** Line 1 of the seed, "image banner": not one of the 17 notices. */
export const PAGE_BANNER: BannerRow = {
  id: 'page-banner',
  slug: 'page-banner',
  text: 'Đẩy mạnh chỉnh trang, hiện đại hóa đô thị - Xây dựng nông thôn mới kiểu mẫu - Tăng cường thực hiện các chính sách xã hội và chuyển đổi số',
  placement: 'top',
  width: 1200,
  height: 200,
  weight: 1,
  section: 0,
};

/** The 17 lines "image advertisement": 11 before the directive, in two columns, and 6 after it. */
export const NOTICES: readonly BannerRow[] = [
  {
    id: 'b01',
    slug: 'nong-thon-moi',
    text: 'Cả nước chung sức, xây dựng nông thôn mới',
    placement: 'left',
    width: 300,
    height: 250,
    weight: 3,
    section: 3,
    formats: ['avif', 'png'],
  },
  {
    id: 'b02',
    slug: 'vi-nguoi-ngheo',
    text: 'Vì người nghèo - Không để ai bị bỏ lại phía sau',
    placement: 'left',
    width: 300,
    height: 200,
    weight: 3,
    section: 3,
    formats: ['avif', 'png'],
  },
  {
    id: 'b03',
    slug: 'xoa-nha-tam',
    text: 'Xóa nhà tạm, nhà dột nát',
    placement: 'left',
    width: 300,
    height: 200,
    weight: 3,
    section: 3,
  },
  {
    id: 'b04',
    slug: 'van-hoa-cong-so',
    text: 'thực hiện văn hóa công sở',
    placement: 'left',
    width: 300,
    height: 150,
    weight: 2,
    section: 3,
  },
  {
    id: 'b05',
    slug: 'ket-cau-ha-tang',
    text: 'Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại',
    placement: 'left',
    width: 300,
    height: 200,
    weight: 2,
    section: 3,
  },
  {
    id: 'b06',
    slug: 'tiet-kiem',
    text: 'thực hành tiết kiệm, chống lãng phí',
    placement: 'left',
    width: 300,
    height: 150,
    weight: 2,
    section: 3,
  },
  {
    id: 'b07',
    slug: 'mat-bang-do-thi-so',
    text: 'Giải phóng mặt bằng - Chỉnh trang đô thị - Chuyển đổi số',
    placement: 'right',
    width: 300,
    height: 250,
    weight: 3,
    section: 4,
    formats: ['avif', 'png'],
  },
  {
    id: 'b08',
    slug: 'hoc-tap-suot-doi',
    text: 'Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời',
    placement: 'right',
    width: 300,
    height: 200,
    weight: 3,
    section: 3,
  },
  {
    id: 'b09',
    slug: 'nguoi-tot-viec-tot',
    text: 'Người tốt, việc tốt',
    placement: 'right',
    width: 300,
    height: 150,
    weight: 2,
    section: 5,
  },
  {
    id: 'b10',
    slug: 'ba-me-viet-nam',
    text: 'Bà mẹ Việt Nam anh hùng',
    placement: 'right',
    width: 300,
    height: 200,
    weight: 2,
    section: 5,
  },
  {
    id: 'b11',
    slug: 'luat-thi-dua',
    text: 'Luật Thi đua, khen thưởng',
    placement: 'right',
    width: 300,
    height: 150,
    weight: 1,
    section: 2,
  },
  {
    id: 'b12',
    slug: 'nong-thon-kieu-mau',
    text: 'Xây dựng nông thôn mới kiểu mẫu',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 0,
  },
  {
    id: 'b13',
    slug: 'chinh-sach-xa-hoi',
    text: 'Tăng cường thực hiện các chính sách xã hội và chuyển đổi số',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 0,
  },
  {
    id: 'b14',
    slug: 'dien-hinh-tien-tien',
    text: 'nhân rộng điển hình tiên tiến',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 5,
  },
  {
    id: 'b15',
    slug: 'dung-cam-cuu-nguoi',
    text: 'dũng cảm cứu người',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 5,
  },
  {
    id: 'b16',
    slug: 'dung-nguoi-dung-viec',
    text: 'đúng người, đúng việc, đúng thành tích',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 7,
  },
  {
    id: 'b17',
    slug: 'cong-thong-tin',
    text: 'Cổng thông tin điện tử quận',
    placement: 'bottom',
    width: 300,
    height: 120,
    weight: 1,
    section: 8,
  },
];

/** The page banner and the notices, in the order of the seed. */
export const BANNERS: readonly BannerRow[] = [PAGE_BANNER, ...NOTICES];

/** A banner of words alone, which the seed has none of: the page's own word on itself, plainly a sample. Stands below the notices. */
export const HOUSE_MESSAGE = {
  id: 'loi-nhan-mau',
  lines: ['Lời nhắn mẫu', 'Biểu ngữ này chỉ có chữ, không cần tranh.'],
  placement: 'right',
} as const;

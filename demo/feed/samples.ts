/** What the seed does not have and the demo needs: plainly labelled samples, nothing that could pass for real news. */

export interface SampleNews {
  /** The section of the directive that it is written after. */
  readonly section: number;
  readonly title: string;
  /** Concerns the wards too; these show it on their own pages. */
  readonly forWards?: boolean;
  /** RFC 3339. */
  readonly published: string;
  /** A commendation: whom or what the section wants to be commended, in its own words. */
  readonly deed?: string;
}

/** What the directive calls those whom its section 5 wants to be commended; also their tag in the feed. */
export const GOOD_DEEDS = 'Người tốt, việc tốt';

/** Every title says first that it is a sample. Newest first. */
export const NEWS: readonly SampleNews[] = [
  {
    section: 5,
    title: 'Tin mẫu: Biểu dương gương “Người tốt, việc tốt”',
    published: '2024-02-28T09:00:00+07:00',
    deed: 'gương “Người tốt, việc tốt”',
  },
  {
    section: 5,
    title: 'Tin mẫu: Biểu dương tấm gương dũng cảm cứu người',
    published: '2024-02-27T15:00:00+07:00',
    deed: 'dũng cảm cứu người',
  },
  {
    section: 3,
    title: 'Tin mẫu: Sáu phong trào thi đua trọng tâm được đẩy mạnh',
    published: '2024-02-26T14:30:00+07:00',
  },
  {
    section: 5,
    title: 'Tin mẫu: Biểu dương tấm gương bảo vệ tài sản của Nhà nước, Nhân dân',
    published: '2024-02-23T08:30:00+07:00',
    deed: 'bảo vệ tài sản của Nhà nước, Nhân dân',
  },
  {
    section: 8,
    title: 'Tin mẫu: Nhân rộng các mô hình, điển hình tiên tiến',
    forWards: true,
    published: '2024-02-21T08:15:00+07:00',
  },
  {
    section: 4,
    title: 'Tin mẫu: Thực hiện chủ đề hành động năm 2024 của quận',
    published: '2024-02-19T10:00:00+07:00',
  },
  {
    section: 5,
    title: 'Tin mẫu: Khen thưởng những giải pháp, sáng kiến kinh nghiệm hiệu quả',
    published: '2024-02-06T14:00:00+07:00',
    deed: 'những giải pháp, sáng kiến kinh nghiệm hiệu quả',
  },
  {
    section: 7,
    title: 'Tin mẫu: Khen thưởng hướng về cơ sở, người trực tiếp lao động',
    forWards: true,
    published: '2024-01-31T16:00:00+07:00',
  },
  {
    section: 6,
    title: 'Tin mẫu: Tăng thời lượng tuyên truyền các phong trào thi đua',
    published: '2024-01-24T09:45:00+07:00',
  },
  {
    section: 2,
    title: 'Tin mẫu: Luật Thi đua, khen thưởng có hiệu lực từ ngày 01/01/2024',
    published: '2024-01-15T08:00:00+07:00',
  },
  {
    section: 1,
    title: 'Tin mẫu: Huy động cả hệ thống chính trị tham gia thi đua',
    published: '2024-01-08T08:00:00+07:00',
  },
];

/** The seed's own figures contradict each other (1 today, 0 in the week, 0 in all); these do not. */
export const STATISTICS = {
  online: 3,
  today: 120,
  yesterday: 140,
  week: 520,
  month: 3900,
  year: 8100,
  total: 125000,
  asOf: '2024-02-29T17:00:00+07:00',
} as const;

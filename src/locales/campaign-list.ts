import { defineStrings, type StringTable } from './strings.js';

const vi = {
  heading: 'Phong trào, chiến dịch',
  empty: 'Chưa có phong trào, chiến dịch nào.',
  'view-failed': 'Không tải được đầy đủ danh sách. Xin tải lại trang.',
};

export type CampaignListKey = keyof typeof vi;

export const campaignListStrings: StringTable<CampaignListKey> = defineStrings(
  vi,
  () => import('./en/campaign-list.js'),
);

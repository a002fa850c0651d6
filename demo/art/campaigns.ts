import type { Crop } from './picture.js';

/**
 * The pictures of the six movements that section 3 of the directive names: parts of the notices' art, 16 to 9,
 * without words, because a campaign's title stands beside its picture. By the slug of the notice they are part of.
 */
export const CAMPAIGN_PICTURES: Readonly<Record<string, Crop>> = {
  'nong-thon-moi': [4, 82, 288, 162],
  'vi-nguoi-ngheo': [14, 47, 272, 153],
  'van-hoa-cong-so': [92, 15, 208, 117],
  'ket-cau-ha-tang': [12, 38, 288, 162],
  'hoc-tap-suot-doi': [6, 38, 288, 162],
  'xoa-nha-tam': [84, 65, 208, 117],
};

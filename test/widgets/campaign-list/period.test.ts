import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Campaign } from '../../../src/feed/schema.js';
import english from '../../../src/locales/en/campaign-view.js';
import { campaignViewStrings } from '../../../src/locales/campaign-view.js';
import { fill, type Wording } from '../../../src/locales/strings.js';
import { periodOf } from '../../../src/widgets/campaign-list/period.js';
import { ZONE } from './entries.js';

const period = (campaign: Campaign, language: 'vi' | 'en' = 'vi') => {
  const table: Readonly<Record<string, Wording>> = language === 'vi' ? campaignViewStrings.vi : english;
  return periodOf(campaign, (key, values = {}) => fill(table[key] ?? key, values, language), language, ZONE);
};

describe('periodOf', () => {
  it('writes both ends as exactly as they are known', () => {
    assert.equal(period({ start: '2023', end: '2030' }), '2023 – 2030');
    assert.equal(period({ start: '2024-03-01', end: '2024-12-31' }), '01/03/2024 – 31/12/2024');
    assert.equal(period({ start: '2024-03-01', end: '2030' }), '01/03/2024 – 2030');
    assert.equal(period({ start: '2024-03-01T08:00:00+07:00', end: '2024-03-02' }), '08:00 01/03/2024 – 02/03/2024');
  });
  it('writes what begins and ends in the same year or on the same day once', () => {
    assert.equal(period({ start: '2024', end: '2024' }), '2024');
    assert.equal(period({ start: '2024-03-01', end: '2024-03-01' }), '01/03/2024');
  });
  it('says where one end is open', () => {
    assert.equal(period({ start: '2024-03-01' }), 'Từ 01/03/2024');
    assert.equal(period({ start: '2023' }), 'Từ năm 2023');
    assert.equal(period({ end: '2024-12-31' }), 'Đến 31/12/2024');
    assert.equal(period({ end: '2030' }), 'Đến năm 2030');
  });
  it('says that there is no time limit where there is no date', () => {
    assert.equal(period({}), 'Không thời hạn');
  });
  it('says that it comes back each year, where it has a date', () => {
    assert.equal(period({ start: '2024-07-20', end: '2024-07-27', yearly: true }), 'Hằng năm: 20/07/2024 – 27/07/2024');
    assert.equal(period({ start: '2024-07-27', yearly: true }, 'en'), 'Every year: From 27/07/2024');
    assert.equal(period({ yearly: true }), 'Không thời hạn');
  });
  it('speaks English', () => {
    assert.equal(period({ start: '2023' }, 'en'), 'From 2023');
    assert.equal(period({ end: '2024-12-31' }, 'en'), 'Until 31/12/2024');
    assert.equal(period({}, 'en'), 'No time limit');
  });
});

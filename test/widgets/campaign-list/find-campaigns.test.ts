import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Campaign } from '../../../src/feed/schema.js';
import { findCampaigns, yearsOf } from '../../../src/widgets/campaign-list/find-campaigns.js';
import { timetable } from '../../../src/widgets/campaign-list/timetable.js';
import { entryAt, item, ZONE } from './entries.js';

const NOW = '2024-05-01T05:00:00Z';
const { entries } = timetable(
  [
    item('a', { start: '2023', end: '2025', organiser: 'Phòng mẫu' }, { tags: ['An sinh', ' ', 'An sinh'] }),
    item('b', { start: '2024-06-01', end: '2024-06-30', organiser: ' Phòng mẫu ' }, { tags: ['Nhà ở'] }),
    item('c', { start: '2020', end: '2021', organiser: 'Đoàn mẫu' }),
    item('d', {}, { content_text: 'thi đua mẫu' }),
  ],
  ZONE,
  new Date(NOW),
);
const find = (params: Readonly<Record<string, string>>) => findCampaigns(entries, params, ZONE, Date.parse(NOW));
const ids = (params: Readonly<Record<string, string>>) =>
  find(params)
    .entries.map(({ item }) => item.id)
    .join('');

describe('findCampaigns', () => {
  it('leaves what answers words and choices, in the order given', () => {
    assert.equal(ids({}), 'abcd');
    assert.equal(ids({ q: 'THI dua' }), 'd');
    assert.equal(ids({ status: 'ongoing' }), 'ad');
    assert.equal(ids({ organ: 'Phòng mẫu' }), 'ab');
    assert.equal(ids({ organ: 'Phòng mẫu', status: 'upcoming' }), 'b');
    assert.equal(ids({ tag: 'An sinh' }), 'a');
    assert.equal(ids({ year: '2024' }), 'ab');
    assert.equal(ids({ year: '2021', q: 'mau' }), 'c');
    assert.equal(ids({ year: '1999' }), '');
  });
  it('counts each choice, a campaign once', () => {
    const { choices } = find({ organ: 'Phòng mẫu' });
    assert.deepEqual(choices.organ, [
      { value: 'Phòng mẫu', count: 2 },
      { value: 'Đoàn mẫu', count: 1 },
    ]);
    assert.deepEqual(choices.tag, [
      { value: 'An sinh', count: 1 },
      { value: 'Nhà ở', count: 1 },
    ]);
    assert.deepEqual(
      choices.year.map(({ value, count }) => `${value} ${count}`),
      ['2025 1', '2024 2', '2023 1'],
    );
    assert.deepEqual(
      choices.status.map(({ value }) => value),
      ['ongoing', 'upcoming'],
    );
  });
});

describe('yearsOf', () => {
  const years = (campaign: Campaign, zone = ZONE) =>
    yearsOf(entryAt(campaign, NOW, zone), zone, Date.parse(NOW)).join(' ');
  it('are all in which it runs, by the calendar of the feed', () => {
    assert.equal(years({ start: '2023', end: '2025' }), '2023 2024 2025');
    assert.equal(years({ start: '2023-12-31T18:00:00Z', end: '2024' }), '2024');
    assert.equal(years({ start: '2023-12-31T18:00:00Z', end: '2024' }, 'UTC'), '2023 2024');
  });
  it('reach to this year where a side is open', () => {
    assert.equal(years({ start: '2022' }), '2022 2023 2024');
    assert.equal(years({ start: '2026' }), '2026');
    assert.equal(years({ end: '2025' }), '2024 2025');
    assert.equal(years({ end: '2020' }), '2020');
  });
  it('are none without dates, one where the end is before the start, and never thousands', () => {
    assert.equal(years({}), '');
    assert.equal(years({ start: '2025', end: '2020' }), '2025');
    assert.equal(years({ start: '1000', end: '9000' }).split(' ').length, 100);
  });
});

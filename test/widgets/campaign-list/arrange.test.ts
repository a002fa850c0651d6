import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grouped, sorted, withStatus } from '../../../src/widgets/campaign-list/arrange.js';
import { timetable } from '../../../src/widgets/campaign-list/timetable.js';
import { item, ZONE } from './entries.js';

const NOW = new Date('2024-05-01T05:00:00Z');
const { entries } = timetable(
  [
    item('qua', { start: '2020', end: '2021' }, { title: 'Đền ơn (mẫu)' }),
    item('tới', { start: '2025' }, { title: 'Ấm áp (mẫu)' }),
    item('luôn', {}, { title: 'Dọn dẹp 10 (mẫu)' }),
    item('nay', { start: '2023', end: '2030' }, { title: 'Dọn dẹp 9 (mẫu)' }),
    item('hạn', { end: '2024-06' }, { title: 'Anh hùng (mẫu)' }),
  ],
  ZONE,
  NOW,
);
const ids = (list: readonly (typeof entries)[number][]) => list.map((entry) => entry.item.id).join(' ');

describe('withStatus', () => {
  it('keeps all where nothing, or nothing it knows, is asked for', () => {
    for (const wanted of [undefined, null, '', ' ', 'running']) assert.equal(withStatus(entries, wanted).length, 5);
  });
  it('keeps the statuses asked for; a campaign without dates goes with those that run', () => {
    assert.equal(ids(withStatus(entries, 'upcoming')), 'tới');
    assert.equal(ids(withStatus(entries, 'ended  upcoming')), 'qua tới');
    assert.equal(ids(withStatus(entries, 'ongoing nonsense')), 'luôn nay hạn');
  });
});

describe('sorted', () => {
  it('puts what runs first, then what comes, then what is over, each in the feed’s order', () => {
    for (const sort of [undefined, null, 'weight'])
      assert.equal(ids(sorted(entries, sort, 'vi')), 'luôn nay hạn tới qua');
  });
  it('by start, those without one last', () => {
    assert.equal(ids(sorted(entries, 'start', 'vi')), 'qua nay tới luôn hạn');
  });
  it('by end, those without one last', () => {
    assert.equal(ids(sorted(entries, 'end', 'vi')), 'qua hạn nay tới luôn');
  });
  it('by title, as the language’s alphabet and numbers go', () => {
    assert.equal(ids(sorted(entries, 'title', 'vi')), 'hạn tới nay luôn qua');
  });
  it('leaves the list it was given alone', () => {
    sorted(entries, 'title', 'vi');
    assert.equal(ids(entries), 'qua tới luôn nay hạn');
  });
});

describe('grouped', () => {
  const groups = (by: 'year' | 'status', ascending = false) =>
    grouped(entries, by, ZONE, ascending).map(({ key, entries: those }) => `${key}: ${ids(those)}`);
  it('by year, in which it begins or else ends, the latest first, what has no date last', () => {
    assert.deepEqual(groups('year'), ['2025: tới', '2024: hạn', '2023: nay', '2020: qua', ': luôn']);
    assert.deepEqual(groups('year', true), ['2020: qua', '2023: nay', '2024: hạn', '2025: tới', ': luôn']);
  });
  it('by status, each group in the order given', () => {
    assert.deepEqual(groups('status'), ['ongoing: luôn nay hạn', 'upcoming: tới', 'ended: qua']);
  });
  it('by the calendar of the feed', () => {
    const late = timetable([item('a', { start: '2023-12-31T18:00:00Z' })], ZONE, NOW).entries;
    assert.equal(grouped(late, 'year', ZONE)[0]?.key, '2024');
    assert.equal(grouped(late, 'year', 'UTC')[0]?.key, '2023');
  });
});

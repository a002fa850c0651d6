import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Campaign } from '../../../src/feed/schema.js';
import { occurrenceOf } from '../../../src/widgets/campaign-list/occurrence.js';
import { entryAt, ZONE } from './entries.js';

const dates = (campaign: Campaign, now: string, zone = ZONE) => {
  const { start, end } = occurrenceOf({ yearly: true, ...campaign }, zone, new Date(now));
  return [start, end];
};

describe('occurrenceOf', () => {
  const july = { start: '2024-07-20', end: '2024-07-27' };
  it('gives the time that runs, else the next one, never one before the first', () => {
    assert.deepEqual(dates(july, '2020-01-01T05:00:00Z'), ['2024-07-20', '2024-07-27']);
    assert.deepEqual(dates(july, '2024-07-25T05:00:00Z'), ['2024-07-20', '2024-07-27']);
    assert.deepEqual(dates(july, '2024-07-28T05:00:00Z'), ['2025-07-20', '2025-07-27']);
    assert.deepEqual(dates(july, '2030-03-01T05:00:00Z'), ['2030-07-20', '2030-07-27']);
  });
  it('changes at the feed’s midnight', () => {
    assert.deepEqual(dates(july, '2024-07-27T16:59:59.999Z'), ['2024-07-20', '2024-07-27']);
    assert.deepEqual(dates(july, '2024-07-27T17:00:00Z'), ['2025-07-20', '2025-07-27']);
    assert.deepEqual(dates(july, '2024-07-27T17:00:00Z', 'UTC'), ['2024-07-20', '2024-07-27']);
  });
  it('runs over the end of a year', () => {
    const winter = { start: '2023-12-20', end: '2024-01-10' };
    assert.deepEqual(dates(winter, '2025-12-31T20:00:00Z'), ['2025-12-20', '2026-01-10']);
    assert.deepEqual(dates(winter, '2026-01-11T05:00:00Z'), ['2026-12-20', '2027-01-10']);
  });
  it('takes a single date for both, as long as it lasts', () => {
    assert.deepEqual(dates({ start: '2024-07-27' }, '2025-01-01T05:00:00Z'), ['2025-07-27', '2025-07-27']);
    assert.deepEqual(dates({ end: '2024-05' }, '2025-01-01T05:00:00Z'), ['2025-05', '2025-05']);
  });
  it('keeps 29 February at the end of February', () => {
    assert.deepEqual(dates({ start: '2024-02-29' }, '2025-01-01T05:00:00Z'), ['2025-02-28', '2025-02-28']);
    assert.deepEqual(dates({ start: '2024-02-29' }, '2028-02-28T17:00:00Z'), ['2028-02-29', '2028-02-29']);
    assert.deepEqual(dates({ start: '2096-02-29' }, '2100-01-01T05:00:00Z'), ['2100-02-28', '2100-02-28']);
  });
  it('keeps the hour of the day and its offset', () => {
    assert.deepEqual(dates({ start: '2024-07-27T08:00:00+07:00' }, '2024-07-27T01:00:00Z'), [
      '2025-07-27T08:00:00+07:00',
      '2025-07-27T08:00:00+07:00',
    ]);
  });
  it('leaves alone what names a year only, what has no date, and what does not come back', () => {
    assert.deepEqual(dates({ start: '2023', end: '2030' }, '2040-01-01T00:00:00Z'), ['2023', '2030']);
    assert.deepEqual(dates({}, '2040-01-01T00:00:00Z'), [undefined, undefined]);
    assert.deepEqual(dates({ ...july, yearly: false }, '2040-01-01T00:00:00Z'), ['2024-07-20', '2024-07-27']);
  });
  it('ends where years end', () => {
    const now = new Date(8.64e15);
    assert.doesNotThrow(() => occurrenceOf({ ...july, yearly: true }, 'UTC', now));
  });
  it('is what a campaign’s status and days left are told by', () => {
    const yearly = { ...july, yearly: true };
    const states = ['2026-07-19T05:00:00Z', '2026-07-25T05:00:00Z', '2026-07-28T05:00:00Z'].map((now) => {
      const { status, daysLeft, campaign } = entryAt(yearly, now);
      return [status, daysLeft, campaign.start];
    });
    assert.deepEqual(states, [
      ['upcoming', undefined, '2026-07-20'],
      ['ongoing', 2, '2026-07-20'],
      ['upcoming', undefined, '2027-07-20'],
    ]);
  });
});

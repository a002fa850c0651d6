import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { timetable } from '../../../src/widgets/campaign-list/timetable.js';
import { entryAt, item, ZONE } from './entries.js';

const until = (campaigns: Parameters<typeof item>[1][], now: string, zone = ZONE) => {
  const items = campaigns.map((campaign, index) => item(String(index), campaign));
  const instant = timetable(items, zone, new Date(now)).until;
  return instant === Infinity ? 'never' : new Date(instant).toISOString();
};

describe('timetable: status', () => {
  const may = { start: '2024-05-01', end: '2024-05-31' };
  it('follows the feed’s midnight, not the reader’s', () => {
    assert.equal(entryAt(may, '2024-04-30T16:59:59.999Z').status, 'upcoming');
    assert.equal(entryAt(may, '2024-04-30T17:00:00Z').status, 'ongoing');
    assert.equal(entryAt(may, '2024-05-31T16:59:59.999Z').status, 'ongoing');
    assert.equal(entryAt(may, '2024-05-31T17:00:00Z').status, 'ended');
    assert.equal(entryAt(may, '2024-05-31T17:00:00Z', 'America/Los_Angeles').status, 'ongoing');
  });
  it('takes an end year with all its days', () => {
    const years = { start: '2023', end: '2030' };
    assert.equal(entryAt(years, '2022-12-31T16:59:59Z').status, 'upcoming');
    assert.equal(entryAt(years, '2030-12-31T16:59:59Z').status, 'ongoing');
    assert.equal(entryAt(years, '2030-12-31T17:00:00Z').status, 'ended');
  });
  it('leaves an open side open, and invents none for a campaign without dates', () => {
    assert.equal(entryAt({ start: '2024' }, '2999-01-01T00:00:00Z').status, 'ongoing');
    assert.equal(entryAt({ end: '2024' }, '1999-01-01T00:00:00Z').status, 'ongoing');
    assert.equal(entryAt({}, '2024-01-01T00:00:00Z').status, undefined);
    assert.equal(entryAt({ start: 'hôm qua', end: '2024-02-30' }, '2024-01-01T00:00:00Z').status, undefined);
  });
  it('does without the campaign object', () => {
    const bare = { id: 'mau', _civic: { kind: 'campaign' as const } };
    assert.equal(timetable([bare], ZONE, new Date(0)).entries[0]?.status, undefined);
  });
});

describe('timetable: days left', () => {
  const left = (end: string, now: string, zone = ZONE) => entryAt({ end }, now, zone).daysLeft;
  it('counts calendar days of the zone', () => {
    assert.equal(left('2024-05-31', '2024-05-31T16:59:59Z'), 0);
    assert.equal(left('2024-05-31', '2024-05-30T17:00:00Z'), 0);
    assert.equal(left('2024-05-31', '2024-05-30T16:59:59Z'), 1);
    assert.equal(left('2024-05', '2024-05-01T05:00:00Z'), 30);
    assert.equal(left('2024-05-31T12:00:00+07:00', '2024-05-31T04:59:00Z'), 0);
  });
  it('counts across a change of the clocks', () => {
    // 2024-03-10 has 23 hours in Los Angeles.
    assert.equal(left('2024-03-11', '2024-03-10T08:30:00Z', 'America/Los_Angeles'), 1);
    assert.equal(left('2024-03-11', '2024-03-10T07:30:00Z', 'America/Los_Angeles'), 2);
  });
  it('counts only what runs and ends within a year', () => {
    assert.equal(left('2025-05-31', '2024-05-31T05:00:00Z'), 365);
    assert.equal(left('2025-06-02', '2024-05-31T05:00:00Z'), undefined);
    assert.equal(left('2024-05-31', '2024-06-01T05:00:00Z'), undefined);
    assert.equal(entryAt({ start: '2024-06-02', end: '2024-06-03' }, '2024-06-01T05:00:00Z').daysLeft, undefined);
    assert.equal(entryAt({ start: '2020' }, '2024-06-01T05:00:00Z').daysLeft, undefined);
  });
});

describe('timetable: elapsed share', () => {
  it('runs from the first instant to the last', () => {
    const day = { start: '2024-05-01', end: '2024-05-01' };
    assert.equal(entryAt(day, '2024-04-30T17:00:00Z').elapsed, 0);
    assert.equal(entryAt(day, '2024-05-01T05:00:00Z').elapsed, 0.5);
  });
  it('is unknown where an end is, or nothing runs', () => {
    assert.equal(entryAt({ start: '2024' }, '2024-05-01T05:00:00Z').elapsed, undefined);
    assert.equal(entryAt({ end: '2025' }, '2024-05-01T05:00:00Z').elapsed, undefined);
    assert.equal(entryAt({ start: '2022', end: '2023' }, '2024-05-01T05:00:00Z').elapsed, undefined);
    assert.equal(entryAt({ start: '2024-06', end: '2024-02' }, '2024-07-01T05:00:00Z').elapsed, undefined);
  });
  it('knows 1 January 1970 as a date', () => {
    assert.equal(entryAt({ start: '1970-01-01', end: '1970-01-02' }, '1970-01-02T00:00:00Z', 'UTC').elapsed, 0.5);
  });
});

describe('timetable: how long it holds', () => {
  it('to the next border, whichever campaign it belongs to', () => {
    assert.equal(
      until([{ start: '2024-06-01' }, { start: '2026' }], '2024-05-01T05:00:00Z'),
      '2024-05-31T17:00:00.000Z',
    );
    assert.equal(until([{ start: '2025' }, { end: '2020' }], '2024-05-01T05:00:00Z'), '2024-12-31T17:00:00.000Z');
  });
  it('to the zone’s next midnight where something that runs has an end', () => {
    assert.equal(until([{ end: '2024-06-30' }], '2024-05-01T05:00:00Z'), '2024-05-01T17:00:00.000Z');
    assert.equal(
      until([{ end: '2024-06-30' }], '2024-03-10T08:30:00Z', 'America/Los_Angeles'),
      '2024-03-11T07:00:00.000Z',
    );
  });
  it('for ever where nothing is ahead', () => {
    assert.equal(until([{}, { start: '2020' }, { end: '2021' }], '2024-05-01T05:00:00Z'), 'never');
    assert.equal(until([], '2024-05-01T05:00:00Z'), 'never');
  });
  it('truly: nothing but the elapsed share changes before, and what it waits for is ahead', () => {
    const year = fc.integer({ min: 2022, max: 2026 });
    const day = fc.date({ min: new Date('2022-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    const written = fc.oneof(
      year.map(String),
      day.map((date) => date.toISOString().slice(0, 7)),
      day.map((date) => date.toISOString().slice(0, 10)),
      day.map((date) => date.toISOString()),
    );
    const yearly = fc.boolean();
    const side = fc.option(written, { nil: undefined });
    const campaigns = fc.array(fc.tuple(side, side, yearly), { minLength: 1, maxLength: 5 });
    const zone = fc.constantFrom(ZONE, 'UTC', 'America/Los_Angeles');
    fc.assert(
      fc.property(campaigns, zone, day, fc.double({ min: 0, max: 1, noNaN: true }), (list, zone, now, share) => {
        const items = list.map(([start, end, yearly], index) =>
          item(String(index), { yearly, ...(start && { start }), ...(end && { end }) }),
        );
        const shown = (at: Date) =>
          timetable(items, zone, at).entries.map(({ status, daysLeft, start }) => [status, daysLeft, start]);
        const { until } = timetable(items, zone, now);
        assert.ok(until > now.getTime());
        const last = until === Infinity ? now.getTime() + 1e10 : until - 1;
        const between = new Date(Math.floor(now.getTime() + (last - now.getTime()) * share));
        assert.deepEqual(shown(between), shown(now));
      }),
      { numRuns: 300 },
    );
  });
});

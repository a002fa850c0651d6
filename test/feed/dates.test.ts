import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_ZONE, isDate, isZone, parseDate } from '../../src/feed/dates.js';
import { phaseOf } from '../../src/feed/phase.js';

const span = (value: string, zone = DEFAULT_ZONE) => {
  const { start, end, precision } = parseDate(value, zone) ?? {};
  return [start?.toISOString(), end?.toISOString(), precision];
};

describe('parseDate', () => {
  it('takes a day from midnight to midnight of the zone', () => {
    assert.deepEqual(span('2024-03-01'), ['2024-02-29T17:00:00.000Z', '2024-03-01T17:00:00.000Z', 'day']);
  });
  it('takes months and years as what they span', () => {
    assert.deepEqual(span('2024-02', 'UTC'), ['2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z', 'month']);
    assert.deepEqual(span('2023'), ['2022-12-31T17:00:00.000Z', '2023-12-31T17:00:00.000Z', 'year']);
  });
  it('reads a time without an offset in the zone, one with an offset as written', () => {
    assert.equal(span('2024-03-01T08:00:00')[0], '2024-03-01T01:00:00.000Z');
    assert.equal(span('2024-03-01 08:00')[0], '2024-03-01T01:00:00.000Z');
    assert.equal(span('2024-03-01T08:00:00Z')[0], '2024-03-01T08:00:00.000Z');
    assert.equal(span('2024-03-01T08:00:00.250-03:30')[0], '2024-03-01T11:30:00.250Z');
    assert.equal(span('2024-03-01T08:00:00+0700')[0], '2024-03-01T01:00:00.000Z');
    assert.equal(span('2024-03-01T08:00+07')[0], '2024-03-01T01:00:00.000Z');
  });
  it('knows days of 23 and 25 hours', () => {
    const hours = (day: string) => {
      const { start, end } = parseDate(day, 'America/Los_Angeles') ?? {};
      return ((end?.getTime() ?? 0) - (start?.getTime() ?? 0)) / 3_600_000;
    };
    assert.equal(hours('2024-03-10'), 23);
    assert.equal(hours('2024-11-03'), 25);
    assert.equal(hours('2024-06-01'), 24);
  });
  it('begins a day whose midnight the clocks skip when they go on', () => {
    // São Paulo, 4 November 2018: 00:00 became 01:00 (-03 to -02).
    assert.equal(span('2018-11-04', 'America/Sao_Paulo')[0], '2018-11-04T03:00:00.000Z');
  });
  it('refuses what is no date', () => {
    for (const value of [
      '2024-02-30',
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '24-01-01',
      '01/03/2024',
      'hôm qua',
      '',
      '2024-03-01T25:00:00',
      '2024-03-01T08:00+24:00',
      '2024-03-01T08:00-07:60',
      '2024-03-01T10:61',
      '2024-W10',
      '2024-060',
      '+002024-01-01',
      '2024-3-1',
    ]) {
      assert.equal(parseDate(value, 'UTC'), undefined, value);
      assert.equal(isDate(value), false, value);
    }
  });
  it('agrees with the platform on every instant written with an offset', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        assert.equal(span(date.toISOString())[0], date.toISOString());
      }),
    );
  });
  it('puts days one after the other without gap or overlap, in zones with and without summer time', () => {
    const zone = fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles', 'Australia/Lord_Howe');
    const day = fc.date({ min: new Date('1975-01-01'), max: new Date('2037-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, day, (name, date) => {
        const today = date.toISOString().slice(0, 10);
        const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
        assert.equal(span(today, name)[1], span(tomorrow, name)[0]);
      }),
    );
  });
});

describe('phaseOf', () => {
  const at = (iso: string) => new Date(iso);
  it('includes the whole of an end date, in the zone of the feed', () => {
    const phase = (now: string) => phaseOf('2024-01-01', '2024-12-31', DEFAULT_ZONE, at(now));
    assert.equal(phase('2023-12-31T16:59:59.999Z'), 'upcoming');
    assert.equal(phase('2023-12-31T17:00:00Z'), 'ongoing');
    assert.equal(phase('2024-12-31T16:59:59.999Z'), 'ongoing');
    assert.equal(phase('2024-12-31T17:00:00Z'), 'ended');
  });
  it('is open where a border is missing or no date', () => {
    const now = at('2024-06-01T00:00:00Z');
    assert.equal(phaseOf(undefined, undefined, 'UTC', now), 'ongoing');
    assert.equal(phaseOf('2023', undefined, 'UTC', now), 'ongoing');
    assert.equal(phaseOf(undefined, '2023', 'UTC', now), 'ended');
    assert.equal(phaseOf('một ngày nào đó', '2030', 'UTC', now), 'ongoing');
  });
});

describe('isZone', () => {
  it('knows IANA names only', () => {
    assert.equal(isZone('Asia/Ho_Chi_Minh'), true);
    assert.equal(isZone('Sao Hỏa/Olympus'), false);
    assert.equal(isZone(''), false);
  });
});

/** Hours of banners on the days on which clocks go forward and back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { Rules } from '../../../src/widgets/banner-rotator/rules.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const BERLIN = 'Europe/Berlin';
const HOWE = 'Australia/Lord_Howe';
const SAO_PAULO = 'America/Sao_Paulo';

const banner = (rest: Partial<Banner>): Banner => ({ id: 'a', image: 'https://example.org/a.png', ...rest });

/**
 * When a banner begins and ends from 18 hours before noon UTC of a day to 18 hours after it, by asking for each minute.
 *
 * @returns as "10-27 00:30", in UTC
 */
function changes(zone: string, date: string, rest: Partial<Banner>): string[] {
  const rules = new Rules(zone);
  const found: string[] = [];
  const noon = Date.parse(`${date}T12:00:00Z`);
  for (let now = noon - 18 * HOUR, was = rules.runs(banner(rest), now); now < noon + 18 * HOUR; now += MINUTE) {
    // Nothing changes within a minute.
    assert.equal(rules.runs(banner(rest), now + MINUTE - 1), rules.runs(banner(rest), now));
    if (rules.runs(banner(rest), now) === was) continue;
    was = !was;
    found.push(new Date(now).toISOString().slice(5, 16).replace('T', ' '));
  }
  return found;
}

describe('hours of a day on which clocks go forward', () => {
  // 2024-03-31, 02:00 CET is 03:00 CEST: 01:00 UTC.
  for (const [hours, expected] of [
    ['02:30-04:00', ['03-31 01:00', '03-31 02:00']],
    ['02:30-03:15', ['03-31 01:00', '03-31 01:15']],
    ['01:00-02:30', ['03-31 00:00', '03-31 01:00']],
    ['02:00-03:00', []],
    ['02:30-02:45', []],
    ['01:59-03:00', ['03-31 00:59', '03-31 01:00']],
  ] as const) {
    it(`are ${hours} without those that the clock skips`, () => {
      assert.deepEqual(changes(BERLIN, '2024-03-31', { hours, weekdays: ['sun'] }), expected);
    });
  }

  it('skip half an hour on Lord Howe Island', () => {
    // 2024-10-06, 02:00 is 02:30 there: 15:30 UTC of the day before.
    assert.deepEqual(changes(HOWE, '2024-10-05', { hours: '02:15-03:00', weekdays: ['sun'] }), [
      '10-05 15:30',
      '10-05 16:00',
    ]);
    assert.deepEqual(changes(HOWE, '2024-10-05', { hours: '02:00-02:30', weekdays: ['sun'] }), []);
  });

  it('skip the first hour of a day in Brazil', () => {
    // 2018-11-04, 00:00 is 01:00 there: 03:00 UTC.
    const day = '2018-11-04';
    assert.deepEqual(changes(SAO_PAULO, day, { hours: '00:15-00:45', weekdays: ['sun'] }), []);
    assert.deepEqual(changes(SAO_PAULO, day, { weekdays: ['sun'] }), ['11-04 03:00', '11-05 02:00']);
    assert.deepEqual(changes(SAO_PAULO, day, { hours: '22:00-00:30', weekdays: ['sat'] }), [
      '11-04 01:00',
      '11-04 03:00',
    ]);
  });
});

describe('hours of a day on which clocks go back', () => {
  // 2024-10-27, 03:00 CEST is 02:00 CET: 01:00 UTC.
  for (const [hours, expected] of [
    ['02:30-02:45', ['10-27 00:30', '10-27 00:45', '10-27 01:30', '10-27 01:45']],
    ['02:00-03:00', ['10-27 00:00', '10-27 02:00']],
    ['02:30-04:00', ['10-27 00:30', '10-27 01:00', '10-27 01:30', '10-27 03:00']],
    ['01:00-02:15', ['10-26 23:00', '10-27 00:15', '10-27 01:00', '10-27 01:15']],
    ['01:00-05:00', ['10-26 23:00', '10-27 04:00']],
  ] as const) {
    it(`are ${hours} whenever the clock shows them`, () => {
      assert.deepEqual(changes(BERLIN, '2024-10-27', { hours, weekdays: ['sun'] }), expected);
    });
  }

  it('go across midnight', () => {
    assert.deepEqual(changes(BERLIN, '2024-10-27', { hours: '22:00-05:00', weekdays: ['sat'] }), [
      '10-26 20:00',
      '10-27 04:00',
    ]);
  });

  it('come again for half an hour on Lord Howe Island', () => {
    // 2024-04-07, 02:00 is 01:30 there: 15:00 UTC of the day before.
    assert.deepEqual(changes(HOWE, '2024-04-06', { hours: '01:40-01:50', weekdays: ['sun'] }), [
      '04-06 14:40',
      '04-06 14:50',
      '04-06 15:10',
      '04-06 15:20',
    ]);
  });

  it('are the last of the day before in Brazil', () => {
    // 2018-02-18, 00:00 is 23:00 of Saturday there: 02:00 UTC.
    assert.deepEqual(changes(SAO_PAULO, '2018-02-18', { hours: '22:00-24:00', weekdays: ['sat'] }), [
      '02-18 00:00',
      '02-18 03:00',
    ]);
    assert.deepEqual(changes(SAO_PAULO, '2018-02-18', { hours: '23:30-00:30', weekdays: ['sat'] }), [
      '02-18 01:30',
      '02-18 02:00',
      '02-18 02:30',
      '02-18 03:30',
    ]);
  });
});

it('hours are the same on every day in Vietnam', () => {
  for (const day of ['2024-03-31', '2024-10-27'])
    assert.deepEqual(
      changes('Asia/Ho_Chi_Minh', day, { hours: '02:30-02:45' }).map((time) => time.slice(6)),
      ['19:30', '19:45', '19:30', '19:45'],
    );
});

describe('the next border', () => {
  const cases: readonly (readonly [zone: string, ...days: string[]])[] = [
    [BERLIN, '2024-03-31', '2024-10-27'],
    [HOWE, '2024-04-06', '2024-10-05'],
    [SAO_PAULO, '2018-02-18', '2018-11-04'],
    // Clocks went back by an hour at 00:01.
    ['America/St_Johns', '2010-11-07'],
    ['Asia/Ho_Chi_Minh', '2024-03-31'],
  ];
  const PARTS = ['02:30-03:30', '02:30-02:45', '22:00-02:30', '22:00-02:30,02:40-02:50', '00:00-24:00', '23:30-00:30'];

  for (const [zone, ...days] of cases) {
    it(`misses no change, on whatever day: ${zone}`, () => {
      const rules = new Rules(zone);
      for (const noon of days.map((day) => Date.parse(`${day}T12:00:00Z`))) {
        const day = new Date(noon).getUTCDay();
        const weekdays = [WEEKDAYS[day] ?? 'sun', WEEKDAYS[(day + 6) % 7] ?? 'sun'];
        for (const one of PARTS.flatMap((hours) => [
          banner({ hours, weekdays }),
          banner({ hours, weekdays: weekdays.slice(1) }),
        ])) {
          const end = noon + 36 * HOUR;
          let borders = 0;
          for (let now = noon - 36 * HOUR; now < end; borders++) {
            const next = Math.min(rules.border([one], now), end);
            for (let probe = now; probe < next; probe += 5 * MINUTE) {
              const text = `${String(one.hours)} ${new Date(probe).toISOString()}`;
              assert.equal(rules.runs(one, probe), rules.runs(one, now), text);
            }
            now = next;
          }
          // A rotator wakes up for each of them.
          assert.ok(borders < 20, `${borders} borders`);
        }
      }
    });
  }
});

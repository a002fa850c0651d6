import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Statistics } from '../../../src/feed/schema.js';
import { findContradictions } from '../../../src/widgets/access-counter/contradictions.js';

const said = (statistics: Statistics) => findContradictions(statistics).map(({ message }) => message);

describe('findContradictions', () => {
  it('names what an old portal shows: more today than this week and ever', () => {
    assert.deepEqual(findContradictions({ online: 0, today: 1, week: 0, total: 0 }), [
      { pointer: '/_civic/statistics/today', message: 'today (1) is more than week (0)' },
      { pointer: '/_civic/statistics/today', message: 'today (1) is more than total (0)' },
    ]);
  });
  it('knows each rule', () => {
    assert.deepEqual(said({ today: 2, month: 1 }), ['today (2) is more than month (1)']);
    assert.deepEqual(said({ today: 2, year: 1 }), ['today (2) is more than year (1)']);
    assert.deepEqual(said({ yesterday: 2, total: 1 }), ['yesterday (2) is more than total (1)']);
    assert.deepEqual(said({ week: 2, total: 1 }), ['week (2) is more than total (1)']);
    assert.deepEqual(said({ month: 2, year: 1 }), ['month (2) is more than year (1)']);
    assert.deepEqual(said({ month: 2, total: 1 }), ['month (2) is more than total (1)']);
    assert.deepEqual(said({ year: 2, total: 1 }), ['year (2) is more than total (1)']);
    assert.deepEqual(said({ online: 4, today: 1, yesterday: 2 }), ['online (4) is more than today + yesterday (3)']);
  });
  it('says nothing of what may be: equal figures, last night’s visitors, a week that began last month', () => {
    assert.deepEqual(said({ today: 5, week: 5, month: 5, year: 5, total: 5 }), []);
    assert.deepEqual(said({ online: 3, today: 0, yesterday: 9 }), []);
    assert.deepEqual(said({ yesterday: 9, week: 1, month: 1, year: 1, total: 99 }), []);
    assert.deepEqual(said({ week: 9, month: 1, year: 1, total: 99 }), []);
  });
  it('takes an unknown figure for no proof of anything', () => {
    assert.deepEqual(said({ online: 7, today: 0 }), []);
    assert.deepEqual(said({ today: 7 }), []);
    assert.deepEqual(said({}), []);
  });
  it('never accuses figures counted from real days', () => {
    const visits = fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 });
    const length = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(visits, length, fc.integer({ min: 1, max: 31 }), (days, inWeek, inMonth) => {
        const last = (count: number) => days.slice(-count).reduce((sum, visits) => sum + visits, 0);
        const statistics = {
          online: Math.min(12, last(2)),
          today: last(1),
          yesterday: last(2) - last(1),
          week: last(inWeek),
          month: last(inMonth),
          year: last(inMonth + 5),
          total: last(40) + 1_200_000,
        };
        assert.deepEqual(said(statistics), []);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { nextBorder } from '../../../src/widgets/banner-rotator/border.js';
import { planOf, runningAt } from '../../../src/widgets/banner-rotator/schedule.js';

const VIETNAM = 'Asia/Ho_Chi_Minh';
const BERLIN = 'Europe/Berlin';
const banner = (rest: Partial<Banner> = {}): Banner => ({ id: 'a', image: 'https://example.org/a.png', ...rest });
const at = (time: string) => Date.parse(time);
const runs = (rest: Partial<Banner>, time: string, zone = VIETNAM) =>
  runningAt(planOf([banner(rest)], zone), at(time)).length === 1;

describe('which banners run', () => {
  it('runs without dates for ever', () => {
    const plan = planOf([banner()], VIETNAM);
    assert.equal(runningAt(plan, 0).length, 1);
    assert.equal(nextBorder(plan, 0), Infinity);
  });

  it('begins with the first instant of the start date in the zone of the feed', () => {
    assert.equal(runs({ start: '2024-03-01' }, '2024-02-29T23:59:59.999+07:00'), false);
    assert.equal(runs({ start: '2024-03-01' }, '2024-03-01T00:00:00+07:00'), true);
  });

  it('runs through the day of an end date, and not a moment longer', () => {
    assert.equal(runs({ end: '2024-03-31' }, '2024-03-31T23:59:59.999+07:00'), true);
    assert.equal(runs({ end: '2024-03-31' }, '2024-04-01T00:00:00+07:00'), false);
  });

  it('ends at the instant of an end time, which is the first without it', () => {
    assert.equal(runs({ end: '2024-03-31T12:00' }, '2024-03-31T11:59:59.999+07:00'), true);
    assert.equal(runs({ end: '2024-03-31T12:00' }, '2024-03-31T12:00:00+07:00'), false);
    assert.equal(runs({ end: '2024-03-31T12:00:00Z' }, '2024-03-31T12:30:00+07:00'), true);
  });

  it('takes a month or a year as a whole', () => {
    assert.equal(runs({ start: '2024-03', end: '2024-03' }, '2024-03-31T23:00:00+07:00'), true);
    assert.equal(runs({ end: '2024' }, '2024-12-31T23:00:00+07:00'), true);
    assert.equal(runs({ end: '2024' }, '2025-01-01T00:00:00+07:00'), false);
  });

  it('keeps to midnight when summer time begins and when it ends', () => {
    // 2024-03-31 has 23 hours in Berlin, 2024-10-27 has 25.
    assert.equal(runs({ start: '2024-03-31', end: '2024-03-31' }, '2024-03-30T23:00:00Z', BERLIN), true);
    assert.equal(runs({ start: '2024-03-31', end: '2024-03-31' }, '2024-03-31T21:59:59Z', BERLIN), true);
    assert.equal(runs({ start: '2024-03-31', end: '2024-03-31' }, '2024-03-31T22:00:00Z', BERLIN), false);
    assert.equal(runs({ end: '2024-10-27' }, '2024-10-27T22:59:59Z', BERLIN), true);
    assert.equal(runs({ end: '2024-10-27' }, '2024-10-27T23:00:00Z', BERLIN), false);
  });

  it('never runs what ends before it starts, and never wakes for it', () => {
    const plan = planOf([banner({ start: '2024-05-01', end: '2024-01-01' })], VIETNAM);
    assert.deepEqual(plan, []);
    assert.equal(nextBorder(plan, at('2024-03-01')), Infinity);
  });

  it('never runs a weight of 0', () => {
    assert.equal(runs({ weight: 0 }, '2024-03-01'), false);
    assert.equal(runs({ weight: 0.001 }, '2024-03-01'), true);
  });

  it('keeps the order of the feed and to the placement, where there is one', () => {
    const list = [
      banner({ id: 'a', placement: 'left' }),
      banner({ id: 'b' }),
      banner({ id: 'c', placement: ' left ' }),
    ];
    const ids = (placement?: string) => runningAt(planOf(list, VIETNAM, placement), 0).map(({ id }) => id);
    assert.deepEqual(ids('left'), ['a', 'c']);
    assert.deepEqual(ids('right'), []);
    assert.deepEqual(ids(), ['a', 'b', 'c']);
    assert.deepEqual(ids(''), ['a', 'b', 'c']);
  });
});

describe('when that changes next', () => {
  const plan = planOf(
    [
      banner({ start: '2024-03-01', end: '2024-03-31' }),
      banner({ start: '2024-03-15' }),
      banner({ end: '2024-02-01' }),
    ],
    VIETNAM,
  );
  const border = (time: string) => nextBorder(plan, at(time));

  it('is the first start or end to come', () => {
    assert.equal(border('2024-01-01T00:00:00Z'), at('2024-02-02T00:00:00+07:00'));
    assert.equal(border('2024-02-02T00:00:00+07:00'), at('2024-03-01T00:00:00+07:00'));
    assert.equal(border('2024-03-01T00:00:00+07:00'), at('2024-03-15T00:00:00+07:00'));
    assert.equal(border('2024-03-20T00:00:00+07:00'), at('2024-04-01T00:00:00+07:00'));
  });

  it('is never when nothing will change', () => {
    assert.equal(border('2024-04-01T00:00:00+07:00'), Infinity);
  });
});

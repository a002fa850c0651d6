import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isHours } from '../../src/feed/hours.js';
import { parseHours } from '../../src/widgets/banner-rotator/hour-spans.js';

const span = (from: string, until: string, overnight = false) => ({ from, until, overnight });

describe('hours of a day', () => {
  it('are one stretch or several', () => {
    assert.deepEqual(parseHours('07:00-11:30'), [span('07:00', '11:30')]);
    assert.deepEqual(parseHours('07:00-11:30,13:30-17:00'), [span('07:00', '11:30'), span('13:30', '17:00')]);
  });

  it('bear spaces, a dash as people type it and an hour of one digit', () => {
    assert.deepEqual(parseHours(' 7:00 – 11:30 , 13:30-17:00 '), [span('07:00', '11:30'), span('13:30', '17:00')]);
  });

  it('may go across midnight, and up to it', () => {
    assert.deepEqual(parseHours('22:00-05:00'), [span('22:00', '05:00', true)]);
    assert.deepEqual(parseHours('18:00-24:00'), [span('18:00', '00:00', true)]);
    assert.deepEqual(parseHours('00:00-24:00'), [span('00:00', '00:00', true)]);
  });

  it('are nothing else', () => {
    for (const wrong of [
      '',
      'buổi sáng',
      '07:00',
      '07:00-',
      '24:00-25:00',
      '07:60-08:00',
      '07:00-24:30',
      '7-11',
      ',',
    ]) {
      assert.equal(isHours(wrong), false, wrong);
    }
    assert.equal(isHours('07:00-11:30,'), false);
  });
});

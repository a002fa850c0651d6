import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageOf } from '../../../src/widgets/banner-rotator/unsent.js';

const NOW = Date.UTC(2024, 2, 1);
const DAY = 86_400_000;

describe('the age of a report', () => {
  for (const [what, made, age] of [
    ['is what the clock says', NOW - 60_000, 60_000],
    ['is none where the clock was put back meanwhile', NOW + DAY, 0],
    ['is two days at most where it was put forward, which the server takes', NOW - 9000 * DAY, 2 * DAY],
  ] as const) {
    it(what, () => assert.equal(ageOf(made, NOW), age));
  }
});

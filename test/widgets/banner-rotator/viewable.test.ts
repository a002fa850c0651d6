import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { durationOf, shareOf } from '../../../src/widgets/banner-rotator/viewable.js';

const size = (width: number, height: number) => ({ width, height });

describe('the share of pixels that has to be in sight', () => {
  for (const [what, box, own, share] of [
    ['is half', size(300, 150), size(300, 150), 0.5],
    ['is 30 % from 242,500 pixels on', size(970, 250), size(970, 250), 0.3],
    ['is half with one row less', size(970, 249), size(970, 249), 0.5],
    ['is half for a small picture in the box of large ones', size(1000, 500), size(300, 150), 0.5],
    ['is half for a large picture in a small box', size(300, 150), size(1000, 500), 0.5],
    ['is half for a large picture that leaves most of its box free', size(1000, 500), size(300, 1000), 0.5],
    ['is 30 % for a picture of twice the density', size(970, 250), size(1940, 500), 0.3],
    ['is 30 % for words, which fill their box', size(970, 250), undefined, 0.3],
  ] as const) {
    it(what, () => assert.equal(shareOf(box, own), share));
  }
});

describe('the time for which it has to be in sight', () => {
  it('is one second for a picture', () => assert.equal(durationOf(false), 1000));
  it('is two seconds for a film', () => assert.equal(durationOf(true), 2000));
});

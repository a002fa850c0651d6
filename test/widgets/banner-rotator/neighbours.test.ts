/** What moves a rotation from outside: another rotator of the page, and a feed that weighs its banners anew. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { FakeRotator } from './fake-rotator.js';
import { seeded } from './seeded.js';

const list: readonly Banner[] = 'abcdef'.split('').map((id) => ({ id, image: `https://example.org/${id}.png` }));

describe('two rotators of one feed', () => {
  it('never take the same banner, though their turns end within one frame', async () => {
    const random = seeded(7);
    const rotators = [new FakeRotator(list, { random }), new FakeRotator(list, { random })];
    for (const rotator of rotators) await rotator.rest();
    for (let turn = 0; turn < 300; turn++) {
      for (const rotator of rotators) rotator.end();
      for (const rotator of rotators) await rotator.rest();
      const shown = rotators.map((rotator) => rotator.shown);
      assert.notEqual(shown[0], shown[1]);
    }
    assert.deepEqual(
      rotators.map(({ cuts }) => cuts),
      [0, 0],
    );
    for (const rotator of rotators) {
      assert.ok(rotator.seen.length >= 250, `${rotator.seen.length} turns`);
      rotator.leave();
    }
  });
});

describe('a rotation whose banners are weighed anew', () => {
  it('goes on by the new weights', async () => {
    let heavy = 'a';
    const weigh = ({ id }: Banner) => (id === heavy ? 10 : 1);
    const rotator = new FakeRotator(list.slice(0, 2), { random: seeded(3), weigh });
    await rotator.rest();
    const sharesOf = async (turns: number) => {
      const from = rotator.seen.length;
      for (let turn = 0; turn < turns; turn++) await rotator.turn();
      return rotator.seen.slice(from).filter((id) => id === 'b').length / turns;
    };
    assert.ok((await sharesOf(44)) < 0.2);
    heavy = 'b';
    await rotator.update();
    assert.ok((await sharesOf(44)) > 0.8);
    rotator.leave();
  });
});

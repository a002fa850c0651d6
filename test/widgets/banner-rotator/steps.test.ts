/** Who follows what a reader has stepped to. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { FakeRotator, type FakeWish } from './fake-rotator.js';
import { seeded } from './seeded.js';

const banner = (id: string, weight = 1): Banner => ({ id, image: `https://example.org/${id}.png`, weight });
const list = (ids: string) => [...ids].map((id) => banner(id));

let rotator = new FakeRotator([], { random: Math.random });
afterEach(() => rotator.leave());

/** The only rotator of the page, whose first banner is there. */
async function begun(banners: readonly Banner[], wish: Partial<FakeWish> = {}): Promise<void> {
  rotator.leave();
  rotator = new FakeRotator(banners, { random: seeded(1), ...wish });
  await rotator.rest();
}

describe('a rotation in the feed’s order', () => {
  const order = 'sequential';

  it('goes on from where a reader has stepped to, with the picture of that one', async () => {
    await begun(list('abcdef'), { order });
    for (let step = 0; step < 3; step++) await rotator.step();
    await rotator.turn();
    assert.equal(rotator.seen.join(''), 'abcde');
    assert.equal(rotator.asked.join(''), 'abcdef');
    await rotator.step(true);
    await rotator.turn();
    assert.equal(rotator.seen.slice(5).join(''), 'de');
  });

  it('goes on from there after it stood still', async () => {
    await begun(list('abcdef'), { order });
    await rotator.play(false);
    for (let step = 0; step < 3; step++) await rotator.step();
    await rotator.play();
    await rotator.turn();
    assert.equal(rotator.seen.join(''), 'abcde');
  });

  it('goes on by as many as are shown at once', async () => {
    await begun(list('abcdef'), { order, count: 2 });
    await rotator.step();
    await rotator.turn();
    assert.deepEqual(rotator.seen, ['a,b', 'c,d', 'e,f']);
  });
});

for (const order of ['weighted', 'random'] as const) {
  describe(`a rotation that is ${order}`, () => {
    it('never shows again at once what a reader has stepped to', async () => {
      for (let seed = 0; seed < 60; seed++) {
        const random = seeded(seed);
        await begun([banner('a', 5), banner('b'), banner('c')], { order, random });
        // Some stand still meanwhile.
        await rotator.play(seed % 3 > 0);
        for (let step = 0; step < 12; step++) {
          await rotator.step(random() < 0.5);
          if (random() < 0.5) continue;
          await rotator.play();
          await rotator.turn();
          const [stepped, next] = rotator.seen.slice(-2);
          assert.notEqual(next, stepped, `view ${seed}: ${rotator.seen.join('')}`);
          await rotator.play(seed % 3 > 0);
        }
      }
    });

    it('shows it again where nobody else may come', async () => {
      await begun(list('ab'), { order, bars: ({ id }, shown) => shown.every((one) => one.id !== id) });
      await rotator.step();
      const [, stepped] = rotator.seen;
      await rotator.turn();
      assert.equal(rotator.seen[2], stepped);
    });

    it('gives each the turns it has without steps', async () => {
      const weights = order === 'weighted' ? { a: 3, b: 2, c: 1 } : { a: 1, b: 1, c: 1 };
      const banners = Object.entries(weights).map(([id, weight]) => banner(id, weight));
      for (let seed = 0; seed < 20; seed++) {
        const random = seeded(seed);
        await begun(banners, { order, random });
        const found = { a: 0, b: 0, c: 0 };
        for (let turn = 0; turn < 60; turn++) {
          while (random() < 0.4) await rotator.step();
          await rotator.turn();
          found[rotator.shown as 'a']++;
        }
        const total = weights.a + weights.b + weights.c;
        for (const id of ['a', 'b', 'c'] as const) {
          const due = (60 * weights[id]) / total;
          // A turn that let another go first, and the round that is not over.
          assert.ok(Math.abs(found[id] - due) <= 2, `view ${seed}: ${found[id]} turns of ${id} instead of ${due}`);
        }
      }
    });

    it('shows another pair than a reader has stepped to, where two stand at once', async () => {
      for (let seed = 0; seed < 60; seed++) {
        await begun(list('abcd'), { order, count: 2, random: seeded(seed) });
        for (let turn = 0; turn < 5; turn++) {
          await rotator.step();
          await rotator.turn();
          const [stepped, next] = rotator.seen.slice(-2).map((ids) => ids.split(',').sort().join());
          assert.notEqual(next, stepped, `view ${seed}: ${rotator.seen.join(' ')}`);
        }
      }
    });
  });
}

describe('a step', () => {
  it('leads past those that have come often enough, and to a house banner alone', async () => {
    const capped = list('ab').map((one) => ({ ...one, maxPerDay: 1 }));
    await begun([...capped, { ...banner('c'), fallback: true }], { order: 'sequential', count: 2 });
    await rotator.update();
    await rotator.step();
    assert.deepEqual(rotator.seen, ['a,b', 'c']);
  });
});

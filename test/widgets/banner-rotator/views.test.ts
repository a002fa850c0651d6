/** Fairness of what page views show: of the rotator with its pictures fetched ahead, its caps and its neighbours, not of the drawing alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { FakeRotator, type FakeWish } from './fake-rotator.js';
import { seeded } from './seeded.js';

const VIEWS = 400;
/** α = .001, Bonferroni over some positions: p = .0001, by degrees of freedom. */
const CRITICAL = [0, 15.14, 18.42, 21.11] as const;

const banner = (id: string, weight = 1, rest: Partial<Banner> = {}): Banner => ({
  id,
  image: `https://example.org/${id}.png`,
  weight,
  ...rest,
});

type Wish = Partial<FakeWish>;

/**
 * What many page views show.
 *
 * @param wishes - one for each rotator of the page
 * @returns ids by view, rotator and turn
 */
async function look(banners: readonly Banner[], turns: number, ...wishes: Wish[]): Promise<string[][][]> {
  const random = seeded(2024);
  const views: string[][][] = [];
  while (views.length < VIEWS) {
    const rotators = wishes.map((wish) => new FakeRotator(banners, { random, ...wish }));
    for (const rotator of rotators) await rotator.rest();
    for (let turn = 1; turn < turns; turn++) for (const rotator of rotators) await rotator.turn();
    views.push(rotators.map(({ seen }) => seen));
    for (const rotator of rotators) rotator.leave();
  }
  return views;
}

const at = (views: string[][][], rotator: number, turn: number) => views.map((view) => view[rotator]?.[turn] ?? '');

/** Chi-square of how often these come among each other. */
function chiSquare(ids: readonly string[], shares: Readonly<Record<string, number>>): number {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const some = ids.filter((id) => id in shares);
  return Object.entries(shares).reduce((sum, [id, share]) => {
    const due = (some.length * share) / total;
    return sum + (some.filter((each) => each === id).length - due) ** 2 / due;
  }, 0);
}

/** The worst of the positions of a page view, in any of its rotators. */
const worst = (views: string[][][], turns: readonly number[], shares: Readonly<Record<string, number>>) =>
  Math.max(
    ...(views[0] ?? []).flatMap((_, rotator) => turns.map((turn) => chiSquare(at(views, rotator, turn), shares))),
  );

const isFair = (value: number, critical: number) => assert.ok(value < critical, `${value} is beyond ${critical}`);
const isUnfair = (value: number, critical: number) => assert.ok(value > critical, `${value} is within ${critical}`);

const FIRST_FIVE = [0, 1, 2, 3, 4];

describe('page views', () => {
  it('show each banner by its weight at every position', async () => {
    const shares = { a: 5, b: 1, c: 1 };
    const banners = Object.entries(shares).map(([id, weight]) => banner(id, weight));
    isFair(worst(await look(banners, 5, {}), FIRST_FIVE, shares), CRITICAL[2]);
    // Known to be unfair, and therefore what this has to catch.
    const neverTwice: Wish = { bars: (one, shown) => shown.includes(one) };
    isUnfair(worst(await look(banners, 5, neverTwice), FIRST_FIVE, shares), CRITICAL[2]);
  });

  it('show nobody beyond a cap, and the others as often as each other at every position', async () => {
    const shares = { b: 1, c: 1 };
    const views = await look([banner('a', 5, { maxPerDay: 3 }), banner('b'), banner('c')], 8, {});
    for (const [[...seen] = []] of views)
      assert.equal(seen.filter((id) => id === 'a').length <= 3, true, seen.join(''));
    isFair(worst(views, [0, 1, 2, 3, 4, 5, 6, 7], shares), CRITICAL[1]);
    isUnfair(worst(await look([banner('b', 2), banner('c')], 5, {}), FIRST_FIVE, shares), CRITICAL[1]);
  });

  it('show the others by their weights once a cap is reached', async () => {
    const views = await look([banner('a', 4, { maxPerDay: 1 }), banner('b', 2), banner('c')], 14, {});
    const later = views.flatMap(([seen = []]) => seen.slice(8));
    assert.equal(later.includes('a'), false);
    const share = later.filter((id) => id === 'b').length / later.length;
    assert.ok(Math.abs(share - 2 / 3) < 0.01, `${share}`);
  });

  it('never show one twice at once in two rotators, and none more than another of the same weight', async () => {
    const shares = { a: 1, b: 1, c: 1, d: 1 };
    const banners = Object.keys(shares).map((id) => banner(id));
    const views = await look(banners, 5, {}, {});
    for (const [first = [], second = []] of views) {
      // They take turns one after the other: each turn of one meets two of the other.
      first.forEach((id, turn) => {
        assert.notEqual(id, second[turn], `${first.join('')} ${second.join('')}`);
        assert.notEqual(id, second[turn - 1], `${first.join('')} ${second.join('')}`);
      });
    }
    isFair(worst(views, FIRST_FIVE, shares), CRITICAL[3]);
    const biased = await look(banners, 5, {}, { order: 'sequential' });
    isUnfair(worst(biased, FIRST_FIVE, shares), CRITICAL[3]);
  });

  it('show a heavy banner in one of two rotators more often than the others, and no more than always', async () => {
    const views = await look([banner('a', 3), banner('b', 2), banner('c'), banner('d')], 5, {}, {});
    const ids = views.flat(2);
    const [a = 0, b = 0, c = 0, d = 0] = ['a', 'b', 'c', 'd'].map((id) => ids.filter((each) => each === id).length);
    // Each of the five positions is there twice.
    assert.ok(a <= ids.length / 2 && a > 1.1 * b && b > 1.1 * Math.max(c, d), `${a} ${b} ${c} ${d}`);
    for (const turn of FIRST_FIVE) {
      const both = [...at(views, 0, turn), ...at(views, 1, turn)];
      isFair(chiSquare(both, { c: 1, d: 1 }), CRITICAL[1]);
    }
  });
});

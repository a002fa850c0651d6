import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choose, type Random, type Wish } from '../../../src/widgets/banner-rotator/choice.js';
import { drawer, roundRobinAfter, smoothRoundRobin, stretch } from '../../../src/widgets/banner-rotator/rotation.js';
import { inclusion, sample, sampler } from '../../../src/widgets/banner-rotator/sampling.js';
import { sharesOf } from '../../../src/widgets/banner-rotator/shares.js';
import { seeded } from './seeded.js';

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
const times = <T>(count: number, make: (index: number) => T) => [...Array(count).keys()].map(make);
function counts(indices: readonly number[], length: number): number[] {
  const found = times(length, () => 0);
  for (const index of indices) found[index] = (found[index] ?? 0) + 1;
  return found;
}

/** All turns of a page view, the first one included. */
function turns(weights: readonly number[], wish: Wish): () => number[] {
  const first = choose(weights, wish, sampler);
  const draw = drawer(first, weights, wish, sampler);
  let begun = false;
  return () => {
    if (begun) return draw();
    begun = true;
    return first;
  };
}

const WEIGHTS = [[5, 1, 1], [3, 3, 3, 2, 2, 2], [1, 1], [1], [7, 0, 2], [1, 2, 3, 4, 5, 6, 7], [100, 1]];

describe('smooth weighted round robin', () => {
  for (const weights of WEIGHTS) {
    it(`matches the weights ${weights.join(',')} exactly in every full cycle, from any phase`, () => {
      const shares = sharesOf(weights);
      const total = sum(shares);
      for (let seed = 0; seed < 20; seed++) {
        const next = roundRobinAfter(seed % weights.length, shares, seeded(seed));
        for (let cycle = 0; cycle < 3; cycle++) {
          assert.deepEqual(
            counts(
              times(total, () => next()),
              weights.length,
            ),
            shares,
          );
        }
      }
    });

    it(`is never further than 1.1 turns from the weights ${weights.join(',')} after the start of a cycle`, () => {
      const shares = sharesOf(weights);
      const total = sum(shares);
      const next = smoothRoundRobin(shares);
      const found = shares.map(() => 0);
      for (let turn = 1; turn <= total; turn++) {
        const index = next();
        found[index] = (found[index] ?? 0) + 1;
        found.forEach((count, at) => {
          const due = (turn * (shares[at] ?? 0)) / total;
          assert.ok(Math.abs(count - due) <= 1.1, `${count} turns instead of ${due} after ${turn}`);
        });
      }
    });
  }

  it('goes on after every turn of the first one, each as likely as the others', () => {
    const next = smoothRoundRobin([5, 1, 1]);
    const cycle = times(7, () => next());
    const after = cycle.flatMap((index, at) => (index === 0 ? [cycle[(at + 1) % 7]] : []));
    const found = times(5, (turn) => roundRobinAfter(0, [5, 1, 1], () => turn / 5)());
    assert.deepEqual(found, after);
  });

  it('goes on after one that has no share', () => {
    assert.equal(roundRobinAfter(1, [1, 0], () => 0.5)(), 0);
    assert.equal(roundRobinAfter(-1, [1, 0], () => 0.5)(), 0);
  });

  it('bears a random number that rounds up to 1', () => {
    assert.ok([0, 1].includes(roundRobinAfter(0, [1, 1], () => 1)()));
  });
});

describe('shares', () => {
  it('have no common divisor', () => {
    assert.deepEqual(sharesOf([6, 2, 4]), [3, 1, 2]);
    assert.deepEqual(sharesOf([0.5, 1.25]), [2, 5]);
    assert.deepEqual(sharesOf([4, 0]), [1, 0]);
  });

  it('are bounded for huge, tiny and crooked weights, and leave out nobody', () => {
    for (const weights of [
      [1e308, 1e308, 1],
      [1e-9, 1],
      [Math.PI, Math.E],
      [1e15, 3],
      [999_983, 1],
    ]) {
      const shares = sharesOf(weights);
      assert.ok(sum(shares) <= 10_001 + weights.length, String(shares));
      assert.ok(
        shares.every((share) => Number.isInteger(share) && share >= 1),
        String(shares),
      );
    }
    assert.deepEqual(sharesOf([1e308, 1e308]), [1, 1]);
    const [left = 0, right = 0] = sharesOf([Math.PI, Math.E]);
    assert.ok(Math.abs(left / right - Math.PI / Math.E) < 0.001);
  });

  it('come to an end for weights that are none', () => {
    for (const weights of [[Infinity], [NaN, 1], [1, Infinity, 2]])
      assert.ok(sharesOf(weights).every(Number.isInteger));
  });

  it('bound the work for many banners', () => {
    const weights = times(500, (index) => 1 + (index % 97) * 1.0001);
    assert.ok(sum(sharesOf(weights)) * 500 <= 2_500_000);
  });
});

/** Draws the first turns of one page view. */
type Policy = (random: Random) => number[];
const TURNS = 5;
const VIEWS = 20_000;
const PROOF = [5, 1, 1];
/** α = .001, Bonferroni over 5 positions: p = .0002 with 2 degrees of freedom is 17.03. */
const CRITICAL = 17.03;

/**
 * Chi-square of each position of a page view on its own: the turns of one view depend on each other, so they are
 * never pooled.
 */
function chiSquares(policy: Policy): number[] {
  const random = seeded(2024);
  const found = times(TURNS, () => PROOF.map(() => 0));
  for (let view = 0; view < VIEWS; view++) {
    policy(random).forEach((index, position) => {
      const row = found[position];
      if (row) row[index] = (row[index] ?? 0) + 1;
    });
  }
  return found.map((row) =>
    sum(
      row.map((count, index) => {
        const due = (VIEWS * (PROOF[index] ?? 0)) / sum(PROOF);
        return (count - due) ** 2 / due;
      }),
    ),
  );
}

function pick(weights: readonly number[], random: Random): number {
  let left = random() * sum(weights);
  return weights.findIndex((weight) => (left -= weight) < 0);
}

/** Known to be unfair, and therefore what the proof has to catch. */
const BIASED: Readonly<Record<string, Policy>> = {
  'the same cycle from a fixed start': () => {
    const next = smoothRoundRobin(PROOF);
    return times(TURNS, () => next());
  },
  'never the same twice': (random) => {
    let last = -1;
    return times(
      TURNS,
      () =>
        (last = pick(
          PROOF.map((weight, index) => (index === last ? 0 : weight)),
          random,
        )),
    );
  },
  'a shuffle without replacement': (random) => {
    const left = [...PROOF];
    return times(TURNS, () => {
      if (sum(left) === 0) PROOF.forEach((weight, index) => (left[index] = weight));
      const index = pick(left, random);
      left[index] = 0;
      return index;
    });
  },
  'weights left aside': (random) => times(TURNS, () => Math.floor(random() * PROOF.length)),
};

describe('fairness of every position of a page view, by chi-square', () => {
  it('holds for the rotation', () => {
    const found = chiSquares((random) => {
      const draw = turns(PROOF, { order: 'weighted', count: 1, random });
      return times(TURNS, () => draw()[0] ?? -1);
    });
    for (const value of found) assert.ok(value < CRITICAL, String(found));
  });

  it('holds for who stands first in a stack', () => {
    const found = chiSquares((random) => choose(PROOF, { order: 'weighted', count: 3, random }, sampler).slice(0, 1));
    assert.ok((found[0] ?? Infinity) < CRITICAL, String(found[0]));
  });

  for (const [name, policy] of Object.entries(BIASED)) {
    it(`fails for ${name}`, () => {
      assert.ok(Math.max(...chiSquares(policy)) > CRITICAL);
    });
  }
});

describe('several at once', () => {
  it('include each in proportion to its weight, the heavy ones always', () => {
    assert.deepEqual(inclusion([1, 1, 1, 1], 2), [0.5, 0.5, 0.5, 0.5]);
    assert.deepEqual(inclusion([10, 1, 1], 2), [1, 0.5, 0.5]);
    assert.deepEqual(inclusion([10, 5, 1, 1], 3), [1, 1, 0.5, 0.5]);
    assert.deepEqual(inclusion([3, 0], 2), [1, 0]);
    assert.deepEqual(
      inclusion([1e308, 1e308, 1e308], 1).map((chance) => chance.toFixed(3)),
      ['0.333', '0.333', '0.333'],
    );
  });

  it('never hold one twice, and always as many as asked for', () => {
    const random = seeded(7);
    for (const order of ['weighted', 'sequential', 'random'] as const) {
      for (const count of [2, 3]) {
        const draw = turns([5, 3, 1, 1, 0.3], { order, count, random });
        for (let turn = 0; turn < 500; turn++) assert.equal(new Set(draw()).size, count, order);
      }
    }
  });

  it('show each as often as its chance says, at each position of a view', () => {
    const random = seeded(11);
    const weights = [4, 3, 2, 1];
    const chances = inclusion(weights, 2);
    const found = times(3, () => weights.map(() => 0));
    for (let view = 0; view < VIEWS; view++) {
      const draw = turns(weights, { order: 'weighted', count: 2, random });
      for (const row of found) for (const index of draw()) row[index] = (row[index] ?? 0) + 1;
    }
    for (const row of found) {
      row.forEach((count, index) => {
        const chance = chances[index] ?? 0;
        // Five standard deviations.
        const slack = 5 * Math.sqrt(VIEWS * chance * (1 - chance)) + 1;
        assert.ok(Math.abs(count - VIEWS * chance) <= slack, `${count} of ${VIEWS * chance}`);
      });
    }
  });

  it('bear chances that rounding leaves short of a whole', () => {
    const third = 1 / 3;
    assert.equal(sample([third, third, third], 0.9999999999999999).length <= 1, true);
    assert.equal(sample([third, third, third], 0).length, 1);
    assert.equal(sample([1, 1], 0.5).length, 2);
  });
});

describe('other orders', () => {
  it('go through the feed, round its end', () => {
    const draw = turns([1, 9, 1], { order: 'sequential', count: 2, random: Math.random });
    assert.deepEqual(times(3, draw), [
      [0, 1],
      [2, 0],
      [1, 2],
    ]);
    assert.deepEqual(stretch(-1, 2, 3), [2, 0]);
    assert.deepEqual(stretch(0, 5, 3), [0, 1, 2]);
  });

  it('go on in the feed from where the page’s own banner stands', () => {
    const draw = drawer([1], [1, 9, 1], { order: 'sequential', count: 1, random: Math.random }, sampler);
    assert.deepEqual(
      times(3, () => draw()),
      [[2], [0], [1]],
    );
  });

  it('go on by weight after a turn that chance would not have given', () => {
    const draw = drawer([1, 2], [1, 1, 1, 1], { order: 'weighted', count: 2, random: seeded(13) }, sampler);
    for (let turn = 0; turn < 20; turn++) assert.equal(new Set(draw()).size, 2);
  });

  it('deal everyone once before anyone comes again', () => {
    const draw = turns([1, 9, 1, 4], { order: 'random', count: 1, random: seeded(3) });
    for (let round = 0; round < 50; round++) {
      assert.equal(new Set(times(4, () => draw()[0])).size, 4);
    }
  });

  it('never deal one again at once, though a round is over', () => {
    for (const length of [2, 3, 5]) {
      const draw = turns(Array(length).fill(1), { order: 'random', count: 1, random: seeded(length) });
      const dealt = times(1000, () => draw()[0]);
      dealt.forEach((index, at) => assert.notEqual(index, dealt[at - 1], `${length} banners, turn ${at}`));
    }
    // Nor when others stand elsewhere: the third may not come.
    const draw = drawer([0], [1, 1, 1], { order: 'random', count: 1, random: seeded(5) });
    const dealt = times(200, () => draw((index) => index !== 2)[0]);
    assert.deepEqual(dealt, Array(100).fill([1, 0]).flat());
    assert.deepEqual(
      draw((index) => index === 0),
      [0],
    );
  });

  it('deal two rounds in any order but with the last one first, each as likely', () => {
    const random = seeded(23);
    const found = new Map<string, number>();
    for (let view = 0; view < 12_000; view++) {
      const draw = turns([1, 1, 1], { order: 'random', count: 1, random });
      const [, , last, ...next] = times(6, () => draw()[0] ?? -1);
      const named = next.map((index) => 'xyz'[(index - (last ?? 0) + 3) % 3]).join('');
      found.set(named, (found.get(named) ?? 0) + 1);
    }
    // α = .001 with 3 degrees of freedom: 16.27.
    assert.deepEqual([...found.keys()].sort(), ['yxz', 'yzx', 'zxy', 'zyx']);
    assert.ok(sum([...found.values()].map((count) => (count - 3000) ** 2 / 3000)) < 16.27, String([...found.values()]));
  });

  it('arrange all, or as many as asked for', () => {
    const random = seeded(5);
    assert.deepEqual(choose([1, 2, 3], { order: 'sequential', count: Infinity, random }), [0, 1, 2]);
    assert.deepEqual(choose([1, 2, 3], { order: 'sequential', count: 2, random }), [0, 1]);
    for (const order of ['weighted', 'random'] as const) {
      assert.equal(new Set(choose([5, 1, 1, 0.1], { order, count: Infinity, random })).size, 4);
      assert.equal(new Set(choose([5, 1, 1, 0.1], { order, count: 2, random }, sampler)).size, 2);
    }
    assert.deepEqual(choose([2], { order: 'weighted', count: Infinity, random }), [0]);
  });
});

describe('those that may not come', () => {
  const POLICIES: readonly Wish[] = (['weighted', 'sequential', 'random'] as const).flatMap((order) =>
    [1, 2].map((count) => ({ order, count, random: seeded(17) })),
  );

  for (const wish of POLICIES) {
    it(`are never drawn, and the others go on: ${wish.order}, ${wish.count} at once`, () => {
      const draw = drawer([0], [5, 3, 1, 1, 2], wish, sampler);
      for (let turn = 0; turn < 300; turn++) {
        const barred = new Set([turn % 5, (turn * 3 + 1) % 5]);
        const drawn = draw((index) => !barred.has(index));
        assert.equal(new Set(drawn).size, wish.count);
        assert.ok(drawn.every((index) => !barred.has(index)));
      }
    });

    it(`leave fewer, or nobody: ${wish.order}, ${wish.count} at once`, () => {
      const draw = drawer([0], [5, 3, 1, 1, 2], wish, sampler);
      assert.deepEqual(
        draw((index) => index === 3),
        [3],
      );
      assert.deepEqual(
        draw(() => false),
        [],
      );
      assert.equal(draw().length, wish.count);
    });
  }

  it('leave the weights of the others as they are', () => {
    const next = smoothRoundRobin([5, 3, 1, 1]);
    const drawn = times(500, () => next((index) => index !== 0));
    assert.deepEqual(counts(drawn, 4), [0, 300, 100, 100]);
  });
});

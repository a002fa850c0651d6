import type { Random, Wish } from './choice.js';
import type { Sampler } from './sampling.js';
import { sharesOf } from './shares.js';

/** Whether the banner at an index may come now: it may stand elsewhere on the page, or have come often enough. */
export type Allowed = (index: number) => boolean;

/**
 * Draws the banners of the next turn, as indices into the list; fewer or none when no more of them may come.
 *
 * @param others - only these come in this turn; who may come and is not among them loses nothing by it
 */
export type Draw = (allowed?: Allowed, others?: Allowed) => number[];

const anyone: Allowed = () => true;

/** Who has no claim that grows from turn to turn loses none either. */
const narrowed =
  (draw: (allowed: Allowed) => number[]): Draw =>
  (allowed = anyone, others = anyone) =>
    draw((index) => allowed(index) && others(index));

const below = (end: number, random: Random) => Math.min(end - 1, Math.floor(random() * end));

/**
 * Smooth weighted round robin, from the start of its cycle: every full cycle holds each banner exactly as often as its
 * weight says, spread evenly. Who may not come earns nothing meanwhile, and the others share as if it were not there.
 *
 * @param shares - whole numbers, not all 0
 * @returns gives the index of the next turn, for ever; -1 when nobody may come
 */
export function smoothRoundRobin(shares: readonly number[]): (allowed?: Allowed, others?: Allowed) => number {
  const credit = shares.map(() => 0);
  return (allowed = anyone, others = anyone) => {
    let total = 0;
    let best = -1;
    let most = -Infinity;
    for (let index = 0; index < shares.length; index++) {
      const share = shares[index] ?? 0;
      if (!share || !allowed(index)) continue;
      total += share;
      const now = (credit[index] ?? 0) + share;
      credit[index] = now;
      if (now > most && others(index)) {
        most = now;
        best = index;
      }
    }
    if (best >= 0) credit[best] = most - total;
    return best;
  };
}

/**
 * The same cycle after a turn of `first`, which is any of its turns in the cycle with the same chance.
 *
 * Where `first` was drawn by weight, this is a uniformly random phase. That makes each position of a page view fair
 * too, which neither a fixed start nor a shuffle is: most views see two or three turns.
 */
export function roundRobinAfter(
  first: number,
  shares: readonly number[],
  random: Random,
): (allowed?: Allowed, others?: Allowed) => number {
  const next = smoothRoundRobin(shares);
  for (let ahead = 1 + below(shares[first] ?? 0, random); ahead > 0;) if (next() === first) ahead--;
  return next;
}

function shuffled(length: number, random: Random): number[] {
  const list = [...Array(length).keys()];
  for (let end = length; end > 1; end--) {
    const other = below(end, random);
    [list[end - 1], list[other]] = [list[other] ?? 0, list[end - 1] ?? 0];
  }
  return list;
}

/** The same list with some of it anywhere behind the first so many others that may come. */
function shuffledAfter(
  some: readonly number[],
  others: number,
  list: readonly number[],
  allowed: Allowed,
  random: Random,
): number[] {
  const moved = list.filter((index) => !some.includes(index));
  let from = 0;
  while (from < moved.length && others > 0) if (allowed(moved[from++] as number)) others--;
  for (const index of some) moved.splice(from + below(moved.length - from + 1, random), 0, index);
  return moved;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** How often a phase is drawn that would have given the first turn; only the page's own banner makes that hopeless. */
const MOST_TRIES = 100;

/**
 * The turns that follow the first one, in a rotation in which not all banners fit at once.
 *
 * `weighted` is fair at every position of a page view, `sequential` goes on in the list, `random` deals all banners
 * once before any comes again and leaves the weights aside. No turn holds a banner twice.
 *
 * @param first - indices of the turn that is on show
 * @param weights - positive, more than `count` of them
 * @param sampler - draws several at once by weight; without it they are dealt like cards
 */
export function drawer(
  first: readonly number[],
  weights: readonly number[],
  { order, count, random }: Wish,
  sampler?: Sampler,
): Draw {
  const { length } = weights;
  const [begin = 0] = first;
  if (order === 'sequential') {
    // Of a turn that is not whole, the next one begins where it ended.
    let next = (begin + count) % length;
    return narrowed((allowed) => {
      const turn = stretch(next, length, length).filter(allowed).slice(0, count);
      if (turn.length > 0) next = ((turn[turn.length - 1] ?? 0) + 1) % length;
      return turn;
    });
  }
  if (order === 'random' || (count > 1 && !sampler)) {
    let deck = shuffled(length, random).filter((index) => !first.includes(index));
    let last = first.filter((index) => index >= 0);
    const deal = (count: number, allowed: Allowed) => {
      const dealt = deck.filter(allowed).slice(0, count);
      deck = deck.filter((index) => !dealt.includes(index));
      return dealt;
    };
    return narrowed((allowed) => {
      const turn = deal(count, allowed);
      const missing = count - turn.length;
      if (missing > 0) {
        // Who closes the old round does not open the new one, in the same turn or the next.
        const [closing, before] = turn[0] === undefined ? [last, missing] : [turn, missing + count];
        deck = shuffledAfter(closing, before, shuffled(length, random), allowed, random);
        turn.push(...deal(missing, (index) => allowed(index) && !turn.includes(index)));
      }
      if (turn[0] !== undefined) last = turn;
      return turn;
    });
  }
  if (count === 1 || !sampler) {
    // Of several with the same claim the first comes. Who that is is left to chance: where others may not come, those in
    // front of the feed would gain or lose by it.
    const ranks = shuffled(length, random);
    const shares = sharesOf(weights);
    const sharesByRank = ranks.map((index) => shares[index] ?? 0);
    const next = roundRobinAfter(ranks.indexOf(begin), sharesByRank, random);
    const byRank = (holds: Allowed) => (rank: number) => holds(ranks[rank] as number);
    return (allowed = anyone, others = anyone) => {
      const index = ranks[next(byRank(allowed), byRank(others))];
      return index === undefined ? [] : [index];
    };
  }
  const draw = sampler(weights, count);
  let phase = random();
  const gaveFirst = () => draw(phase).every((index) => first.includes(index));
  for (let tries = MOST_TRIES; tries > 0 && !gaveFirst(); tries--) phase = random();
  return narrowed((allowed) => {
    // The golden ratio spreads the phases evenly over the turns of one view.
    phase = (phase + GOLDEN) % 1;
    if (weights.every((_, index) => allowed(index))) return draw(phase);
    return sampler(
      weights.map((weight, index) => (allowed(index) ? weight : 0)),
      count,
    )(phase);
  });
}

/** `count` indices from `first` on, round the end of a list. */
export function stretch(first: number, count: number, length: number): number[] {
  return [...Array(Math.min(count, length)).keys()].map((step) => (first + step + length) % length);
}

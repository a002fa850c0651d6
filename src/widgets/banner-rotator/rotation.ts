import { sharesOf } from './shares.js';

/** Who comes next: by weight, in the feed's order, or shuffled. */
export type Order = 'weighted' | 'sequential' | 'random';

/** A number in [0, 1), uniformly; `Math.random` outside tests. */
export type Random = () => number;

/** Draws the banners of the next turn, as indices into the list. */
export type Draw = () => number[];

const below = (end: number, random: Random) => Math.min(end - 1, Math.floor(random() * end));

/**
 * Smooth weighted round robin from a uniformly random phase.
 *
 * Every full cycle holds each banner exactly as often as its weight says, spread evenly; the random phase makes each
 * position of a page view fair too, which neither a fixed start nor a shuffle is: most views see two or three turns.
 *
 * @param shares - whole numbers, not all 0
 * @returns gives the index of the next turn, for ever
 */
export function smoothRoundRobin(shares: readonly number[], random: Random): () => number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const credit = shares.map(() => 0);
  const step = () => {
    let best = 0;
    let most = -Infinity;
    for (let index = 0; index < shares.length; index++) {
      const now = (credit[index] ?? 0) + (shares[index] ?? 0);
      credit[index] = now;
      if (now > most && shares[index] !== 0) {
        most = now;
        best = index;
      }
    }
    credit[best] = most - total;
    return best;
  };
  for (let phase = below(total, random); phase > 0; phase--) step();
  return step;
}

function shuffled(length: number, random: Random): number[] {
  const list = [...Array(length).keys()];
  for (let end = length; end > 1; end--) {
    const other = below(end, random);
    [list[end - 1], list[other]] = [list[other] ?? 0, list[end - 1] ?? 0];
  }
  return list;
}

/**
 * How likely each banner is among several shown at once: in proportion to its weight, and certain where the
 * proportion would ask for more than one place. Heavy weights saturate: no banner shows twice at the same time.
 */
export function inclusion(weights: readonly number[], count: number): number[] {
  const heaviest = Math.max(...weights);
  const chances = weights.map(() => 0);
  let open = weights.map((_, index) => index).filter((index) => (weights[index] ?? 0) > 0);
  let places = Math.min(count, open.length);
  for (;;) {
    const part = (index: number) => (weights[index] ?? 0) / heaviest;
    const sum = open.reduce((total, index) => total + part(index), 0);
    const certain = open.filter((index) => places * part(index) >= sum);
    for (const index of certain) chances[index] = 1;
    for (const index of open) if (chances[index] !== 1) chances[index] = (places * part(index)) / sum;
    if (certain.length === 0 || certain.length === open.length) return chances;
    open = open.filter((index) => chances[index] !== 1);
    places -= certain.length;
  }
}

/**
 * Systematic sampling: a comb of distance 1 laid over the chances, shifted by `phase`.
 *
 * @param phase - in [0, 1); uniformly random makes each banner exactly as likely as its chance
 */
export function sample(chances: readonly number[], phase: number): number[] {
  const picked: number[] = [];
  let end = 0;
  let tooth = phase;
  chances.forEach((chance, index) => {
    end += chance;
    // A hair's breadth of tolerance: 1/3 + 1/3 + 1/3 is less than 1.
    if (chance === 0 || tooth >= end - 1e-12) return;
    picked.push(index);
    tooth += 1;
  });
  return picked;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** What {@link drawer} and {@link arrange} need to know. */
export interface Wish {
  readonly order: Order;
  /** How many at once. */
  readonly count: number;
  readonly random: Random;
}

/**
 * The turns of a rotation in which not all banners fit at once.
 *
 * `weighted` is fair at every position of a page view, `sequential` begins with the first, `random` deals all
 * banners once before any comes again and leaves the weights aside. No turn holds a banner twice.
 *
 * @param weights - positive, more than `count` of them
 */
export function drawer(weights: readonly number[], { order, count, random }: Wish): Draw {
  const { length } = weights;
  if (order === 'sequential') {
    let next = 0;
    return () => {
      const first = next;
      next = (next + count) % length;
      return stretch(first, count, length);
    };
  }
  if (order === 'random') {
    let deck: number[] = [];
    return () => {
      const turn = deck.splice(0, count);
      if (turn.length < count) {
        const fresh = shuffled(length, random);
        // Who closes the old round does not open the new one in the same turn.
        deck = [...fresh.filter((index) => !turn.includes(index)), ...fresh.filter((index) => turn.includes(index))];
        turn.push(...deck.splice(0, count - turn.length));
      }
      return turn;
    };
  }
  if (count === 1) {
    const next = smoothRoundRobin(sharesOf(weights), random);
    return () => [next()];
  }
  const chances = inclusion(weights, count);
  let phase = random();
  return () => {
    // The golden ratio spreads the phases evenly over the turns of one view.
    phase = (phase + GOLDEN) % 1;
    return sample(chances, phase);
  };
}

/** `count` indices from `first` on, round the end of a list. */
export function stretch(first: number, count: number, length: number): number[] {
  return [...Array(Math.min(count, length)).keys()].map((step) => (first + step + length) % length);
}

/**
 * The order of banners that stand still together; by weight, each is first as often as its weight says.
 *
 * @param weights - positive
 */
export function arrange(weights: readonly number[], { order, count, random }: Wish): number[] {
  const { length } = weights;
  if (order === 'sequential') return stretch(0, count, length);
  if (order === 'random') return shuffled(length, random).slice(0, count);
  const chosen = count < length ? sample(inclusion(weights, count), random()) : stretch(0, length, length);
  const next = smoothRoundRobin(sharesOf(chosen.map((index) => weights[index] ?? 1)), random);
  const places = new Set<number>();
  while (places.size < chosen.length) places.add(next());
  return [...places].map((place) => chosen[place] ?? 0);
}

import type { Sampler } from './sampling.js';

/** Who comes when: by weight, in the feed's order, or shuffled. */
export type Order = 'weighted' | 'sequential' | 'random';

/** A number in [0, 1), uniformly; `Math.random` outside tests. */
export type Random = () => number;

/** How banners are chosen. */
export interface Wish {
  readonly order: Order;
  /** How many at once. */
  readonly count: number;
  readonly random: Random;
}

/**
 * The first turn of a rotation, or the order of those that stand together: by weight, each is first as often as its
 * weight says.
 *
 * @param weights - positive
 * @param sampler - draws several at once; without it each place is drawn by weight among those that are left
 * @returns indices, each once
 */
export function choose(weights: readonly number[], { order, count, random }: Wish, sampler?: Sampler): number[] {
  const all = [...weights.keys()];
  if (order === 'sequential') return all.slice(0, count);
  const shuffles = order === 'random';
  const several = !shuffles && count > 1 && count < all.length;
  const chosen = (several && sampler?.(weights, count)(random())) || all;
  // Of exponential waiting times, each is the shortest in proportion to its rate.
  const waits = weights.map((weight) => -Math.log(random()) / (shuffles ? 1 : weight));
  return chosen.sort((left, right) => (waits[left] as number) - (waits[right] as number)).slice(0, count);
}

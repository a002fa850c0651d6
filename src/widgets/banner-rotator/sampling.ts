/**
 * How likely each banner is among several shown at once: in proportion to its weight, and certain where the
 * proportion would ask for more than one place. Heavy weights saturate: no banner shows twice at the same time.
 */
export function inclusion(weights: readonly number[], count: number): number[] {
  const heaviest = Math.max(...weights);
  const chances = weights.map((weight) => weight / heaviest);
  const upward = [...weights.keys()].sort((left, right) => (chances[left] as number) - (chances[right] as number));
  let sum = 0;
  const sums = upward.map((index) => (sum += chances[index] as number));
  // The heaviest first: what it leaves is shared among the lighter ones.
  for (let at = upward.length; at-- > 0;) {
    const index = upward[at] as number;
    const chance = Math.min(1, ((chances[index] as number) * count) / (sums[at] as number)) || 0;
    chances[index] = chance;
    count -= chance;
  }
  return chances;
}

/**
 * Systematic sampling: a comb of distance 1 laid over the chances, shifted by `phase`.
 *
 * @param phase - in [0, 1); uniformly random makes each banner exactly as likely as its chance
 */
export function sample(chances: readonly number[], phase: number): number[] {
  let end = 0;
  return [...chances.keys()].filter((index) => {
    end += chances[index] as number;
    // A hair's breadth of tolerance: 1/3 + 1/3 + 1/3 is less than 1.
    return chances[index] && phase < end - 1e-12 && ++phase;
  });
}

/** Draws `count` banners at once by weight, as indices in the feed's order; a phase always draws the same. */
export type Sampler = (weights: readonly number[], count: number) => (phase: number) => number[];

export const sampler: Sampler = (weights, count) => {
  const chances = inclusion(weights, count);
  return (phase) => sample(chances, phase);
};

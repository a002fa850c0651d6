/** Turns of a full cycle at most: what a page view walks through to reach its phase stays under a millisecond or so. */
const LONGEST_CYCLE = 10_000;
/** Steps times banners, for many banners. */
const MOST_WORK = 2_000_000;

function gcd(left: number, right: number): number {
  return right === 0 ? left : gcd(right, left % right);
}

function withoutDivisor(shares: readonly number[]): number[] {
  const divisor = shares.reduce(gcd, 0) || 1;
  return shares.map((share) => share / divisor);
}

/** Decimals that a weight in a feed may sensibly have. */
const SCALES = [1, 10, 100, 1000];

/** The weights as whole numbers without a common divisor; undefined when there are none of a usable size. */
function exactShares(weights: readonly number[], longest: number): number[] | undefined {
  for (const scale of SCALES) {
    const whole = weights.map((weight) => Math.round(weight * scale));
    if (!whole.every((share, index) => Math.abs(share - (weights[index] ?? 0) * scale) < 1e-9)) continue;
    if (!whole.every(Number.isSafeInteger)) return undefined;
    const shares = withoutDivisor(whole);
    return shares.reduce((sum, share) => sum + share, 0) <= longest ? shares : undefined;
  }
  return undefined;
}

/**
 * How often each banner comes in one full cycle: whole numbers in the proportion of the weights.
 *
 * Exact where the cycle has at most 10,000 turns. Beyond that (weights of billions, or with many decimals) the
 * nearest proportion of that size, in which whoever has a weight at all comes at least once.
 *
 * @param given - the weights; what is no positive number counts as 0, as it would come to no end
 */
export function sharesOf(given: readonly number[]): number[] {
  const weights = given.map((weight) => (weight > 0 ? Math.min(weight, Number.MAX_VALUE) : 0));
  const { length } = weights;
  const longest = Math.max(2 * length, Math.min(LONGEST_CYCLE, MOST_WORK / Math.max(1, length)));
  const exact = exactShares(weights, longest);
  if (exact) return exact;
  const heaviest = Math.max(...weights);
  // Divided first: a sum of the largest numbers would be infinite.
  const sum = weights.reduce((total, weight) => total + weight / heaviest, 0);
  return withoutDivisor(
    weights.map((weight) => (weight > 0 ? Math.max(1, Math.round((weight / heaviest / sum) * longest)) : 0)),
  );
}

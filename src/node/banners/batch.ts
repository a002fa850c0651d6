/** How often one banner was shown, could be seen and was followed. */
export interface BannerCount {
  readonly banner: string;
  /** Empty where the feed names none. */
  readonly placement: string;
  readonly shown: number;
  readonly viewable: number;
  readonly clicks: number;
}

/** What a page reports at once. */
export interface Batch {
  /** Drawn by the page: a batch that comes again, because its answer was lost, counts once. */
  readonly id: string;
  /** Milliseconds between the last of it and its sending, at most {@link MAX_AGE}. */
  readonly age: number;
  readonly counts: readonly BannerCount[];
}

/**
 * Longest that a batch counts as having waited, in milliseconds, which is as long as a device keeps one: more would change days that
 * have been reported. Only the clock of a device that jumps says more, and what was seen was seen.
 */
export const MAX_AGE = 2 * 86_400_000;
/** Banners in one batch. */
const MOST_COUNTS = 100;
/** Turns in one batch; a page that rotates for an hour has 600. */
const MOST_TURNS = 10_000;
/** UTF-16 code units of an id or a placement; rotators shorten those of a feed that are longer. */
const LONGEST_ID = 200;

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_ID;
const isTurns = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_TURNS;

function readCount(value: unknown): BannerCount | undefined {
  if (!Array.isArray(value)) return undefined;
  const [banner, placement, shown, viewable, clicks] = value as unknown[];
  if (!isId(banner) || banner.trim() === '' || !isId(placement)) return undefined;
  if (!isTurns(shown) || !isTurns(viewable) || !isTurns(clicks)) return undefined;
  return { banner, placement, shown, viewable, clicks };
}

/**
 * Reads `{"b": "id", "a": milliseconds, "n": [["banner", "placement", shown, viewable, clicks]]}`.
 *
 * A row that no rotator of ours sends is left out: the page forgets what it has sent, and the others are still good.
 *
 * @returns undefined for what is no batch, or has no row that can be read
 */
export function readBatch(text: string): Batch | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { b, a, n } = (value ?? {}) as Record<string, unknown>;
  if (typeof b !== 'string' || !/^[0-9a-f]{32}$/.test(b)) return undefined;
  if (typeof a !== 'number') return undefined;
  if (!Array.isArray(n) || n.length > MOST_COUNTS) return undefined;
  const counts = n.map(readCount).filter((count) => count !== undefined);
  return counts[0] && { id: b, age: Math.min(Math.max(a, 0), MAX_AGE), counts };
}

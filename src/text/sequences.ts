import type { Marker, MarkerScheme } from './markers.js';
import { letterValue } from './numerals.js';

export interface Placement {
  readonly marker: Marker;
  /** How many open sections stay open above it. */
  readonly depth: number;
  /** True where the number leaves some out. */
  readonly gap: boolean;
}

interface OpenSection {
  readonly marker: Marker;
  readonly rank: number;
}

/** Levels named by a word: there a missing number is more likely than a false heading. */
const NAMED: ReadonlySet<MarkerScheme> = new Set(['part', 'chapter', 'section', 'subsection', 'article']);
/** Counted on across the borders of the levels above. */
const RUNNING: ReadonlySet<MarkerScheme> = new Set(['chapter', 'article']);

/** A jump longer than this is a mention of another act's article. */
const WIDEST_GAP = 20;

/** Inside an article, "A." and "I." divide the article; elsewhere they stand above it. */
const RANK_IN_ARTICLE: Readonly<Partial<Record<MarkerScheme, number>>> = {
  capital: 5.3,
  roman: 5.6,
};

/** Places a line, given all readings of its marker; undefined where it is no section. */
export type PlaceLine = (readings: readonly Marker[]) => Placement | undefined;

/**
 * Decides by the sequence alone which markers are sections: one that continues an open
 * sequence, or opens one with its first number. Indents say nothing.
 *
 * @param lines the readings of every line; the result is to be called with each of them in turn
 */
export function sequences(lines: readonly (readonly Marker[])[]): PlaceLine {
  const open: OpenSection[] = [];
  const last = new Map<MarkerScheme, Marker>();
  /** How often a number of a scheme is still to come. */
  const ahead = new Map<MarkerScheme, Map<number, number>>();

  const count = ({ scheme, value }: Marker, change: number): void => {
    let numbers = ahead.get(scheme);
    if (!numbers) ahead.set(scheme, (numbers = new Map<number, number>()));
    numbers.set(value, (numbers.get(value) ?? 0) + change);
  };
  const isAhead = ({ scheme }: Marker, value: number): boolean => (ahead.get(scheme)?.get(value) ?? 0) > 0;

  const rankOf = ({ scheme, rank }: Marker): number => {
    const article = open.some(({ marker }) => marker.scheme === 'article');
    return (article ? RANK_IN_ARTICLE[scheme] : undefined) ?? rank;
  };

  /** Where the sequence that the marker may continue is open; -1 where there is none. */
  const sibling = (marker: Marker): number => {
    let i = open.length - 1;
    while (i >= 0 && !isSibling(open[i]?.marker, marker)) i -= 1;
    return i;
  };

  const after = (previous: Marker, marker: Marker, depth: number): Placement | undefined => {
    const step = marker.value - previous.value;
    const next = step === 0 ? insertedRank(marker) > insertedRank(previous) : step === 1;
    if (next) return { marker, depth, gap: false };
    if (step < 1 || step > WIDEST_GAP) return undefined;
    // Some count a, b, c, d, e and leave đ out.
    const skipsD = marker.scheme === 'point' && previous.number === 'd' && marker.number === 'e';
    const jumps = NAMED.has(marker.scheme) && !isAhead(marker, previous.value + 1);
    return skipsD || jumps ? { marker, depth, gap: true } : undefined;
  };

  const begins = (marker: Marker, depth: number): boolean => {
    if (marker.value !== 1 || marker.inserted !== '') return false;
    // "A." alone is more often an initial than a heading.
    if (marker.scheme === 'capital') return isAhead(marker, 2);
    return marker.scheme !== 'subclause' || isBelow(open[depth - 1]?.marker, marker);
  };

  const continued = (marker: Marker): Placement | undefined => {
    const depth = sibling(marker);
    const previous = open[depth]?.marker;
    return previous && after(previous, marker, depth);
  };

  const opened = (marker: Marker): Placement | undefined => {
    if (sibling(marker) !== -1) return undefined;
    const rank = rankOf(marker);
    let depth = open.length;
    while (depth > 0 && (open[depth - 1]?.rank ?? 0) >= rank) depth -= 1;
    const previous = RUNNING.has(marker.scheme) ? last.get(marker.scheme) : undefined;
    const placement = previous && after(previous, marker, depth);
    // Articles run through the whole text; chapters may begin again in every part.
    if (placement || (previous && marker.scheme === 'article')) return placement;
    return begins(marker, depth) ? { marker, depth, gap: false } : undefined;
  };

  for (const marker of lines.flat()) count(marker, 1);
  return (readings) => {
    for (const marker of readings) count(marker, -1);
    const placement = firstOf(readings, continued) ?? firstOf(readings, opened);
    if (placement === undefined) return undefined;
    const { marker, depth } = placement;
    open.length = depth;
    open.push({ marker, rank: rankOf(marker) });
    last.set(marker.scheme, marker);
    return placement;
  };
}

function firstOf<Item, Found>(items: readonly Item[], attempt: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = attempt(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 5, 5a, 5b …: nothing inserted ranks first. */
function insertedRank(marker: Marker): number {
  return letterValue(marker.inserted) ?? 0;
}

function isSibling(open: Marker | undefined, marker: Marker): boolean {
  if (open?.scheme !== marker.scheme) return false;
  return (
    open.path.length === marker.path.length && open.path.slice(0, -1).every((value, i) => value === marker.path[i])
  );
}

/** Whether "1.2.1" may stand below "1.2", below "2." and below "II." */
function isBelow(parent: Marker | undefined, marker: Marker): boolean {
  const above = marker.path.slice(0, -1);
  if (parent === undefined || parent.path.length > above.length) return false;
  const tail = above.slice(-parent.path.length);
  return parent.path.every((value, i) => value === tail[i]);
}

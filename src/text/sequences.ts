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
  /** None of a heading without a number. */
  readonly marker?: Marker;
  readonly rank: number;
  /** Level of the heading that it begins with; 0 where it is a paragraph. */
  readonly heading: number;
}

/** Of a heading without a number: what is written below it is within it, all but parts and chapters. */
const HEADED_RANK = 1.5;
/** A heading ends what is numbered and no heading itself from this rank on, articles and clauses: a chapter goes on. */
const ENDED_BY_HEADING = 5;

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

export interface Sequences {
  /**
   * Places a line; undefined where it is no section.
   *
   * @param readings - all readings of its marker
   * @param heading - the level of its heading, 0 of a paragraph
   */
  readonly place: (readings: readonly Marker[], heading: number) => Placement | undefined;
  /** Places a heading without a number: how many open sections stay open above it. */
  readonly placeHeading: (level: number) => number;
}

/**
 * Decides by the sequence alone which markers are sections: one that continues an open
 * sequence, or opens one with its first number. Indents say nothing.
 *
 * @param lines the readings of every line; `place` is to be called with each of them in turn
 */
export function sequences(lines: readonly (readonly Marker[])[]): Sequences {
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
    const article = open.some(({ marker }) => marker?.scheme === 'article');
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

  const opened = (marker: Marker, heading: number): Placement | undefined => {
    let headed = open.length - 1;
    while (open[headed]?.marker) headed -= 1;
    if (sibling(marker) > headed) return undefined;
    const rank = rankOf(marker);
    let depth = open.length;
    for (let last = open[depth - 1]; last; last = open[depth - 1]) {
      const isAbove = !last.marker && heading > 0 ? last.heading < heading : last.rank < rank;
      if (isAbove) break;
      depth -= 1;
    }
    // Some count on from one heading to the next.
    const countsOn = RUNNING.has(marker.scheme) || (headed >= 0 && headed === open.length - 1);
    const previous = countsOn ? last.get(marker.scheme) : undefined;
    const placement = previous && after(previous, marker, depth);
    // Articles run through the whole text; chapters may begin again in every part.
    if (placement || (previous && marker.scheme === 'article')) return placement;
    return begins(marker, depth) ? { marker, depth, gap: false } : undefined;
  };

  for (const marker of lines.flat()) count(marker, 1);
  return {
    place(readings, heading) {
      for (const marker of readings) count(marker, -1);
      const placement = firstOf(readings, continued) ?? firstOf(readings, (marker) => opened(marker, heading));
      if (placement === undefined) return undefined;
      const { marker, depth } = placement;
      open.length = depth;
      open.push({ marker, rank: rankOf(marker), heading });
      last.set(marker.scheme, marker);
      return placement;
    },
    placeHeading(level) {
      const isAbove = ({ heading, rank }: OpenSection) => (heading ? heading < level : rank < ENDED_BY_HEADING);
      const ended = open.findIndex((section) => !isAbove(section));
      if (ended >= 0) open.length = ended;
      const depth = open.length;
      open.push({ rank: HEADED_RANK, heading: level });
      return depth;
    },
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
  if (open?.scheme !== marker.scheme || open.path.length !== marker.path.length) return false;
  // Most are counted by one number.
  return open.path.length === 1 || open.path.slice(0, -1).every((value, i) => value === marker.path[i]);
}

/** Whether "1.2.1" may stand below "1.2", below "2." and below "II." */
function isBelow(parent: Marker | undefined, marker: Marker): boolean {
  const above = marker.path.slice(0, -1);
  if (parent === undefined || parent.path.length > above.length) return false;
  const tail = above.slice(-parent.path.length);
  return parent.path.every((value, i) => value === tail[i]);
}

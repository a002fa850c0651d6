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

/**
 * Decides by the sequence alone which markers are sections: one that continues an open
 * sequence, or opens one with its first number. Indents say nothing.
 */
export class Sequences {
  readonly #open: OpenSection[] = [];
  readonly #last = new Map<MarkerScheme, Marker>();
  /** How often a number of a scheme is still to come. */
  readonly #ahead = new Map<string, number>();

  constructor(lines: readonly (readonly Marker[])[]) {
    for (const marker of lines.flat()) this.#count(marker, 1);
  }

  /** Places the next line, given all readings of its marker; undefined where it is no section. */
  place(readings: readonly Marker[]): Placement | undefined {
    for (const marker of readings) this.#count(marker, -1);
    const placement =
      this.#first(readings, (marker) => this.#continued(marker)) ??
      this.#first(readings, (marker) => this.#opened(marker));
    if (placement === undefined) return undefined;
    this.#open.length = placement.depth;
    this.#open.push({ marker: placement.marker, rank: this.#rankOf(placement.marker) });
    this.#last.set(placement.marker.scheme, placement.marker);
    return placement;
  }

  #first(readings: readonly Marker[], attempt: (marker: Marker) => Placement | undefined): Placement | undefined {
    for (const marker of readings) {
      const placement = attempt(marker);
      if (placement !== undefined) return placement;
    }
    return undefined;
  }

  #continued(marker: Marker): Placement | undefined {
    const depth = this.#sibling(marker);
    const previous = this.#open[depth]?.marker;
    if (previous === undefined) return undefined;
    return this.#after(previous, marker, depth);
  }

  #opened(marker: Marker): Placement | undefined {
    if (this.#sibling(marker) !== -1) return undefined;
    const rank = this.#rankOf(marker);
    let depth = this.#open.length;
    while (depth > 0 && (this.#open[depth - 1]?.rank ?? 0) >= rank) depth -= 1;
    const previous = RUNNING.has(marker.scheme) ? this.#last.get(marker.scheme) : undefined;
    if (previous !== undefined) {
      const placement = this.#after(previous, marker, depth);
      if (placement !== undefined) return placement;
      // Articles run through the whole text; chapters may begin again in every part.
      if (marker.scheme === 'article') return undefined;
    }
    return this.#begins(marker, depth) ? { marker, depth, gap: false } : undefined;
  }

  #begins(marker: Marker, depth: number): boolean {
    if (marker.value !== 1 || marker.inserted !== '') return false;
    // "A." alone is more often an initial than a heading.
    if (marker.scheme === 'capital') return this.#isAhead(marker, 2);
    if (marker.scheme !== 'subclause') return true;
    const parent = this.#open[depth - 1]?.marker;
    const above = marker.path.slice(0, -1);
    if (parent === undefined || parent.path.length > above.length) return false;
    const tail = above.slice(above.length - parent.path.length);
    return parent.path.every((value, i) => value === tail[i]);
  }

  #after(previous: Marker, marker: Marker, depth: number): Placement | undefined {
    const step = marker.value - previous.value;
    if (step === 0) {
      const later = insertedRank(marker) > insertedRank(previous);
      return later ? { marker, depth, gap: false } : undefined;
    }
    if (step === 1) return { marker, depth, gap: false };
    if (step < 1 || step > WIDEST_GAP) return undefined;
    // Some count a, b, c, d, e and leave đ out.
    const skipsD = marker.scheme === 'point' && previous.number === 'd' && marker.number === 'e';
    const jumps = NAMED.has(marker.scheme) && !this.#isAhead(marker, previous.value + 1);
    return skipsD || jumps ? { marker, depth, gap: true } : undefined;
  }

  /** Where the sequence that the marker may continue is open; -1 where there is none. */
  #sibling(marker: Marker): number {
    for (let i = this.#open.length - 1; i >= 0; i -= 1) {
      const open = this.#open[i]?.marker;
      if (open?.scheme === marker.scheme && sameParent(open, marker)) return i;
    }
    return -1;
  }

  #rankOf(marker: Marker): number {
    const inArticle = RANK_IN_ARTICLE[marker.scheme];
    const article = this.#open.some((open) => open.marker.scheme === 'article');
    return inArticle !== undefined && article ? inArticle : marker.rank;
  }

  #count(marker: Marker, change: number): void {
    const key = `${marker.scheme} ${marker.value}`;
    this.#ahead.set(key, (this.#ahead.get(key) ?? 0) + change);
  }

  #isAhead(marker: Marker, value: number): boolean {
    return (this.#ahead.get(`${marker.scheme} ${value}`) ?? 0) > 0;
  }
}

/** 5, 5a, 5b …: nothing inserted ranks first. */
function insertedRank(marker: Marker): number {
  return letterValue(marker.inserted) ?? 0;
}

function sameParent(open: Marker, marker: Marker): boolean {
  if (marker.scheme !== 'subclause') return true;
  return (
    open.path.length === marker.path.length && open.path.slice(0, -1).every((value, i) => value === marker.path[i])
  );
}

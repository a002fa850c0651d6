import type { Counts } from './counts.js';
import type { Clock, Moment } from './moment.js';
import type { Site } from './site.js';
import type { Salts, Visitor } from './visitor.js';

/** `view`: a page was opened. `beat`: it is still being looked at. */
export type Kind = 'view' | 'beat';

/**
 * What came of a hit: a new visit, a visitor already known, a visit beyond what one address may bring (kept
 * outside of the figures), one for which there was no room, or one that will be counted when the store is back.
 */
export type Outcome = 'visit' | 'known' | 'suspect' | 'full' | 'held';

export interface Seen {
  readonly outcome: Outcome;
  readonly counts: Counts;
}

/** Visits of one day of a site. */
export interface DayRow {
  /** Days since 1970-01-01 in the site's zone. */
  readonly day: number;
  readonly visits: number;
  /** Outside of all figures. */
  readonly suspect: number;
}

export interface StoreHealth {
  readonly ok: boolean;
  /** What is wrong: `disk-full`, `read-only`, `busy`, `memory-full`, `unreachable`, `failing`. */
  readonly reason?: string;
  /** Visits counted and not yet on the disk. */
  readonly pending: number;
}

/** Where visits are counted. All stores pass the same tests, `test/node/collector/conformance.ts`. */
export interface Store {
  /** The clock of all collectors that count together; without it each has its own. */
  readonly clock?: Clock;
  /** A site as last read; another process's change arrives within seconds. */
  site(id: string): Site | undefined;
  sites(): readonly Site[];
  /** Adds a site, or replaces what is said about it; its visits stay. */
  saveSite(site: Site): Promise<void>;
  /** Removes a site and its visits. @returns whether there was one */
  removeSite(id: string): Promise<boolean>;
  /** All days of a site with visits, oldest first. */
  days(id: string): Promise<DayRow[]>;
  /** Replaces the days of a site. */
  saveDays(id: string, rows: readonly DayRow[]): Promise<void>;

  salts(moment: Moment): Salts | Promise<Salts>;
  seen(site: Site, kind: Kind, visitor: Visitor, moment: Moment): Seen | Promise<Seen>;
  counts(site: Site, moment: Moment): Counts | Promise<Counts>;

  /** Visitors in the table, or undefined where another process keeps it. */
  visitors(): number | undefined;
  health(): StoreHealth;
  /** Everything counted so far is on the disk when it is fulfilled. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

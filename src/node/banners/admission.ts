import type { Database } from '../database/open.js';
import type { BannerCount } from './batch.js';

/** Days within which a banner was reported that is known. */
const KNOWN_DAYS = 30;

type Name = Pick<BannerCount, 'banner' | 'placement'>;

const keyOf = ({ banner, placement }: Name) => JSON.stringify([banner, placement]);

/**
 * Which banners may begin a row on a day. Whoever makes names up must not fill the disk, and must not keep real banners from being
 * counted either: those of earlier days have a share of their own, and of them first those that were there on most days.
 */
export class Admission {
  readonly #database: Database;
  readonly #most: number;
  #known: ReadonlySet<string> = new Set();
  /** How many others each day has: asked of the file once, because a full day is asked for each name of a batch. */
  readonly #others = new Map<number, number>();

  /** @param most - banners of a day that are known, and as many others */
  constructor(database: Database, most: number) {
    this.#database = database;
    this.#most = most;
  }

  /** Learns what is known when a day begins. */
  begin(today: number): void {
    const names = this.#database
      .prepare(
        `SELECT banner, placement FROM banner_days WHERE day >= ? AND day < ?
         GROUP BY banner, placement ORDER BY count(*) DESC, min(day) LIMIT ?`,
      )
      .all(today - KNOWN_DAYS, today, this.#most) as Name[];
    this.#known = new Set(names.map(keyOf));
    this.#others.clear();
  }

  /** Whether a banner without a row on a day may begin one; it is taken to do so. */
  admits(name: Name, day: number): boolean {
    if (this.#known.has(keyOf(name))) return true;
    const others = this.#others.get(day) ?? this.#count(day);
    const isAdmitted = others < this.#most;
    this.#others.set(day, others + Number(isAdmitted));
    return isAdmitted;
  }

  /** What was admitted last has not been written. */
  forget(): void {
    this.#others.clear();
  }

  #count(day: number): number {
    const names = this.#database.prepare('SELECT banner, placement FROM banner_days WHERE day = ?').all(day) as Name[];
    return names.filter((name) => !this.#known.has(keyOf(name))).length;
  }
}

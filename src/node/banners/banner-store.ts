import { type Database, openDatabase } from '../database/open.js';
import { Admission } from './admission.js';
import type { Batch, BannerCount } from './batch.js';
import { MIGRATIONS } from './migrations.js';

/** Milliseconds in which batches are gathered into one write. */
const GATHER = 50;
/** Days that the id of a batch is remembered: longer than any device keeps one. */
const REMEMBERED = 4;

/** How much strangers can make a file hold. */
export interface BannerLimits {
  /** Different banners of one day that are known from earlier ones, and as many that are not. */
  readonly banners: number;
  /** Ids of batches that are remembered, the latest: what comes again comes within minutes, as a rule. */
  readonly batches: number;
}

/** A million ids are some 90 MB. */
const LIMITS: BannerLimits = { banners: 2000, batches: 1_000_000 };

/** The sums of one banner on one day. */
export interface BannerDay extends BannerCount {
  /** Days since 1970-01-01 in the zone of `--banner-zone`. */
  readonly day: number;
}

/** Where banners are summed: an SQLite file. */
export interface BannerStore {
  /**
   * Adds a batch, once however often it comes.
   *
   * @returns fulfilled when it is on the disk; rejected when it is not, and then it may be sent again
   */
  add(batch: Batch, day: number): Promise<void>;
  /** From one day to another, both included, in the order of days, placements and banners. */
  days(from: number, to: number): BannerDay[];
  close(): void;
}

interface Waiting {
  readonly batch: Batch;
  readonly day: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export interface BannerStoreOptions {
  readonly limits?: BannerLimits;
  /** Is told once of each day on which banners that were not there on an earlier one are no longer counted. */
  readonly onFull?: (day: number) => void;
}

export async function openBannerStore(file: string, options: BannerStoreOptions = {}): Promise<BannerStore> {
  return new SqliteBanners(await openDatabase(file, MIGRATIONS), options);
}

class SqliteBanners implements BannerStore {
  readonly #database: Database;
  readonly #admission: Admission;
  readonly #mostBatches: number;
  readonly #onFull: ((day: number) => void) | undefined;
  /** Days that `onFull` has been told of. */
  readonly #full = new Set<number>();
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Latest day so far. */
  #today = -Infinity;

  constructor(database: Database, { limits = LIMITS, onFull }: BannerStoreOptions) {
    this.#database = database;
    this.#admission = new Admission(database, limits.banners);
    this.#mostBatches = limits.batches;
    this.#onFull = onFull;
  }

  add(batch: Batch, day: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ batch, day, done, failed });
      this.#timer ??= setTimeout(() => this.#write(), GATHER);
    });
  }

  days(from: number, to: number): BannerDay[] {
    return this.#database
      .prepare(
        `SELECT day, banner, placement, shown, viewable, clicks FROM banner_days
         WHERE day >= ? AND day <= ? ORDER BY day, placement, banner`,
      )
      .all(from, to)
      .map((row) => {
        const { day, banner, placement, shown, viewable, clicks } = row as BannerDay;
        return { day, banner, placement, shown, viewable, clicks };
      });
  }

  close(): void {
    this.#write();
    this.#database.close();
  }

  /** All that wait, in one transaction: a commit waits for the disk, and a busy hour has many batches a second. */
  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (!waiting[0]) return;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        for (const { batch, day } of waiting) this.#put(batch, day);
        this.#database.exec('COMMIT');
      } catch (error) {
        this.#admission.forget();
        this.#database.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      for (const { failed } of waiting) failed(error);
      return;
    }
    for (const { done } of waiting) done();
  }

  #put({ id, counts }: Batch, day: number): void {
    const database = this.#database;
    if (day > this.#today) this.#begin(day);
    const fresh = database.prepare('INSERT OR IGNORE INTO batches (id, day) VALUES (?, ?)').run(id, day);
    if (fresh.changes === 0) return;
    database.prepare('DELETE FROM batches WHERE number <= ?').run(Number(fresh.lastInsertRowid) - this.#mostBatches);
    const add = database.prepare(
      `UPDATE banner_days SET shown = shown + ?, viewable = viewable + ?, clicks = clicks + ?
       WHERE day = ? AND banner = ? AND placement = ?`,
    );
    const begin = database.prepare(
      'INSERT INTO banner_days (shown, viewable, clicks, day, banner, placement) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const count of counts) {
      const { banner, placement, shown, viewable, clicks } = count;
      const values = [shown, viewable, clicks, day, banner, placement];
      if (add.run(...values).changes > 0) continue;
      if (this.#admission.admits(count, day)) begin.run(...values);
      else this.#tellFull(day);
    }
  }

  #begin(today: number): void {
    this.#database.prepare('DELETE FROM batches WHERE day < ?').run(today - REMEMBERED);
    this.#admission.begin(today);
    this.#today = today;
  }

  #tellFull(day: number): void {
    if (this.#full.has(day)) return;
    this.#full.add(day);
    this.#onFull?.(day);
  }
}

import { accessSync, constants } from 'node:fs';
import { openDatabase, pragma, type Database, type Statement } from '../database/open.js';
import { dayAt, yearOf, yearStart } from './calendar.js';
import { Caps } from './caps.js';
import type { Counts } from './counts.js';
import { MIGRATIONS } from './migrations.js';
import type { Moment } from './moment.js';
import { Presence } from './presence.js';
import { byId, type Site } from './site.js';
import { siteFrom, type SiteRow } from './site-row.js';
import type { DayRow, Kind, Outcome, Seen, Store, StoreHealth } from './store.js';
import { Tally } from './tally.js';
import { type Salts, saltRing, type Visitor } from './visitor.js';

/** Milliseconds that a counted visit may wait to be written: what a crash can lose. */
const BATCH = 60;
/** Milliseconds between two tries while the disk refuses. */
const RETRY = 1000;
/** Milliseconds between two looks at what other processes wrote. */
const LOOK = 1000;

interface Delta {
  visits: number;
  suspect: number;
}

export interface SqliteOptions {
  readonly file: string;
  /** Visitors at once. */
  readonly mostVisitors?: number;
  /** Told when writing begins to fail, and when it works again. */
  readonly onHealth?: (health: StoreHealth) => void;
}

/**
 * Counts in memory and writes to an SQLite file, a batch at a time. The answer does not wait for the disk, the batch waits
 * a tenth of a second at most. While the disk refuses, counting goes on: what is not written yet is a
 * number for each site and day, and takes no more room the longer it lasts.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  return sqliteStoreOn(await openDatabase(options.file, MIGRATIONS), options);
}

/** The same in a database that is open already; the store closes it. */
export function sqliteStoreOn(database: Database, options: SqliteOptions): Store {
  return new SqliteStore(database, options);
}

class SqliteStore implements Store {
  readonly #database: Database;
  readonly #options: SqliteOptions;
  readonly #presence: Presence;
  readonly #caps = new Caps();
  readonly #salts = saltRing();
  readonly #numbers = new Map<string, number>();
  #sites = new Map<string, Site>();
  #tallies = new Map<string, Tally>();
  #pending = new Map<string, Map<number, Delta>>();
  #timer: NodeJS.Timeout | undefined;
  readonly #look: NodeJS.Timeout;
  #version: unknown;
  #trouble: string | undefined;
  #upsert: Statement | undefined;

  constructor(database: Database, options: SqliteOptions) {
    this.#database = database;
    this.#options = options;
    this.#presence = new Presence(options.mostVisitors);
    this.#read();
    this.#look = setInterval(() => this.#lookAgain(), LOOK).unref();
  }

  site(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  sites(): readonly Site[] {
    return [...this.#sites.values()].sort(byId);
  }

  async saveSite(site: Site): Promise<void> {
    this.#database
      .prepare('INSERT OR REPLACE INTO sites (id, origins, time_zone, baseline, since, cap) VALUES (?, ?, ?, ?, ?, ?)')
      .run(site.id, site.origins.join(' '), site.timeZone, site.baseline, site.since ?? null, site.cap);
    this.#sites.set(site.id, site);
  }

  async removeSite(id: string): Promise<boolean> {
    this.#pending.delete(id);
    this.#within(() => {
      this.#database.prepare('DELETE FROM days WHERE site = ?').run(id);
      this.#database.prepare('DELETE FROM sites WHERE id = ?').run(id);
    });
    this.#tallies.delete(id);
    return this.#sites.delete(id);
  }

  async days(id: string): Promise<DayRow[]> {
    await this.flush();
    return this.#database
      .prepare('SELECT day, visits, suspect FROM days WHERE site = ? ORDER BY day')
      .all(id)
      .map((row) => {
        const { day, visits, suspect } = row as DayRow;
        return { day, visits, suspect };
      });
  }

  async saveDays(id: string, rows: readonly DayRow[]): Promise<void> {
    this.#pending.delete(id);
    this.#within(() => {
      this.#database.prepare('DELETE FROM days WHERE site = ?').run(id);
      const insert = this.#database.prepare('INSERT INTO days (site, day, visits, suspect) VALUES (?, ?, ?, ?)');
      for (const { day, visits, suspect } of rows) insert.run(id, day, visits, suspect);
    });
    this.#tallies.delete(id);
  }

  salts(moment: Moment): Salts {
    return this.#salts(moment);
  }

  seen(site: Site, kind: Kind, visitor: Visitor, moment: Moment): Seen {
    const today = dayAt(moment.wall, site.timeZone);
    this.#presence.expire(moment.steady);
    return { outcome: this.#note(site, kind, visitor, today, moment.steady), counts: this.#countsOn(site, today) };
  }

  counts(site: Site, moment: Moment): Counts {
    this.#presence.expire(moment.steady);
    return this.#countsOn(site, dayAt(moment.wall, site.timeZone));
  }

  visitors(): number {
    return this.#presence.count;
  }

  health(): StoreHealth {
    let pending = 0;
    for (const days of this.#pending.values())
      for (const { visits, suspect } of days.values()) pending += visits + suspect;
    return { ok: this.#trouble === undefined, ...(this.#trouble !== undefined && { reason: this.#trouble }), pending };
  }

  async flush(): Promise<void> {
    this.#write();
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
    this.#write();
    clearTimeout(this.#timer);
    this.#database.close();
  }

  /** The rules of counting; those of the shared store are the same, in `lua.ts`. */
  #note(site: Site, kind: Kind, visitor: Visitor, today: number, now: number): Outcome {
    const presence = this.#presence;
    if (visitor.former) presence.rename(visitor.former, visitor.key);
    const known = presence.find(visitor.key, today);
    const number = this.#number(site.id);
    // A visit begins with a page by someone who has none, and at midnight with whatever shows that one goes on.
    const begins = known ? today > known.day || (kind === 'view' && !known.hasVisit) : kind === 'view';
    if (!begins) {
      if (known) {
        // After a clock was put back, the day on which one was seen stays the later one.
        presence.see(visitor.key, number, Math.max(today, known.day), known.hasVisit, now);
        return 'known';
      }
      if (presence.isFull) return 'full';
      if (!this.#caps.admit(visitor, 'beat', site.cap, now)) return 'suspect';
      presence.see(visitor.key, number, today, false, now);
      return 'known';
    }
    if (!known && presence.isFull) return 'full';
    const admitted = this.#caps.admit(visitor, 'view', site.cap, now);
    this.#add(site.id, today, admitted);
    if (admitted) presence.see(visitor.key, number, today, true, now);
    return admitted ? 'visit' : 'suspect';
  }

  #add(id: string, day: number, counts: boolean): void {
    // Before the visit is pending, or a tally that is read now would have it twice.
    if (counts) this.#tally(id, day).add(day, 1);
    let days = this.#pending.get(id);
    if (!days) this.#pending.set(id, (days = new Map<number, Delta>()));
    let delta = days.get(day);
    if (!delta) days.set(day, (delta = { visits: 0, suspect: 0 }));
    if (counts) delta.visits += 1;
    else delta.suspect += 1;
    this.#timer ??= setTimeout(() => this.#write(), this.#trouble === undefined ? BATCH : RETRY);
  }

  #countsOn(site: Site, today: number): Counts {
    return { online: this.#presence.online(this.#number(site.id)), ...this.#tally(site.id, today).counts(today) };
  }

  #number(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) this.#numbers.set(id, (number = this.#numbers.size));
    return number;
  }

  #tally(id: string, today: number): Tally {
    let tally = this.#tallies.get(id);
    if (!tally) {
      const from = Tally.from(today);
      const sum = this.#database.prepare(
        'SELECT coalesce(sum(visits), 0) AS visits FROM days WHERE site = ? AND day >= ? AND day < ?',
      );
      const between = (begin: number, end: number) => (sum.get(id, begin, end) as { visits: number }).visits;
      const days = this.#database.prepare('SELECT day, visits FROM days WHERE site = ? AND day >= ?').all(id, from);
      const years = [yearOf(from), yearOf(from) - 1].map((year): [number, number] => [
        year,
        between(yearStart(year), Math.min(from, yearStart(year + 1))),
      ]);
      tally = new Tally(new Map((days as DayRow[]).map(({ day, visits }) => [day, visits])), {
        from,
        total: between(-1_000_000, from),
        years: new Map(years),
      });
      this.#tallies.set(id, tally);
      for (const [day, { visits }] of this.#pending.get(id) ?? []) tally.add(day, visits);
    }
    return tally;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.size === 0) return;
    try {
      this.#within(() => {
        this.#upsert ??= this.#database.prepare(
          `INSERT INTO days (site, day, visits, suspect) VALUES (?, ?, ?, ?)
           ON CONFLICT (site, day) DO UPDATE SET visits = visits + excluded.visits, suspect = suspect + excluded.suspect`,
        );
        for (const [id, days] of this.#pending) {
          for (const [day, { visits, suspect }] of days) this.#upsert.run(id, day, visits, suspect);
        }
      });
      this.#pending = new Map();
      this.#say(undefined);
    } catch (error) {
      this.#say(this.#reasonOf(error));
      this.#timer = setTimeout(() => this.#write(), RETRY).unref();
    }
  }

  #within(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      try {
        this.#database.exec('ROLLBACK');
      } catch {
        // A disk that is full has rolled it back already.
      }
      throw error;
    }
  }

  #say(trouble: string | undefined): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#options.onHealth?.(this.health());
  }

  #read(): void {
    this.#version = pragma(this.#database, 'data_version');
    const rows = this.#database.prepare('SELECT id, origins, time_zone, baseline, since, cap FROM sites').all();
    this.#sites = new Map((rows as SiteRow[]).map((row) => [row.id, siteFrom(row)]));
    this.#tallies = new Map();
    for (const id of this.#pending.keys()) if (!this.#sites.has(id)) this.#pending.delete(id);
  }

  /** Another process – the command – may have added a site or brought back a copy. */
  #lookAgain(): void {
    try {
      if (pragma(this.#database, 'data_version') !== this.#version) this.#read();
    } catch (error) {
      this.#say(this.#reasonOf(error));
    }
  }

  #reasonOf(error: unknown): string {
    const { code = '' } = error as { code?: string };
    if (code.includes('FULL')) return 'disk-full';
    if (/READONLY|CANTOPEN|PERM/.test(code)) return 'read-only';
    if (/BUSY|LOCKED/.test(code)) return 'busy';
    // What the system made read-only under an open file says of itself only that writing failed.
    return code.includes('IOERR') && !isWritable(this.#options.file) ? 'read-only' : 'failing';
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

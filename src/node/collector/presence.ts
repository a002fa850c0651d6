/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */
/**
 * Who has been seen in the last half hour, without objects: 24 bytes a visitor and an index of their keys, in the order in
 * which they were last seen. That order is the clock: who falls out of it at one end is gone, and a mark within
 * it parts those who are online from those who are not.
 */
import { IDLE, ONLINE } from './counts.js';
import { HashIndex } from './hash-index.js';

/** No entry: they are counted from 1. */
const NONE = 0;
/** Numbers of an entry: two halves of its key; when it was last seen, in ms modulo 2³²; what else there is about it. */
const [HIGH, LOW, LAST, ABOUT] = [0, 1, 2, 3] as const;
/** Its neighbour among those seen later (in a free entry, the next free one) and earlier. */
const [NEXT, PREV] = [4, 5] as const;
const WIDTH = 6;

/** In `ABOUT`: 20 bits of the site's number, 10 of the day, 2 of flags. */
const IS_ONLINE = 1;
const HAS_VISIT = 2;
const DAY_SHIFT = 2;
const DAYS = 1024;
const SITE_SHIFT = 12;

/** What there is about a visitor before the present hit is written down. */
export interface Known {
  /** Day of the zone on which it was last seen. */
  readonly day: number;
  /** False for one that is known by heartbeats only, since a restart. */
  readonly hasVisit: boolean;
}

export class Presence {
  /** Room for all at once: the system gives memory to the pages that are written to, and nothing has to be moved. */
  readonly #entries: Uint32Array;
  readonly #index: HashIndex;
  #free = NONE;
  #used = 0;
  #count = 0;
  #oldest = NONE;
  #newest = NONE;
  /** The first of those who are online. */
  #mark = NONE;
  /** When anyone was last seen. */
  #latest = -Infinity;
  readonly #online: number[] = [];

  /** @param most - visitors at once; there is no room for more */
  constructor(readonly most = 3_000_000) {
    this.#entries = new Uint32Array((most + 1) * WIDTH);
    // The key is a hash already.
    this.#index = new HashIndex(most, (entry) => this.#get(entry, LOW));
  }

  /** Visitors known. */
  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count >= this.most;
  }

  /** Visitors of a site seen within the window; call {@link expire} first. */
  online(site: number): number {
    return this.#online[site] ?? 0;
  }

  /** Forgets who has been away too long. To be called before anything else is asked or told at an instant. */
  expire(now: number): void {
    // After a long silence the clock of the entries may have gone round.
    const areAllGone = now - this.#latest > IDLE;
    while (this.#mark !== NONE && (areAllGone || this.#age(this.#mark, now) > ONLINE)) {
      const entry = this.#mark;
      const about = this.#get(entry, ABOUT);
      this.#set(entry, ABOUT, about & ~IS_ONLINE);
      this.#online[about >>> SITE_SHIFT]! -= 1;
      this.#mark = this.#get(entry, NEXT);
    }
    while (this.#oldest !== NONE && (areAllGone || this.#age(this.#oldest, now) > IDLE)) this.#remove(this.#oldest);
  }

  /**
   * What is known of a visitor.
   *
   * @param today - a day within a year of the one on which it was seen
   */
  find(key: Buffer, today: number): Known | undefined {
    const entry = this.#find(key);
    if (entry === NONE) return undefined;
    const about = this.#get(entry, ABOUT);
    const ahead = ((about >>> DAY_SHIFT) - today) & (DAYS - 1);
    return { day: today + (ahead < DAYS / 2 ? ahead : ahead - DAYS), hasVisit: (about & HAS_VISIT) !== 0 };
  }

  /** A visitor that was known under a former key goes on under another. */
  rename(from: Buffer, to: Buffer): void {
    const entry = this.#find(from);
    if (entry === NONE || this.#find(to) !== NONE) return;
    this.#index.leave(entry);
    this.#name(entry, to);
  }

  /**
   * Writes down that a visitor is here. `now` never goes back.
   *
   * @param site - below a million
   */
  see(key: Buffer, site: number, day: number, hasVisit: boolean, now: number): void {
    let entry = this.#find(key);
    if (entry === NONE) {
      entry = this.#take();
      this.#count += 1;
      this.#name(entry, key);
      this.#set(entry, ABOUT, 0);
    } else {
      this.#unlink(entry);
    }
    if ((this.#get(entry, ABOUT) & IS_ONLINE) === 0) this.#online[site] = (this.#online[site] ?? 0) + 1;
    const dayAndSite = (site << SITE_SHIFT) | ((day & (DAYS - 1)) << DAY_SHIFT);
    this.#set(entry, ABOUT, dayAndSite | IS_ONLINE | (hasVisit ? HAS_VISIT : 0));
    this.#set(entry, LAST, now);
    this.#latest = now;
    this.#append(entry);
  }

  #get(entry: number, what: number): number {
    return this.#entries[entry * WIDTH + what]!;
  }

  #set(entry: number, what: number, value: number): void {
    this.#entries[entry * WIDTH + what] = value;
  }

  #age(entry: number, now: number): number {
    return (now - this.#get(entry, LAST)) >>> 0;
  }

  #find(key: Buffer): number {
    const high = key.readUInt32LE(0);
    const low = key.readUInt32LE(4);
    let entry = this.#index.first(low);
    while (entry !== NONE && (this.#get(entry, LOW) !== low || this.#get(entry, HIGH) !== high)) {
      entry = this.#index.after(entry);
    }
    return entry;
  }

  #name(entry: number, key: Buffer): void {
    this.#set(entry, HIGH, key.readUInt32LE(0));
    this.#set(entry, LOW, key.readUInt32LE(4));
    this.#index.enter(entry);
  }

  #take(): number {
    if (this.#free !== NONE) {
      const entry = this.#free;
      this.#free = this.#get(entry, NEXT);
      return entry;
    }
    this.#used += 1;
    return this.#used;
  }

  #append(entry: number): void {
    this.#set(entry, NEXT, NONE);
    this.#set(entry, PREV, this.#newest);
    if (this.#newest === NONE) this.#oldest = entry;
    else this.#set(this.#newest, NEXT, entry);
    this.#newest = entry;
    if (this.#mark === NONE) this.#mark = entry;
  }

  #unlink(entry: number): void {
    const [prev, next] = [this.#get(entry, PREV), this.#get(entry, NEXT)];
    if (this.#mark === entry) this.#mark = next;
    if (prev === NONE) this.#oldest = next;
    else this.#set(prev, NEXT, next);
    if (next === NONE) this.#newest = prev;
    else this.#set(next, PREV, prev);
  }

  #remove(entry: number): void {
    this.#unlink(entry);
    this.#index.leave(entry);
    this.#set(entry, NEXT, this.#free);
    this.#free = entry;
    this.#count -= 1;
  }
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */
/**
 * Who has been seen in the last half hour, without objects: a hash table over typed arrays, 42 bytes a visitor, in the order
 * in which they were last seen. That order is the clock: who falls out of it at one end is gone, and a mark within
 * it parts those who are online from those who are not.
 */
import { IDLE, ONLINE } from './counts.js';

const NONE = -1;
const IS_ONLINE = 1;
const HAS_VISIT = 2;

/** What there is about a visitor before the present hit is written down. */
export interface Known {
  /** Day of the zone on which it was last seen. */
  readonly day: number;
  /** False for one that is known by heartbeats only, since a restart. */
  readonly hasVisit: boolean;
}

export class Presence {
  #size: number;
  #index: Int32Array;
  #high: Uint32Array;
  #low: Uint32Array;
  #last: Float64Array;
  #site: Int32Array;
  #day: Int32Array;
  #flags: Uint8Array;
  /** Towards those seen later; in a free entry, the next free one. */
  #next: Int32Array;
  #prev: Int32Array;
  #free = NONE;
  #used = 0;
  #count = 0;
  #oldest = NONE;
  #newest = NONE;
  /** The first of those who are online. */
  #mark = NONE;
  readonly #online: number[] = [];

  /** @param most - visitors at once; there is no room for more */
  constructor(
    readonly most = 3_000_000,
    size = 1024,
  ) {
    this.#size = size;
    this.#index = new Int32Array(size * 2).fill(NONE);
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#last = new Float64Array(size);
    this.#site = new Int32Array(size);
    this.#day = new Int32Array(size);
    this.#flags = new Uint8Array(size);
    this.#next = new Int32Array(size);
    this.#prev = new Int32Array(size);
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

  /** Forgets who has been away too long. */
  expire(now: number): void {
    while (this.#mark !== NONE && now - this.#last[this.#mark]! > ONLINE) {
      const entry = this.#mark;
      this.#flags[entry]! &= ~IS_ONLINE;
      this.#online[this.#site[entry]!]! -= 1;
      this.#mark = this.#next[entry]!;
    }
    while (this.#oldest !== NONE && now - this.#last[this.#oldest]! > IDLE) this.#remove(this.#oldest);
  }

  /** What is known of a visitor. */
  find(key: Buffer): Known | undefined {
    const entry = this.#find(key);
    if (entry === NONE) return undefined;
    return { day: this.#day[entry]!, hasVisit: (this.#flags[entry]! & HAS_VISIT) !== 0 };
  }

  /** A visitor that was known under a former key goes on under another. */
  rename(from: Buffer, to: Buffer): void {
    const entry = this.#find(from);
    if (entry === NONE || this.#find(to) !== NONE) return;
    this.#unindex(entry);
    this.#high[entry] = to.readUInt32LE(0);
    this.#low[entry] = to.readUInt32LE(4);
    this.#enter(entry);
  }

  /** Writes down that a visitor is here. `now` never goes back. */
  see(key: Buffer, site: number, day: number, hasVisit: boolean, now: number): void {
    let entry = this.#find(key);
    if (entry === NONE) {
      entry = this.#take();
      this.#high[entry] = key.readUInt32LE(0);
      this.#low[entry] = key.readUInt32LE(4);
      this.#site[entry] = site;
      this.#flags[entry] = 0;
      this.#enter(entry);
      this.#count += 1;
    } else {
      this.#unlink(entry);
    }
    if ((this.#flags[entry]! & IS_ONLINE) === 0) this.#online[site] = (this.#online[site] ?? 0) + 1;
    this.#flags[entry] = IS_ONLINE | (hasVisit ? HAS_VISIT : 0);
    this.#day[entry] = day;
    this.#last[entry] = now;
    this.#append(entry);
  }

  #slot(high: number, low: number): number {
    // The key is a hash already.
    return (high ^ (low >>> 7)) & (this.#size * 2 - 1);
  }

  #find(key: Buffer): number {
    const high = key.readUInt32LE(0);
    const low = key.readUInt32LE(4);
    const mask = this.#size * 2 - 1;
    for (let slot = this.#slot(high, low); ; slot = (slot + 1) & mask) {
      const entry = this.#index[slot]!;
      if (entry === NONE) return NONE;
      if (this.#high[entry] === high && this.#low[entry] === low) return entry;
    }
  }

  #enter(entry: number): void {
    const mask = this.#size * 2 - 1;
    let slot = this.#slot(this.#high[entry]!, this.#low[entry]!);
    while (this.#index[slot] !== NONE) slot = (slot + 1) & mask;
    this.#index[slot] = entry;
  }

  /** Closes the gap by moving back what had to step aside, so that no search ends too early. */
  #unindex(entry: number): void {
    const mask = this.#size * 2 - 1;
    let gap = this.#slot(this.#high[entry]!, this.#low[entry]!);
    while (this.#index[gap] !== entry) gap = (gap + 1) & mask;
    for (let slot = (gap + 1) & mask; this.#index[slot] !== NONE; slot = (slot + 1) & mask) {
      const other = this.#index[slot]!;
      const home = this.#slot(this.#high[other]!, this.#low[other]!);
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue;
      this.#index[gap] = other;
      gap = slot;
    }
    this.#index[gap] = NONE;
  }

  #take(): number {
    if (this.#free !== NONE) {
      const entry = this.#free;
      this.#free = this.#next[entry]!;
      return entry;
    }
    if (this.#used === this.#size) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    const size = this.#size * 2;
    const larger = <T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#high = larger(this.#high, new Uint32Array(size));
    this.#low = larger(this.#low, new Uint32Array(size));
    this.#last = larger(this.#last, new Float64Array(size));
    this.#site = larger(this.#site, new Int32Array(size));
    this.#day = larger(this.#day, new Int32Array(size));
    this.#flags = larger(this.#flags, new Uint8Array(size));
    this.#next = larger(this.#next, new Int32Array(size));
    this.#prev = larger(this.#prev, new Int32Array(size));
    this.#size = size;
    this.#index = new Int32Array(size * 2).fill(NONE);
    for (let entry = this.#oldest; entry !== NONE; entry = this.#next[entry]!) this.#enter(entry);
  }

  #append(entry: number): void {
    this.#next[entry] = NONE;
    this.#prev[entry] = this.#newest;
    if (this.#newest === NONE) this.#oldest = entry;
    else this.#next[this.#newest] = entry;
    this.#newest = entry;
    if (this.#mark === NONE) this.#mark = entry;
  }

  #unlink(entry: number): void {
    const [prev, next] = [this.#prev[entry]!, this.#next[entry]!];
    if (this.#mark === entry) this.#mark = next;
    if (prev === NONE) this.#oldest = next;
    else this.#next[prev] = next;
    if (next === NONE) this.#newest = prev;
    else this.#prev[next] = prev;
  }

  #remove(entry: number): void {
    this.#unlink(entry);
    this.#unindex(entry);
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#count -= 1;
  }
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */

const LEAST = 1024;

/**
 * Finds entries by their hash: chains of entries that begin at a head each. It has room for all at once, of which the system
 * gives what is written to; where there are more entries than heads, these are doubled on the spot. Nothing
 * is ever copied and left for the collector of garbage, which is in no hurry with large arrays.
 */
export class HashIndex {
  /** Entries are counted from 1; 0 is none. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  #mask = LEAST - 1;
  #used = 0;

  /**
   * @param most - entries at once, the last of which has this number
   * @param hashOf - the hash of an entry, of which the lower bits count
   */
  constructor(
    most: number,
    readonly hashOf: (entry: number) => number,
  ) {
    this.#heads = new Int32Array(Math.max(LEAST, 2 ** Math.ceil(Math.log2(most))));
    this.#next = new Int32Array(most + 1);
  }

  /** The first entry that may have a hash, or 0. */
  first(hash: number): number {
    return this.#heads[hash & this.#mask]!;
  }

  /** The one to be looked at after another, or 0. */
  after(entry: number): number {
    return this.#next[entry]!;
  }

  enter(entry: number): void {
    if (this.#used > this.#mask && this.#mask + 1 < this.#heads.length) this.#double();
    this.#used += 1;
    this.#link(entry);
  }

  /** Takes out an entry, whose hash has to be what it was when it was entered. */
  leave(entry: number): void {
    const head = this.hashOf(entry) & this.#mask;
    const next = this.#next[entry]!;
    let before = this.#heads[head]!;
    if (before === entry) {
      this.#heads[head] = next;
    } else {
      while (this.#next[before] !== entry) before = this.#next[before]!;
      this.#next[before] = next;
    }
    this.#used -= 1;
  }

  clear(): void {
    this.#heads.fill(0, 0, this.#mask + 1);
    this.#mask = LEAST - 1;
    this.#used = 0;
  }

  #link(entry: number): void {
    const head = this.hashOf(entry) & this.#mask;
    this.#next[entry] = this.#heads[head]!;
    this.#heads[head] = entry;
  }

  /** Each chain is parted in two. */
  #double(): void {
    const size = this.#mask + 1;
    this.#mask = size * 2 - 1;
    for (let head = 0; head < size; head += 1) {
      let entry = this.#heads[head]!;
      this.#heads[head] = 0;
      // What is there may be of the time before it was cleared.
      this.#heads[head + size] = 0;
      while (entry !== 0) {
        const next = this.#next[entry]!;
        this.#link(entry);
        entry = next;
      }
    }
  }
}

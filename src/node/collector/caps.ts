/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */
import { HashIndex } from './hash-index.js';
import { NETWORK_FACTOR } from './site.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600_000;
/** Addresses remembered within an hour, in some 30 MB; a flood from more is suspect altogether. */
const MOST = 2_000_000;
const MANY = 255;

/** How many new visitors each address has brought within the hour. */
export class Caps {
  #hour = NaN;
  readonly #brought: Numbers;

  constructor(readonly most = MOST) {
    // The last address may come with its network.
    this.#brought = new Numbers(most + 1);
  }

  /**
   * Whether an address may bring one more, and counts it when it may. An IPv6 network may bring ten addresses' worth.
   *
   * @param kind - what is counted apart from other things
   */
  admit(visitor: Visitor, kind: string, cap: number, steady: number): boolean {
    const hour = Math.floor(steady / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#brought.clear();
    }
    const network = visitor.network(kind);
    // First the network: one that is full leaves no trace of its 65,536 addresses.
    if (network && this.#brought.of(network) >= cap * NETWORK_FACTOR) return false;
    const address = visitor.address(kind);
    if (this.#brought.of(address) >= cap || this.#brought.used >= this.most) return false;
    if (network) this.#brought.increase(network);
    this.#brought.increase(address);
    return true;
  }
}

/**
 * A number for each hash, in six bytes and its place in an index. 40 bits of a hash are looked at: of a million addresses one
 * or none shares its number with another.
 */
class Numbers {
  readonly #low: Uint32Array;
  readonly #high: Uint8Array;
  /** `MANY` where a byte is too small: those few are in a map. */
  readonly #number: Uint8Array;
  readonly #many = new Map<number, number>();
  readonly #index: HashIndex;
  used = 0;

  constructor(most: number) {
    this.#low = new Uint32Array(most + 1);
    this.#high = new Uint8Array(most + 1);
    this.#number = new Uint8Array(most + 1);
    this.#index = new HashIndex(most, (entry) => this.#low[entry]!);
  }

  clear(): void {
    this.#index.clear();
    this.#many.clear();
    this.used = 0;
  }

  of(key: Buffer): number {
    const entry = this.#find(key);
    return entry === 0 ? 0 : this.#at(entry);
  }

  increase(key: Buffer): void {
    let entry = this.#find(key);
    if (entry === 0) {
      entry = this.used += 1;
      this.#low[entry] = key.readUInt32LE(0);
      this.#high[entry] = key.readUInt8(4);
      this.#number[entry] = 0;
      this.#index.enter(entry);
    }
    const number = this.#at(entry) + 1;
    this.#number[entry] = Math.min(number, MANY);
    if (number >= MANY) this.#many.set(entry, number);
  }

  #at(entry: number): number {
    return this.#many.get(entry) ?? this.#number[entry]!;
  }

  #find(key: Buffer): number {
    const low = key.readUInt32LE(0);
    const high = key.readUInt8(4);
    let entry = this.#index.first(low);
    while (entry !== 0 && (this.#low[entry] !== low || this.#high[entry] !== high)) entry = this.#index.after(entry);
    return entry;
  }
}

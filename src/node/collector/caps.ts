/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */
import { NETWORK_FACTOR } from './site.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600_000;
/** Addresses remembered within an hour, in some 40 MB; a flood from more is suspect altogether. */
const MOST = 2_000_000;
const LEAST_SIZE = 1024;

/** How many new visitors each address has brought within the hour. */
export class Caps {
  #hour = NaN;
  #brought = new Numbers(LEAST_SIZE);

  constructor(readonly most = MOST) {}

  /**
   * Whether an address may bring one more, and counts it when it may. An IPv6 network may bring ten addresses' worth.
   *
   * @param kind - what is counted apart from other things
   */
  admit(visitor: Visitor, kind: string, cap: number, steady: number): boolean {
    const hour = Math.floor(steady / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#brought = new Numbers(LEAST_SIZE);
    }
    const network = visitor.network(kind);
    // First the network: one that is full leaves no trace of its 65,536 addresses.
    if (network && this.#brought.of(network) >= cap * NETWORK_FACTOR) return false;
    const address = visitor.address(kind);
    if (this.#brought.of(address) >= cap || this.#brought.used >= this.most) return false;
    for (const key of network ? [network, address] : [address]) {
      if (this.#brought.isCrowded) this.#brought = this.#brought.larger();
      this.#brought.increase(key);
    }
    return true;
  }
}

/**
 * A number for each hash, in ten bytes. 48 bits of a hash are looked at: two addresses are taken for one once in 10¹⁴
 * pairs.
 */
class Numbers {
  readonly #low: Uint32Array;
  readonly #high: Uint16Array;
  /** 0 where nothing is. */
  readonly #number: Uint32Array;
  used = 0;

  /** @param size - a power of two */
  constructor(readonly size: number) {
    this.#low = new Uint32Array(size);
    this.#high = new Uint16Array(size);
    this.#number = new Uint32Array(size);
  }

  get isCrowded(): boolean {
    return this.used * 4 >= this.size * 3;
  }

  of(key: Buffer): number {
    return this.#number[this.#slot(key.readUInt32LE(0), key.readUInt16LE(4))]!;
  }

  increase(key: Buffer): void {
    this.#add(key.readUInt32LE(0), key.readUInt16LE(4), 1);
  }

  larger(): Numbers {
    const larger = new Numbers(this.size * 2);
    for (let slot = 0; slot < this.size; slot += 1) {
      if (this.#number[slot] !== 0) larger.#add(this.#low[slot]!, this.#high[slot]!, this.#number[slot]!);
    }
    return larger;
  }

  #add(low: number, high: number, more: number): void {
    const slot = this.#slot(low, high);
    if (this.#number[slot] === 0) this.used += 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#number[slot]! += more;
  }

  /** Where a hash is, or the free place where it would be. */
  #slot(low: number, high: number): number {
    let slot = (low ^ high) & (this.size - 1);
    while (this.#number[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & (this.size - 1);
    }
    return slot;
  }
}

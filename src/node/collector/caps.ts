/* eslint-disable @typescript-eslint/no-non-null-assertion -- an index of ours is always inside its array */
import { NETWORK_FACTOR } from './site.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600_000;
/** Addresses remembered within an hour, in some 25 MB; a flood from more is suspect altogether. */
const MOST = 2_000_000;
const MANY = 255;
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
 * A number for each hash, in six bytes. 40 bits of a hash are looked at: of a million addresses one or none shares its number
 * with another.
 */
class Numbers {
  readonly #low: Uint32Array;
  readonly #high: Uint8Array;
  /** 0 where nothing is, `MANY` where a byte is too small: those few are in a map by place. */
  readonly #number: Uint8Array;
  readonly #many = new Map<number, number>();
  used = 0;

  /** @param size - a power of two */
  constructor(readonly size: number) {
    this.#low = new Uint32Array(size);
    this.#high = new Uint8Array(size);
    this.#number = new Uint8Array(size);
  }

  get isCrowded(): boolean {
    return this.used * 4 >= this.size * 3;
  }

  of(key: Buffer): number {
    return this.#at(this.#slot(key.readUInt32LE(0), key.readUInt8(4)));
  }

  increase(key: Buffer): void {
    this.#add(key.readUInt32LE(0), key.readUInt8(4), 1);
  }

  larger(): Numbers {
    const larger = new Numbers(this.size * 2);
    for (let slot = 0; slot < this.size; slot += 1) {
      if (this.#number[slot] !== 0) larger.#add(this.#low[slot]!, this.#high[slot]!, this.#at(slot));
    }
    return larger;
  }

  #at(slot: number): number {
    return this.#many.get(slot) ?? this.#number[slot]!;
  }

  #add(low: number, high: number, more: number): void {
    const slot = this.#slot(low, high);
    const number = this.#at(slot) + more;
    if (number === more) this.used += 1;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#number[slot] = Math.min(number, MANY);
    if (number >= MANY) this.#many.set(slot, number);
  }

  /** Where a hash is, or the free place where it would be. */
  #slot(low: number, high: number): number {
    let slot = low & (this.size - 1);
    while (this.#number[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & (this.size - 1);
    }
    return slot;
  }
}

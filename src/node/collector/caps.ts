import { NETWORK_FACTOR } from './site.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600_000;
/** Addresses remembered within an hour; a flood from more is suspect altogether. */
export const MOST_ADDRESSES = 500_000;

/** How many new visitors each address has brought within the hour. */
export class Caps {
  #hour = NaN;
  #brought = new Map<number, number>();

  constructor(readonly most = MOST_ADDRESSES) {}

  /**
   * Whether an address may bring one more, and counts it when it may. An IPv6 network may bring ten addresses' worth.
   *
   * @param kind - what is counted apart from other things
   */
  admit(visitor: Visitor, kind: string, cap: number, steady: number): boolean {
    const hour = Math.floor(steady / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#brought = new Map();
    }
    const network = visitor.network(kind);
    // First the network: one that is full leaves no trace of its 65,536 addresses.
    if (network && this.#of(network) >= cap * NETWORK_FACTOR) return false;
    const address = visitor.address(kind);
    if (this.#of(address) >= cap || this.#brought.size >= this.most) return false;
    for (const key of network ? [network, address] : [address]) this.#brought.set(numberOf(key), this.#of(key) + 1);
    return true;
  }

  #of(key: Buffer): number {
    return this.#brought.get(numberOf(key)) ?? 0;
  }
}

/** 48 bits of a hash: two addresses are taken for one once in 10¹⁴ pairs. */
function numberOf(key: Buffer): number {
  return key.readUIntLE(0, 6);
}

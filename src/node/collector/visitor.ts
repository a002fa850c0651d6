import { createHmac, randomBytes } from 'node:crypto';
import { IDLE } from './counts.js';
import type { Moment } from './moment.js';

const DAY = 86_400_000;
/** 20:00 UTC is 3:00 in Việt Nam: when fewest have to be recognised by two salts. A whole hour, as the caps are. */
const CHANGE = 20 * 3_600_000;

/** Random, in memory only. With the salt gone nobody can tell any more whom a key stood for. */
export interface Salts {
  readonly current: Buffer;
  /** For half an hour after a change: visits that go on are still known. */
  readonly former?: Buffer | undefined;
}

/** Number of the salt that is in use: it changes every 24 hours. */
export function saltPeriod(steady: number): number {
  return Math.floor((steady - CHANGE) / DAY);
}

/** When a salt's time is over. */
export function saltEnd(period: number): number {
  return (period + 1) * DAY + CHANGE;
}

/** Whether the salt before the current one still counts. */
export function formerCounts(steady: number): boolean {
  return steady - CHANGE - saltPeriod(steady) * DAY <= IDLE;
}

export function newSalt(): Buffer {
  return randomBytes(32);
}

/** Salts of a collector that shares them with no other. */
export function saltRing(): (moment: Moment) => Salts {
  let period = NaN;
  let current = newSalt();
  let former: Buffer | undefined;
  return ({ steady }) => {
    const now = saltPeriod(steady);
    if (now !== period) {
      former = now === period + 1 ? current : undefined;
      current = newSalt();
      period = now;
    }
    return { current, former: formerCounts(steady) ? former : undefined };
  };
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((group) => parseInt(group, 16).toString(16));
}

/** Who counts as one at the hourly cap: an IPv4 address, or an IPv6 /64 with the /48 that it is in. */
export function placeOf(ip: string): { address: string; network: string | undefined } {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return { address: mapped ?? ip, network: undefined };
  const groups = groupsOf(ip);
  return { address: groups.slice(0, 4).join(':'), network: groups.slice(0, 3).join(':') };
}

/** What is known of a visitor for as long as a request lasts; only keyed hashes of it are kept, in memory. */
export interface Visitor {
  /** Key of visitor and site under the current salt. */
  readonly key: Buffer;
  /** The same under the former salt, while that counts. */
  readonly former: Buffer | undefined;
  /** Keys of the address and its network for the hourly caps. */
  address(kind: string): Buffer;
  network(kind: string): Buffer | undefined;
}

export function visitorOf(salts: Salts, site: string, ip: string, agent: string): Visitor {
  const hash = (salt: Buffer, text: string) => createHmac('sha256', salt).update(text).digest();
  const who = `${site}\n${ip}\n${agent}`;
  const { current, former } = salts;
  return {
    key: hash(current, who),
    former: former && hash(former, who),
    address: (kind) => hash(current, `${site}\n${placeOf(ip).address}\n${kind}/64`),
    network(kind) {
      const { network } = placeOf(ip);
      return network === undefined ? undefined : hash(current, `${site}\n${network}\n${kind}/48`);
    },
  };
}

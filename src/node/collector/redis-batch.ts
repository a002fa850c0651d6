/** What goes to Redis in one go: hits by site and day, packed as the script unpacks them. */
import type { Reply } from '../redis/link.js';
import { yearOf } from './calendar.js';
import { GROUP_BYTES, HIT_BYTES } from './lua.js';
import { capsKey, liveKey, sumsKey, yearKey } from './redis-keys.js';
import type { Site } from './site.js';
import type { Kind, Outcome } from './store.js';
import type { Visitor } from './visitor.js';

const KINDS = { look: 0, view: 1, beat: 2 } as const;
const LETTERS: Readonly<Record<string, Outcome>> = { v: 'visit', k: 'known', s: 'suspect', f: 'full' };
/** 96 and 64 bits of a hash are enough to tell visitors and addresses apart. */
const KEY = 12;
const PLACE = 8;

/** A hit, or only a look at the figures: packed at once, so that no address waits in memory. */
export interface Entry {
  readonly bytes: Buffer;
  readonly isHit: boolean;
  /** Undefined for one that was answered already and is still to be counted. */
  readonly answer: ((answered: Answered) => void) | undefined;
}

export interface Answered {
  readonly outcome: Outcome;
  /** Undefined where Redis did not answer. */
  readonly reply: GroupReply | undefined;
}

export interface Group {
  readonly site: Site;
  readonly today: number;
  readonly entries: Entry[];
  /** Decided by the presence server, and not yet added to the totals. */
  visits: number;
  suspects: number;
}

export interface GroupReply {
  readonly outcomes: readonly Outcome[];
  readonly online: number;
  readonly visits: number;
  readonly suspects: number;
  readonly today: number;
  readonly yesterday: number;
  readonly total: number;
  /** Empty where the site is gone. */
  readonly epoch: string;
}

export function keysOf({ site, today }: Group): string[] {
  const { id } = site;
  return [liveKey(id), capsKey(id), sumsKey(id), yearKey(id, yearOf(today)), yearKey(id, yearOf(today - 1))];
}

/** @param visitor - none for a look */
export function packEntry(kind: Kind | 'look', steady: number, visitor?: Visitor): Buffer {
  const buffer = Buffer.alloc(HIT_BYTES);
  const network = visitor?.network(kind);
  buffer.writeUInt8(KINDS[kind], 0);
  buffer.writeUInt8((visitor?.former ? 1 : 0) + (network ? 2 : 0), 1);
  buffer.writeUIntLE(Math.floor(steady), 2, 6);
  visitor?.key.copy(buffer, 8, 0, KEY);
  visitor?.former?.copy(buffer, 8 + KEY, 0, KEY);
  visitor?.address(kind).copy(buffer, 8 + 2 * KEY, 0, PLACE);
  network?.copy(buffer, 8 + 2 * KEY + PLACE, 0, PLACE);
  return buffer;
}

export function pack(groups: readonly Group[]): Buffer {
  return Buffer.concat(
    groups.flatMap(({ site, today, visits, suspects, entries }) => {
      const head = Buffer.alloc(GROUP_BYTES);
      head.writeInt32LE(today, 0);
      for (const [index, number] of [visits, suspects, site.cap, entries.length].entries()) {
        head.writeUInt32LE(Math.min(number, 0xffff_ffff), 4 + 4 * index);
      }
      return [head, ...entries.map(({ bytes }) => bytes)];
    }),
  );
}

/** Hits of a group; looks are none. */
export function hitsOf({ entries }: Group): number {
  return entries.filter(({ isHit }) => isHit).length;
}

type Packed = readonly [string, number, number, number, number, number, number, string];

/** What the script answered, a reply for each group. */
export function unpack(reply: Reply): GroupReply[] {
  return (reply as readonly Packed[]).map(([letters, online, visits, suspects, today, yesterday, total, epoch]) => {
    const outcomes = [...letters].map((letter) => LETTERS[letter] ?? 'known');
    return { outcomes, online, visits, suspects, today, yesterday, total, epoch };
  });
}

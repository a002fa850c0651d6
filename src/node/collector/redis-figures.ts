import { type Reply, type RedisLink, run } from '../redis/link.js';
import { yearOf } from './calendar.js';
import type { Counts } from './counts.js';
import { READ } from './lua.js';
import type { GroupReply } from './redis-batch.js';
import { sumsKey, yearKey } from './redis-keys.js';
import { Tally } from './tally.js';

interface Known {
  epoch: string;
  tally: Tally;
  online: number;
}

const NO_DAYS = Object.freeze(Array<number>(30).fill(0));
const NOTHING: Counts = { online: 0, today: 0, yesterday: 0, week: 0, month: 0, year: 0, total: 0, days: NO_DAYS };

/** Fields and values of a hash, as Redis lists them. */
export function fieldsOf(reply: Reply): Map<string, string> {
  const list = reply as readonly string[];
  const fields = new Map<string, string>();
  for (let index = 0; index < list.length; index += 2) fields.set(list[index] ?? '', list[index + 1] ?? '');
  return fields;
}

/**
 * What one collector knows of all sites' visits. A reply carries four numbers; they are enough to follow what the
 * other collectors count, and where they are not, a site is read anew.
 */
export class RedisFigures {
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<Known>>();

  constructor(readonly link: RedisLink) {}

  /** Figures as last heard; undefined where nothing was. */
  last(id: string, today: number): Counts | undefined {
    const known = this.#known.get(id);
    return known && { online: known.online, ...known.tally.counts(today) };
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** Figures after a reply. */
  async follow(id: string, today: number, reply: GroupReply, online: number): Promise<Counts> {
    if (reply.epoch === '') {
      this.#known.delete(id);
      return NOTHING;
    }
    let known = this.#known.get(id);
    if (known?.epoch !== reply.epoch || !this.#apply(known, today, reply)) known = await this.#read(id, today);
    known.online = online;
    return { online, ...known.tally.counts(today) };
  }

  /** Whether the four numbers say all that changed: visits only become more within an epoch. */
  #apply({ tally }: Known, today: number, reply: GroupReply): boolean {
    const before = tally.counts(today);
    const more = reply.total - before.total;
    // An answer that was overtaken by another.
    if (more < 0) return true;
    const [now, then] = [reply.today - before.today, reply.yesterday - before.yesterday];
    if (now + then !== more || now < 0 || then < 0) return false;
    if (now > 0) tally.add(today, now);
    if (then > 0) tally.add(today - 1, then);
    return true;
  }

  #read(id: string, today: number): Promise<Known> {
    let reading = this.#reading.get(id);
    if (!reading) {
      reading = this.#readNow(id, today).finally(() => this.#reading.delete(id));
      this.#reading.set(id, reading);
    }
    return reading;
  }

  async #readNow(id: string, today: number): Promise<Known> {
    const from = Tally.from(today);
    // After a clock was put back there may be days to come.
    const years = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2];
    const keys = [sumsKey(id), ...years.map((year) => yearKey(id, year))];
    const [sums, ...hashes] = ((await run(this.link, READ, keys, [])) as readonly Reply[]).map(fieldsOf);
    const days = new Map<number, number>();
    for (const fields of hashes) {
      for (const [field, value] of fields) if (!field.startsWith('s')) days.set(Number(field), Number(value));
    }
    const before = [...days].filter(([day]) => day < from).reduce((sum, [, visits]) => sum + visits, 0);
    for (const day of [...days.keys()]) if (day < from) days.delete(day);
    const recent = [...days.values()].reduce((sum, visits) => sum + visits, 0);
    const yearSum = (year: number) => Number(sums?.get(`y${year}`) ?? 0);
    const tally = new Tally(days, {
      from,
      total: Number(sums?.get('total') ?? 0) - recent,
      years: new Map([
        [yearOf(from), before],
        [yearOf(from) - 1, yearSum(yearOf(from) - 1)],
      ]),
    });
    const known = { epoch: sums?.get('epoch') ?? '', tally, online: 0 };
    this.#known.set(id, known);
    return known;
  }
}

import { randomUUID } from 'node:crypto';
import { openRedis } from '../redis/open.js';
import { reasonOf, type RedisLink, run } from '../redis/link.js';
import { HttpError } from '../serve/errors.js';
import { dayAt } from './calendar.js';
import type { Counts } from './counts.js';
import { type Mode, SEEN } from './lua.js';
import { type Clock, type Moment, systemClock } from './moment.js';
import { type Answered, type Group, type GroupReply, hitsOf, keysOf, pack, packEntry, unpack } from './redis-batch.js';
import { RedisFigures } from './redis-figures.js';
import { sharedSalts } from './redis-salts.js';
import { RedisSites } from './redis-sites.js';
import type { Site } from './site.js';
import type { DayRow, Kind, Seen, Store, StoreHealth } from './store.js';
import type { Salts, Visitor } from './visitor.js';

/**
 * Milliseconds for which hits are gathered while Redis works on others; an idle one gets them at once. Their answers wait for
 * the batch, so that no visit is said and then lost.
 */
const BATCH = 10;
/** Milliseconds between two tries while Redis is away. */
const RETRY = 1000;
/** Milliseconds between two looks at sites, salt and clock. */
const LOOK = 1000;
/** Hits kept while Redis is away: some 20 MB. */
const MOST_HELD = 100_000;
/** Milliseconds that closing waits for what is still to be written. */
const LAST_WORDS = 5000;

export interface RedisOptions {
  readonly address: string;
  /** Another Redis for presence and salt, without persistence, so that neither gets to a disk. */
  readonly presence?: string | undefined;
  /** Visitors of one site at once. */
  readonly mostVisitors?: number;
  readonly onHealth?: (health: StoreHealth) => void;
}

/**
 * Counts in Redis or Valkey, one server or a cluster, together with any number of other collectors. Whether a hit is a new
 * visit is decided there, for a batch at a time.
 */
export async function openRedisStore(options: RedisOptions): Promise<Store> {
  const totals = await openRedis(options.address, 'totals');
  try {
    const presence = options.presence === undefined ? totals : await openRedis(options.presence, 'presence');
    return await RedisStore.open(totals, presence, options);
  } catch (error) {
    await totals.close();
    throw error;
  }
}

class RedisStore implements Store {
  readonly clock: Clock;
  readonly #sites: RedisSites;
  readonly #figures: RedisFigures;
  readonly #salts: ReturnType<typeof sharedSalts>;
  readonly #most: string;
  #queue = new Map<string, Group>();
  #waiting = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #flying = new Set<Promise<unknown>>();
  readonly #look: NodeJS.Timeout;
  #trouble: string | undefined;
  #ahead = 0;

  private constructor(
    readonly totals: RedisLink,
    readonly presence: RedisLink,
    readonly options: RedisOptions,
  ) {
    this.#sites = new RedisSites(totals);
    this.#figures = new RedisFigures(totals);
    this.#salts = sharedSalts(presence);
    this.#most = String(options.mostVisitors ?? 1_000_000);
    const own = systemClock();
    this.clock = () => {
      const { wall, steady } = own();
      return { wall, steady: steady + this.#ahead };
    };
    this.#look = setInterval(() => void this.#lookAgain(), LOOK).unref();
  }

  static async open(totals: RedisLink, presence: RedisLink, options: RedisOptions): Promise<Store> {
    const store = new RedisStore(totals, presence, options);
    await store.#sites.read();
    await store.#setClock();
    return store;
  }

  site(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  sites(): readonly Site[] {
    return this.#sites.all();
  }

  saveSite(site: Site): Promise<void> {
    return this.#sites.save(site, randomUUID());
  }

  async removeSite(id: string): Promise<boolean> {
    this.#drop(id);
    return this.#sites.remove(id);
  }

  async days(id: string): Promise<DayRow[]> {
    await this.flush();
    return this.#sites.days(id);
  }

  async saveDays(id: string, rows: readonly DayRow[]): Promise<void> {
    this.#drop(id);
    await this.#sites.saveDays(id, rows, randomUUID());
  }

  salts(moment: Moment): Salts | Promise<Salts> {
    const salts = this.#salts.at(moment);
    return salts instanceof Promise ? salts.catch(refuse) : salts;
  }

  async seen(site: Site, kind: Kind, visitor: Visitor, moment: Moment): Promise<Seen> {
    const today = dayAt(moment.wall, site.timeZone);
    if (this.#waiting >= MOST_HELD) return { outcome: 'full', counts: this.#lastFigures(site, today) };
    const { outcome, reply } = await this.#enter(site, today, packEntry(kind, moment.steady, visitor), true);
    return { outcome, counts: await this.#countsAfter(site, today, reply) };
  }

  async counts(site: Site, moment: Moment): Promise<Counts> {
    const today = dayAt(moment.wall, site.timeZone);
    if (this.#trouble !== undefined) return this.#lastFigures(site, today);
    const { reply } = await this.#enter(site, today, packEntry('look', moment.steady), false);
    return this.#countsAfter(site, today, reply);
  }

  /** Each collector would name the same visitors. */
  visitors(): undefined {
    return undefined;
  }

  health(): StoreHealth {
    let pending = this.#waiting;
    for (const { visits, suspects } of this.#queue.values()) pending += visits + suspects;
    return { ok: this.#trouble === undefined, ...(this.#trouble !== undefined && { reason: this.#trouble }), pending };
  }

  async flush(): Promise<void> {
    await this.#send();
    await Promise.all(this.#flying);
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
    const end = performance.now() + LAST_WORDS;
    await this.flush();
    while (this.#queue.size > 0 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await this.flush();
    }
    clearTimeout(this.#timer);
    await Promise.all([...new Set([this.totals, this.presence])].map((link) => link.close()));
  }

  #enter(site: Site, today: number, bytes: Buffer, isHit: boolean): Promise<Answered> {
    const key = keyOf(site, today);
    let group = this.#queue.get(key);
    if (!group) this.#queue.set(key, (group = { site, today, entries: [], visits: 0, suspects: 0 }));
    const { entries } = group;
    if (isHit) this.#waiting += 1;
    const pause = this.#flying.size === 0 ? 0 : BATCH;
    this.#timer ??= setTimeout(() => void this.#send(), this.#trouble === undefined ? pause : RETRY);
    if (this.#trouble === undefined) return new Promise((answer) => entries.push({ bytes, isHit, answer }));
    entries.push({ bytes, isHit, answer: undefined });
    return Promise.resolve({ outcome: 'held', reply: undefined });
  }

  async #countsAfter(site: Site, today: number, reply: GroupReply | undefined): Promise<Counts> {
    if (!reply) return this.#lastFigures(site, today);
    try {
      return await this.#figures.follow(site.id, today, reply, reply.online);
    } catch (error) {
      this.#say(reasonOf(error));
      return this.#lastFigures(site, today);
    }
  }

  #lastFigures(site: Site, today: number): Counts {
    return this.#figures.last(site.id, today) ?? refuse();
  }

  /** Sends what has gathered. A cluster gets a script for each group, because none may reach over two servers. */
  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#queue.size === 0) return;
    const groups = [...this.#queue.values()];
    this.#queue = new Map();
    const inOne = !this.totals.isCluster && !this.presence.isCluster;
    const sending = Promise.all((inOne ? [groups] : groups.map((group) => [group])).map((some) => this.#count(some)));
    this.#flying.add(sending);
    const trouble = (await sending).find((reason) => reason !== undefined);
    this.#flying.delete(sending);
    this.#say(trouble);
    if (trouble !== undefined) this.#timer ??= setTimeout(() => void this.#send(), RETRY).unref();
  }

  /** @returns what is wrong, if something is */
  async #count(groups: readonly Group[]): Promise<string | undefined> {
    const apart = this.presence !== this.totals;
    let noted: readonly GroupReply[] | undefined;
    try {
      noted = await this.#run(this.presence, apart ? 'presence' : 'both', groups);
      let replies = noted;
      if (apart) {
        // What the presence server decided is owed to the totals until they have it.
        for (const [index, group] of groups.entries()) Object.assign(group, owedAfter(noted[index]));
        replies = await this.#run(this.totals, 'totals', groups);
      }
      for (const [index, group] of groups.entries()) {
        const [note, reply] = [noted[index], replies[index]];
        this.#settle(group, note?.outcomes ?? [], reply && { ...reply, online: note?.online ?? 0 });
      }
      return undefined;
    } catch (error) {
      for (const group of groups) this.#hold(group, noted !== undefined);
      return reasonOf(error);
    }
  }

  async #run(link: RedisLink, mode: Mode, groups: readonly Group[]): Promise<GroupReply[]> {
    return unpack(await run(link, SEEN, groups.flatMap(keysOf), [pack(groups), this.#most, mode]));
  }

  #settle(group: Group, outcomes: readonly Answered['outcome'][], reply: GroupReply | undefined): void {
    this.#waiting -= hitsOf(group);
    let hit = 0;
    for (const { isHit, answer } of group.entries) {
      const outcome = isHit ? (outcomes[hit++] ?? 'known') : 'known';
      answer?.({ outcome, reply });
    }
  }

  /**
   * Answers, and keeps for later what has to be counted. What Redis did count before its answer was lost will be known the
   * second time; only visits decided by a presence server of its own can then be added twice.
   */
  #hold(group: Group, isNoted: boolean): void {
    for (const { answer } of group.entries) answer?.({ outcome: 'held', reply: undefined });
    const isGone = !this.#sites.get(group.site.id);
    if (isNoted || isGone) this.#waiting -= hitsOf(group);
    if (isGone) return;
    const key = keyOf(group.site, group.today);
    const later = this.#queue.get(key);
    const own = isNoted ? [] : group.entries.filter(({ isHit }) => isHit);
    this.#queue.set(key, {
      ...group,
      entries: [...own.map((entry) => ({ ...entry, answer: undefined })), ...(later?.entries ?? [])],
      visits: group.visits + (later?.visits ?? 0),
      suspects: group.suspects + (later?.suspects ?? 0),
    });
  }

  #drop(id: string): void {
    this.#figures.forget(id);
    for (const [key, group] of this.#queue) {
      if (group.site.id !== id) continue;
      this.#queue.delete(key);
      this.#settle(group, [], undefined);
    }
  }

  #say(trouble: string | undefined): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.options.onHealth?.(this.health());
  }

  async #lookAgain(): Promise<void> {
    try {
      const gone = await this.#sites.lookAgain();
      for (const id of gone) this.#drop(id);
      await this.#salts.check();
      await this.#setClock();
      if (this.#trouble !== undefined && this.#queue.size === 0) this.#say(undefined);
    } catch (error) {
      this.#say(reasonOf(error));
    }
  }

  /** The presence server's clock is the one that all collectors can see. */
  async #setClock(): Promise<void> {
    const key = 'civic:{salt}';
    const [seconds, micros] = (await this.presence.ask(key, [
      'EVAL',
      "#!lua flags=no-writes\nreturn redis.call('TIME')",
      '1',
      key,
    ])) as [string, string];
    const ahead = Number(seconds) * 1000 + Number(micros) / 1000 - this.clock().steady;
    // Less is the way of the question.
    if (Math.abs(ahead) > 50) this.#ahead += ahead;
  }
}

function keyOf({ id }: Site, today: number): string {
  return `${today} ${id}`;
}

function owedAfter(reply: GroupReply | undefined): Pick<Group, 'visits' | 'suspects'> {
  return { visits: reply?.visits ?? 0, suspects: reply?.suspects ?? 0 };
}

function refuse(): never {
  throw new HttpError(503, 'unavailable', 'The figures cannot be had at the moment: try again later.');
}

import { type RedisLink, run } from '../redis/link.js';
import { yearOf } from './calendar.js';
import { REPLACE } from './lua.js';
import { fieldsOf } from './redis-figures.js';
import { SITES, sumsKey, VERSION, yearKey } from './redis-keys.js';
import { byId, type Site } from './site.js';
import type { DayRow } from './store.js';

/** Sites and their days in Redis. */
export class RedisSites {
  #sites = new Map<string, Site>();
  /** As last read: whoever changes a site counts it up. */
  #version = 0;

  constructor(readonly link: RedisLink) {}

  get(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  all(): Site[] {
    return [...this.#sites.values()].sort(byId);
  }

  async read(): Promise<void> {
    const version = Number(await this.link.ask(VERSION, ['GET', VERSION]));
    const fields = fieldsOf(await this.link.ask(SITES, ['HGETALL', SITES]));
    const before = this.#sites;
    this.#sites = new Map();
    for (const [id, text] of fields) {
      const kept = before.get(id);
      // The same object as long as nothing changed, so that what hangs on it stays.
      const site = kept && textOf(kept) === text ? kept : ({ since: undefined, ...JSON.parse(text) } as Site);
      this.#sites.set(id, site);
    }
    this.#version = version;
  }

  /** @returns sites that are gone */
  async lookAgain(): Promise<string[]> {
    if (Number(await this.link.ask(VERSION, ['GET', VERSION])) === this.#version) return [];
    const before = [...this.#sites.keys()];
    await this.read();
    return before.filter((id) => !this.#sites.has(id));
  }

  async save(site: Site, epoch: string): Promise<void> {
    const sums = sumsKey(site.id);
    await this.link.ask(sums, ['HSETNX', sums, 'epoch', epoch]);
    await this.link.ask(SITES, ['HSET', SITES, site.id, textOf(site)]);
    this.#sites.set(site.id, site);
    await this.#changed();
  }

  async remove(id: string): Promise<boolean> {
    const known = (await this.link.ask(SITES, ['HDEL', SITES, id])) === 1;
    this.#sites.delete(id);
    await this.#changed();
    await run(this.link, REPLACE, [sumsKey(id), ...(await this.#years(id)).map((year) => yearKey(id, year))], ['']);
    return known;
  }

  async days(id: string): Promise<DayRow[]> {
    const rows = new Map<number, DayRow>();
    for (const year of await this.#years(id)) {
      const key = yearKey(id, year);
      for (const [field, value] of fieldsOf(await this.link.ask(key, ['HGETALL', key]))) {
        const day = Number(field.replace('s', ''));
        const row = rows.get(day) ?? { day, visits: 0, suspect: 0 };
        rows.set(day, { ...row, [field.startsWith('s') ? 'suspect' : 'visits']: Number(value) });
      }
    }
    return [...rows.values()].sort((a, b) => a.day - b.day);
  }

  async saveDays(id: string, rows: readonly DayRow[], epoch: string): Promise<void> {
    const sums = new Map<string, number>([['total', 0]]);
    const years = [...new Set([...(await this.#years(id)), ...rows.map(({ day }) => yearOf(day))])];
    const args: string[] = [epoch];
    for (const { day, visits, suspect } of rows) {
      const year = yearOf(day);
      const key = String(years.indexOf(year) + 2);
      if (visits > 0) args.push(key, String(day), String(visits));
      if (suspect > 0) args.push(key, `s${day}`, String(suspect));
      for (const name of ['total', `y${year}`]) sums.set(name, (sums.get(name) ?? 0) + visits);
    }
    for (const [name, value] of sums) args.push('1', name, String(value));
    await run(this.link, REPLACE, [sumsKey(id), ...years.map((year) => yearKey(id, year))], args);
  }

  /** Years that a site has days of. */
  async #years(id: string): Promise<number[]> {
    const key = sumsKey(id);
    const fields = (await this.link.ask(key, ['HKEYS', key])) as readonly string[];
    const years = fields.filter((field) => /^y\d+$/.test(field)).map((field) => Number(field.slice(1)));
    return [...new Set(years)].sort((a, b) => a - b);
  }

  /** Only where someone else changed something meanwhile is all of it read again. */
  async #changed(): Promise<void> {
    const version = Number(await this.link.ask(VERSION, ['INCR', VERSION]));
    if (version === this.#version + 1) this.#version = version;
  }
}

function textOf({ id, origins, timeZone, baseline, since, cap }: Site): string {
  return JSON.stringify({ id, origins, timeZone, baseline, since, cap });
}

/** How much memory visitors and sites take. */
import { join } from 'node:path';
import { openStore } from '../../../src/node/collector/open-store.js';
import { dayAt } from '../../../src/node/collector/calendar.js';
import { visitorOf } from '../../../src/node/collector/visitor.js';
import type { RedisServer } from '../../node/redis-server.js';
import type { Table } from '../figures.js';
import { folder, message, start } from './processes.js';
import { SITES, siteOf } from './sites.js';

const MB = 1024 * 1024;
const VISITORS = 10_000;

interface Size {
  readonly all: number;
  readonly own: number;
}
interface Filled {
  readonly live: number;
  readonly before: Size;
  readonly after: Size;
}

/** As the unit in the guide starts it: young garbage is collected sooner. */
const SMALL = ['--max-semi-space-size=2'];

export interface Sizes {
  table: Table;
  /** MB of a collector with a million visitors, started as the guide says. */
  million: number;
}

const filled = (options: readonly string[]) =>
  message<Filled>(start(['memory', join(folder, `memory-${options.length}.db`)], options));

export async function measureSizes(redis: RedisServer): Promise<Sizes> {
  const alone = await message<Size>(start(['idle']));
  const usual = await filled([]);
  const small = await filled(SMALL);
  const { live } = small;
  await redis.ask('FLUSHALL');
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.ask<string>('INFO', 'memory'))?.[1]);
  const empty = await used();
  const store = await openStore({ store: redis.url });
  const now = Date.now();
  const today = dayAt(now, 'Asia/Ho_Chi_Minh');
  const year = [...Array(365).keys()].map((index) => ({ day: today - 364 + index, visits: 900 + index, suspect: 0 }));
  for (const id of SITES) {
    await store.saveSite(siteOf(id));
    await store.saveDays(id, year);
  }
  const withSites = await used();
  const moment = { wall: now, steady: now };
  const salts = await store.salts(moment);
  for (let number = 0; number < VISITORS; number += 500) {
    await Promise.all(
      [...Array(500).keys()].map(async (index) => {
        const site = siteOf(SITES[(number + index) % SITES.length] ?? '');
        const ip = `10.0.${(number + index) >> 8}.${(number + index) & 255}`;
        return store.seen(site, 'view', visitorOf(salts, site.id, ip, 'a browser'), moment);
      }),
    );
  }
  const withVisitors = await used();
  await store.close();
  const row = (what: string, { all, own }: Size) => [what, all.toFixed(0), own.toFixed(0)];
  const per = (what: keyof Size) => ((small.after[what] - small.before[what]) / (live / VISITORS)).toFixed(2);
  return {
    million: small.after.all,
    table: {
      title: 'Memory',
      note: `A collector is its whole process; what is not its own are pages of program files. Redis is what it says it uses, beyond what it uses when empty. "small" is Node with ${SMALL.join(' ')}.`,
      head: ['what', 'MB', 'of those its own'],
      rows: [
        row('the bundle without anything of it started', alone),
        row(`a collector with ${SITES.length} sites on SQLite and nobody there`, usual.before),
        row(`the same with ${usual.live} live visitors`, usual.after),
        row('small, with nobody there', small.before),
        row(`small, with ${live} live visitors`, small.after),
        ['small: for 10,000 live visitors of those', per('all'), per('own')],
        [`Redis: ${SITES.length} sites with a year of days`, ((withSites - empty) / MB).toFixed(1), ''],
        ['Redis: 10,000 live visitors of them', ((withVisitors - withSites) / MB).toFixed(1), ''],
      ],
    },
  };
}

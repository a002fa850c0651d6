/**
 * What is measured, in a process of its own. `child.js serve VARIANT STORE` serves and says its address; told `usage` it says how much
 * work it has done. `child.js memory FILE` fills a table of visitors and says how large the process is; `child.js idle` is Node alone.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { makeCollector } from '../../../src/node/collector/collector.js';
import type { Counts } from '../../../src/node/collector/counts.js';
import { openStore } from '../../../src/node/collector/open-store.js';
import type { Store } from '../../../src/node/collector/store.js';
import { saltRing, visitorOf } from '../../../src/node/collector/visitor.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { SITES, siteOf } from './sites.js';

const LIVE = 1_000_000;

/** The server without a store: everything else of a request is done, the figures are always the same. */
function noStore(): Store {
  const sites = new Map(SITES.map((id) => [id, siteOf(id)]));
  const days = Array<number>(30).fill(345);
  const counts: Counts = {
    online: 3,
    today: 345,
    yesterday: 345,
    week: 2105,
    month: 9000,
    year: 90_000,
    total: 1e6,
    days,
  };
  const salts = saltRing();
  const done = async () => undefined;
  return {
    site: (id) => sites.get(id),
    sites: () => [...sites.values()],
    saveSite: done,
    removeSite: async () => false,
    days: async () => [],
    saveDays: done,
    salts,
    // Never other figures, so that what has to be written anew falls on those that count.
    seen: () => ({ outcome: 'visit', counts }),
    counts: () => counts,
    visitors: () => 0,
    health: () => ({ ok: true, pending: 0 }),
    flush: done,
    close: done,
  };
}

async function serve(variant: string, address: string): Promise<void> {
  const store = variant === 'none' ? noStore() : await openStore({ store: address });
  const settings = { ...DEFAULTS, log: false, requestsPerMinute: 1e9, trustedProxies: ['127.0.0.1'] };
  const app = await buildApp(settings, makeCollector(store));
  await app.listen({ host: '127.0.0.1', port: 0 });
  const bound = app.server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    // Active time is what one thread can give: waiting for the disk is in it, waiting for requests is not.
    process.send?.({ cpu: (user + system) / 1000, active: performance.eventLoopUtilization().active });
  });
  process.on('SIGTERM', () => void app.close().then(() => store.close().then(() => process.exit(0))));
  process.send?.({ url: `http://127.0.0.1:${port}/` });
}

/** MB of the process, and of those what is not the program's own file, which the system shares and may drop. */
function size(): { all: number; own: number } {
  const kb = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  return { all: kb('VmRSS') / 1024, own: kb('RssAnon') / 1024 };
}

async function memory(file: string): Promise<void> {
  const store = await openStore({ store: file });
  await buildApp({ ...DEFAULTS, log: false }, makeCollector(store));
  for (const id of SITES) await store.saveSite(siteOf(id));
  const before = size();
  const begin = Date.now();
  for (let number = 0; number < LIVE; number += 1) {
    // Half an hour's worth of them, each at an address of its own.
    const now = begin + Math.floor((number / LIVE) * 1_790_000);
    const moment = { wall: now, steady: now };
    const site = siteOf(SITES[number % SITES.length] ?? '');
    const ip = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    await store.seen(site, 'view', visitorOf(await store.salts(moment), site.id, ip, 'a browser'), moment);
    if (number % 20_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await store.flush();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  process.send?.({ live: store.visitors(), before, after: size() });
  await store.close();
  process.disconnect();
}

const [, , task = '', first = '', second = ''] = process.argv;
if (task === 'idle') {
  process.send?.(size());
  process.disconnect();
} else await (task === 'serve' ? serve(first, second) : memory(first));

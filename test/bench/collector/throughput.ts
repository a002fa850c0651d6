/** Requests that one thread can answer, with stores and without. */
import { join } from 'node:path';
import { openStore } from '../../../src/node/collector/open-store.js';
import { type RedisServer } from '../../node/redis-server.js';
import { median, type Table } from '../figures.js';
import { Connections, getFigures, postSeen } from './http-load.js';
import { folder, serveChild, type Served } from './processes.js';
import { SITES, siteOf } from './sites.js';

/** Short and many: what else a machine does falls on all variants of a round alike, or on one round of many. */
const ROUNDS = 31;
const WARM_UP = 8;
/** Requests of a turn. */
const TURN = 1500;
const CONNECTIONS = 24;
const VARIANTS = ['none', 'sqlite', 'redis'] as const;

export async function addSites(address: string): Promise<void> {
  const store = await openStore({ store: address });
  for (const id of SITES) await store.saveSite(siteOf(id));
  await store.close();
}

type Ask = (number: number) => string;
const siteAt = (number: number) => SITES[(number * 7) % SITES.length] ?? '';
/** A visit has three pages: of three views of a site, one is by someone new. */
const post: Ask = (number) => postSeen(siteAt(Math.floor(number / 3)), Math.floor(number / 3));
const get: Ask = (number) => getFigures(siteAt(number), number);

interface Measured {
  /** Requests a second of work of the thread, and a second of processor time. */
  thread: number;
  cpu: number;
}

async function turn(served: Served, ask: Ask, from: number): Promise<Measured> {
  // New ones each time: the server lets go of those that were idle for long.
  const connections = await Connections.open(served.url, CONNECTIONS);
  const before = await served.usage();
  let sent = 0;
  let good = 0;
  await connections.run(
    () => (sent < TURN ? ask(from + sent++) : undefined),
    () => (good += 1),
  );
  const after = await served.usage();
  connections.close();
  if (good !== TURN) throw new Error(`${good} of ${TURN} answers were good.`);
  return { thread: (good * 1000) / (after.active - before.active), cpu: (good * 1000) / (after.cpu - before.cpu) };
}

type Variant = (typeof VARIANTS)[number];
/** What the variants did in one round. */
type Round = Record<Variant, Measured>;

async function round(served: Record<Variant, Served>, ask: Ask, from: number, turned: number): Promise<Round> {
  const measured: Partial<Round> = {};
  for (const step of VARIANTS.keys()) {
    // Each begins as often as the others.
    const variant = VARIANTS[(step + turned) % VARIANTS.length] ?? 'none';
    measured[variant] = await turn(served[variant], ask, from + step * TURN);
  }
  return measured as Round;
}

export interface Throughput {
  table: Table;
  /** Of what the server does without a store. */
  postRatio: number;
  getRatio: number;
}

export async function measureThroughput(redis: RedisServer): Promise<Throughput> {
  const file = join(folder, 'throughput.db');
  await addSites(file);
  await addSites(redis.url);
  const [none, sqlite, inRedis] = await Promise.all(
    VARIANTS.map((name) => serveChild(name, name === 'sqlite' ? file : redis.url)),
  );
  if (!none || !sqlite || !inRedis) throw new Error('A variant does not serve.');
  const served = { none, sqlite, redis: inRedis };
  const rounds: Record<'POST' | 'GET', Round[]> = { POST: [], GET: [] };
  let from = 0;
  for (let number = -WARM_UP; number < ROUNDS; number += 1) {
    for (const [kind, ask] of [
      ['POST', post],
      ['GET', get],
    ] as const) {
      const measured = await round(served, ask, from, number + WARM_UP);
      from += TURN * VARIANTS.length;
      if (number >= 0) rounds[kind].push(measured);
    }
  }
  await Promise.all(Object.values(served).map((server) => server.end()));
  const of = (kind: 'POST' | 'GET', variant: Variant, what: keyof Measured) =>
    median(rounds[kind].map((one) => one[variant][what]));
  const ratio = (kind: 'POST' | 'GET', variant: Variant, what: keyof Measured) =>
    median(rounds[kind].map((one) => one[variant][what] / one.none[what]));
  const rows = (['POST', 'GET'] as const).flatMap((kind) =>
    VARIANTS.map((variant) => [
      kind,
      variant,
      Math.round(of(kind, variant, 'thread')),
      Math.round(of(kind, variant, 'cpu')),
      ratio(kind, variant, 'thread').toFixed(2),
      ratio(kind, variant, 'cpu').toFixed(2),
    ]),
  );
  return {
    table: {
      title: 'Requests',
      note: `${SITES.length} sites, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds in which each variant answers ${TURN}; a ratio is the median of the ratios within a round. "none" is the same server, doing everything but the store's part.`,
      head: ['request', 'store', 'a second of its thread', 'a second of CPU', 'ratio', 'ratio of CPU'],
      rows,
    },
    postRatio: ratio('POST', 'sqlite', 'thread'),
    getRatio: ratio('GET', 'sqlite', 'thread'),
  };
}

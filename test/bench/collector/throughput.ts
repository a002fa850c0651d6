/** Requests that one thread can answer, with stores and without. */
import { join } from 'node:path';
import { openStore } from '../../../src/node/collector/open-store.js';
import { type RedisServer } from '../../node/redis-server.js';
import { median, type Table } from '../figures.js';
import { Connections, getFigures, postSeen } from './http-load.js';
import { folder, serveChild, type Served } from './processes.js';
import { SITES, siteOf } from './sites.js';

const ROUNDS = 7;
/** Requests of a turn. */
const TURN = 4000;
const CONNECTIONS = 24;

export async function addSites(address: string): Promise<void> {
  const store = await openStore({ store: address });
  for (const id of SITES) await store.saveSite(siteOf(id));
  await store.close();
}

type Ask = (number: number) => string;
/** A visit has three pages: of three views, one is a new visitor. */
const post: Ask = (number) => postSeen(SITES[(number * 7) % SITES.length] ?? '', Math.floor(number / 3));
const get: Ask = (number) => getFigures(SITES[(number * 7) % SITES.length] ?? '', number);

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
  const variants = ['none', 'sqlite', 'redis'] as const;
  const served = await Promise.all(variants.map((name) => serveChild(name, name === 'sqlite' ? file : redis.url)));
  const seen = new Map<string, Measured[]>();
  let from = 0;
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [kind, ask] of [
      ['POST', post],
      ['GET', get],
    ] as const) {
      for (const step of variants.keys()) {
        const index = (step + round + 3) % variants.length;
        const server = served[index];
        if (!server) continue;
        const measured = await turn(server, ask, from);
        from += TURN;
        // The first round warms up.
        const key = `${kind} ${variants[index] ?? ''}`;
        if (round >= 0) seen.set(key, [...(seen.get(key) ?? []), measured]);
      }
    }
  }
  await Promise.all(served.map((server) => server.end()));
  const of = (key: string, what: keyof Measured) => median((seen.get(key) ?? []).map((one) => one[what]));
  const ratio = (kind: string, variant: string) => of(`${kind} ${variant}`, 'thread') / of(`${kind} none`, 'thread');
  const rows = ['POST', 'GET'].flatMap((kind) =>
    variants.map((variant) => [
      kind,
      variant,
      Math.round(of(`${kind} ${variant}`, 'thread')),
      Math.round(of(`${kind} ${variant}`, 'cpu')),
      ratio(kind, variant).toFixed(2),
    ]),
  );
  return {
    table: {
      title: 'Requests',
      note: `${SITES.length} sites, ${CONNECTIONS} connections, medians of ${ROUNDS} turns of ${TURN}. "none" is the same server, doing everything but the store's part.`,
      head: ['request', 'store', 'a second of its thread', 'a second of CPU', 'ratio'],
      rows,
    },
    postRatio: ratio('POST', 'sqlite'),
    getRatio: ratio('GET', 'sqlite'),
  };
}

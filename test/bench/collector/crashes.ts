/** What kill -9 in the middle of load costs. */
import { join } from 'node:path';
import { openStore } from '../../../src/node/collector/open-store.js';
import { openDatabase, pragma } from '../../../src/node/database/open.js';
import { MIGRATIONS } from '../../../src/node/collector/migrations.js';
import type { Table } from '../figures.js';
import { Connections, postSeen } from './http-load.js';
import { folder, serveChild } from './processes.js';
import { SITES, siteOf } from './sites.js';

const OFTEN = 20;
const CONNECTIONS = 8;
/** Milliseconds of load before the end comes. */
const LOAD = 700;
const few = SITES.slice(0, 50);

async function stored(address: string): Promise<number> {
  const store = await openStore({ store: address });
  let sum = 0;
  for (const id of few) for (const { visits } of await store.days(id)) sum += visits;
  await store.close();
  return sum;
}

interface Crash {
  acknowledged: number;
  lost: number;
  /** From the first answer that was lost to the last. */
  seconds: number;
}

async function crash(
  variant: 'sqlite' | 'redis',
  address: string,
  from: number,
  signal: 'SIGKILL' | 'SIGTERM',
): Promise<Crash> {
  const before = await stored(address);
  const served = await serveChild(variant, address);
  const connections = await Connections.open(served.url, CONNECTIONS);
  const answered: number[] = [];
  let number = from;
  const load = connections.run(
    () => postSeen(few[number % few.length] ?? '', number++),
    () => answered.push(performance.now()),
  );
  await new Promise((resolve) => setTimeout(resolve, LOAD * (0.8 + Math.random() * 0.4)));
  await served.end(signal);
  await load;
  connections.close();
  const acknowledged = answered.length;
  const lost = Math.max(0, acknowledged - ((await stored(address)) - before));
  // What is lost is what was answered last.
  const last = answered[acknowledged - 1] ?? 0;
  const seconds = lost === 0 ? 0 : (last - (answered[acknowledged - lost] ?? last)) / 1000;
  return { acknowledged, lost, seconds };
}

export interface Crashes {
  table: Table;
  problems: string[];
}

export async function measureCrashes(redisUrl: string): Promise<Crashes> {
  const file = join(folder, 'crashes.db');
  const problems: string[] = [];
  const rows: Table['rows'][number][] = [];
  let from = 0;
  for (const [variant, address] of [
    ['sqlite', file],
    ['redis', redisUrl],
  ] as const) {
    const store = await openStore({ store: address });
    for (const id of few) await store.saveSite(siteOf(id));
    await store.close();
    for (const [signal, often] of [
      ['SIGKILL', OFTEN],
      ['SIGTERM', 3],
    ] as const) {
      const crashes: Crash[] = [];
      for (let time = 0; time < often; time += 1) {
        crashes.push(await crash(variant, address, from, signal));
        from += 100_000;
        if (variant === 'redis') continue;
        const database = await openDatabase(file, MIGRATIONS);
        if (pragma(database, 'integrity_check') !== 'ok') problems.push('The file is damaged.');
        database.close();
      }
      const most = Math.max(...crashes.map(({ seconds }) => seconds));
      if (most > (signal === 'SIGKILL' ? 0.15 : 0)) problems.push(`${variant}, ${signal}: lost ${most.toFixed(3)} s.`);
      const sum = (what: 'acknowledged' | 'lost') => crashes.reduce((total, one) => total + one[what], 0);
      rows.push([variant, `${often} × ${signal}`, sum('acknowledged'), sum('lost'), most.toFixed(3)]);
    }
  }
  return {
    problems,
    table: {
      title: 'Ends',
      note: 'Visits that were answered and are not in the store afterwards; the file is opened and checked each time.',
      head: ['store', 'how', 'answered', 'lost', 'at most, in seconds of traffic'],
      rows,
    },
  };
}

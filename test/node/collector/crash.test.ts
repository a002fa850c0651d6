import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { openStore } from '../../../src/node/collector/open-store.js';
import { openDatabase, pragma } from '../../../src/node/database/open.js';
import { MIGRATIONS } from '../../../src/node/collector/migrations.js';
import { startRedis } from '../redis-server.js';
import { killServers, serveCommand } from '../serve-command.js';
import { sampleSite } from './conformance.js';
import { until } from './until.js';
import { visitAtOnce } from './visitors-at-once.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-crash-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'visits.db');
const sites = ['a', 'b', 'c'];
/** Ages longer than the tenth of a second that is promised: how busy the machine is must not matter here. */
const LONG_AGO = 5000;

const serve = (store: string) => serveCommand('--store', store, '--trust-proxy', '127.0.0.1', '--rate', '1000000');

async function stored(store: string): Promise<number> {
  const opened = await openStore({ store });
  let sum = 0;
  for (const id of sites) for (const { visits } of await opened.days(id)) sum += visits;
  await opened.close();
  return sum;
}

async function prepare(store: string): Promise<void> {
  const opened = await openStore({ store });
  for (const id of sites) await opened.saveSite(sampleSite(id, { cap: 1_000_000 }));
  await opened.close();
}

describe('a collector that ends', () => {
  afterEach(killServers);

  it('when told to has written all that it answered', async () => {
    await prepare(file);
    const server = await serve(file);
    const load = visitAtOnce({ url: server.url, sites, connections: 8 });
    await until(() => load.answered.length > 200, 'visits');
    assert.equal(await server.end('SIGTERM'), 0);
    await load.stop();
    assert.equal(await stored(file), load.answered.length);
  });

  it('by kill -9 in the middle of it leaves a file that opens at once, and what is older than a moment', async () => {
    await prepare(file);
    for (let time = 1; time <= 2; time += 1) {
      const before = await stored(file);
      const server = await serve(file);
      const load = visitAtOnce({ url: server.url, sites, connections: 8, from: time * 100_000 });
      await until(() => load.answered.length > 200, 'visits');
      await server.end('SIGKILL');
      const killed = performance.now();
      await load.stop();
      const database = await openDatabase(file, MIGRATIONS);
      assert.equal(pragma(database, 'integrity_check'), 'ok');
      database.close();
      const kept = (await stored(file)) - before;
      const old = load.answered.filter((when) => when < killed - LONG_AGO).length;
      assert(kept >= old && kept <= load.answered.length + 8, `${kept} of ${load.answered.length}, ${old} old`);
      assert(kept > 0);
    }
  });

  it('by kill -9 loses nothing that it answered, when it counts in Redis', async () => {
    const redis = await startRedis();
    try {
      await prepare(redis.url);
      const server = await serve(redis.url);
      const load = visitAtOnce({ url: server.url, sites, connections: 8 });
      await until(() => load.answered.length > 200, 'visits');
      await server.end('SIGKILL');
      await load.stop();
      const kept = await stored(redis.url);
      assert(kept >= load.answered.length && kept <= load.answered.length + 8, `${kept} of ${load.answered.length}`);
    } finally {
      await redis.stop();
    }
  });
});

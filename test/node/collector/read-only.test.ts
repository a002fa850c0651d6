import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeCollector } from '../../../src/node/collector/collector.js';
import type { Figures } from '../../../src/node/collector/counts.js';
import { MIGRATIONS } from '../../../src/node/collector/migrations.js';
import { openSqliteStore, sqliteStoreOn } from '../../../src/node/collector/sqlite-store.js';
import type { StoreHealth } from '../../../src/node/collector/store.js';
import { type Database, openDatabase } from '../../../src/node/database/open.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { sampleSite } from './conformance.js';
import { until } from './until.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-read-only-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A collector on a database that the test holds in its hand, too. */
async function serve(file: string, wrap: (database: Database) => Database = (database) => database) {
  const database = await openDatabase(file, MIGRATIONS);
  const said: StoreHealth[] = [];
  const store = sqliteStoreOn(wrap(database), { file, onHealth: (health) => said.push(health) });
  for (const id of ['xa', 'phuong']) await store.saveSite(sampleSite(id, { baseline: 1000 }));
  const collector = makeCollector(store);
  const app = await buildApp({ ...DEFAULTS, log: false, requestsPerMinute: 100_000 }, collector);
  return {
    database,
    store,
    said,
    async visit(id: string, ip: string) {
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/seen',
        remoteAddress: ip,
        headers: { 'content-type': 'text/plain', 'user-agent': 'Mozilla/5.0 Firefox/140.0' },
        payload: `{"s":"${id}","k":"v"}`,
      });
      assert.equal(answer.statusCode, 200);
      return answer.json<Figures>();
    },
    figures: async (id: string) => (await app.inject(`/v1/sites/${id}.json`)).json<Figures>(),
    healthz: async () =>
      (await app.inject('/healthz')).json<{ status: string; store: { reason?: string; pending: number } }>(),
    metrics: () => collector.metrics.registry.metrics(),
    async close() {
      await app.close();
      await store.close();
    },
  };
}

async function visitsIn(file: string): Promise<number> {
  const store = await openSqliteStore({ file });
  let sum = 0;
  for (const { id } of store.sites()) for (const { visits } of await store.days(id)) sum += visits;
  await store.close();
  return sum;
}

describe('a disk that has become read-only', () => {
  it('stops no figures and no counting; that is said, and what was kept is written when it may be', async () => {
    const file = join(folder, `${(files += 1)}.db`);
    const served = await serve(file);
    await served.visit('xa', '192.0.2.1');
    await served.store.flush();
    assert.equal((await served.healthz()).status, 'ok');

    // From here on SQLite answers what it does for a file that may only be read.
    served.database.pragma('query_only = 1');
    for (let number = 2; number <= 41; number += 1) await served.visit('xa', `192.0.2.${number}`);
    assert.equal((await served.visit('phuong', '192.0.2.1')).today, 1, 'a site not asked for before is read');
    await until(() => !served.store.health().ok, 'the refusal');
    const { status, store: health } = await served.healthz();
    assert.deepEqual({ status, reason: health.reason }, { status: 'degraded', reason: 'read-only' });
    assert.equal((await served.figures('xa')).total, 1041);
    const metrics = await served.metrics();
    assert.match(metrics, /^civic_store_ok 0$/m);
    assert.match(metrics, /^civic_pending_visits 41$/m);
    assert.match(metrics, /^civic_hits_total\{outcome="visit"\} 42$/m);

    served.database.pragma('query_only = 0');
    await until(() => served.store.health().ok, 'the disk');
    assert.deepEqual(
      served.said.map(({ ok, reason }) => ({ ok, reason })),
      [
        { ok: false, reason: 'read-only' },
        { ok: true, reason: undefined },
      ],
    );
    assert.match(await served.metrics(), /^civic_pending_visits 0$/m);
    await served.close();
    assert.equal(await visitsIn(file), 42);
  });

  it('is told from a disk that fails, where the system only says that writing did', async () => {
    const file = join(folder, `${(files += 1)}.db`);
    let isBroken = false;
    const served = await serve(
      file,
      (database) =>
        new Proxy(database, {
          get(target, name) {
            const value: unknown = Reflect.get(target, name);
            if (typeof value !== 'function') return value;
            if (name !== 'exec' || !isBroken) return value.bind(target) as unknown;
            return () => {
              throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
            };
          },
        }),
    );
    isBroken = true;
    await served.visit('xa', '192.0.2.1');
    await served.store.flush();
    assert.equal((await served.healthz()).store.reason, 'failing');
    // Gone, so that nothing says it may be written; a mount that may only be read says the same, to root as well.
    rmSync(file);
    await served.visit('xa', '192.0.2.2');
    await served.store.flush();
    assert.equal((await served.healthz()).store.reason, 'read-only');
    assert.equal((await served.figures('xa')).total, 1002);
    isBroken = false;
    await served.store.flush();
    assert.equal((await served.healthz()).status, 'ok');
    await served.close();
  });
});

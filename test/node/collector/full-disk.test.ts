import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeCollector } from '../../../src/node/collector/collector.js';
import type { Figures } from '../../../src/node/collector/counts.js';
import { MIGRATIONS } from '../../../src/node/collector/migrations.js';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import { openDatabase } from '../../../src/node/database/open.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { sampleSite } from './conformance.js';
import { until } from './until.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-disk-'));
/** A disk of 8 MB, where one may be made; elsewhere the table is made to refuse. */
const isDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'civic', folder], { stdio: 'ignore' }).status === 0;
after(() => {
  if (isDisk) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});
const file = join(folder, 'a.db');

async function fill(): Promise<() => void> {
  if (!isDisk) {
    const other = await openDatabase(file, MIGRATIONS);
    other.exec("CREATE TRIGGER refuse BEFORE INSERT ON days BEGIN SELECT RAISE(ABORT, 'no room'); END");
    return () => {
      other.exec('DROP TRIGGER refuse');
      other.close();
    };
  }
  const filler = join(folder, 'filler');
  for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
    try {
      writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Less fits.
    }
  }
  return () => rmSync(filler);
}

describe('a disk that is full', () => {
  it('stops no figures and no counting; that is said, and what was kept is written when there is room', async () => {
    const store = await openSqliteStore({ file });
    const ids = [...Array(300).keys()].map((number) => `xa-${number}-${'x'.repeat(40)}`);
    for (const id of ids) await store.saveSite(sampleSite(id));
    const collector = makeCollector(store);
    const app = await buildApp({ ...DEFAULTS, log: false, requestsPerMinute: 100_000 }, collector);
    const visit = (id: string, ip: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/seen',
        remoteAddress: ip,
        headers: { 'content-type': 'text/plain', 'user-agent': 'Mozilla/5.0 Firefox/140.0' },
        payload: `{"s":"${id}","k":"v"}`,
      });
    const healthz = async () => (await app.inject('/healthz')).json<{ status: string; store: { reason?: string } }>();
    const [first = ''] = ids;
    await visit(first, '192.0.2.1');
    await store.flush();
    assert.equal((await healthz()).status, 'ok');

    const free = await fill();
    for (const id of ids) await visit(id, '192.0.2.2');
    await until(() => !store.health().ok, 'the disk to be full');
    const { status, store: said } = await healthz();
    assert.equal(status, 'degraded');
    assert.equal(said.reason, isDisk ? 'disk-full' : 'failing');
    const answer = await app.inject(`/v1/sites/${first}.json`);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.json<Figures>().total, 2);
    const metrics = await collector.metrics.registry.metrics();
    assert.match(metrics, /^civic_store_ok 0$/m);
    assert.match(metrics, /^civic_pending_visits 300$/m);

    free();
    await until(() => store.health().ok, 'room');
    assert.equal((await healthz()).status, 'ok');
    await app.close();
    await store.close();
    const again = await openSqliteStore({ file });
    let visits = 0;
    for (const id of ids) for (const day of await again.days(id)) visits += day.visits;
    assert.equal(visits, 301);
    await again.close();
  });
});

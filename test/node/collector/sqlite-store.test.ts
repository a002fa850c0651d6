import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../../src/node/database/open.js';
import { MIGRATIONS } from '../../../src/node/collector/migrations.js';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import type { StoreHealth } from '../../../src/node/collector/store.js';
import { visitorOf } from '../../../src/node/collector/visitor.js';
import { at, conformance, sampleSite } from './conformance.js';
import { until } from './until.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-sqlite-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(folder, `${(files += 1)}.db`);
const NOON = at('2026-11-25T12:00:00+07:00');

describe('visits in an SQLite file', () => {
  conformance(async () => {
    const file = fresh();
    return { store: await openSqliteStore({ file }), reopen: () => openSqliteStore({ file }) };
  });

  it('are written by themselves, soon', async () => {
    const file = fresh();
    const store = await openSqliteStore({ file });
    const site = sampleSite('a');
    await store.saveSite(site);
    await store.seen(site, 'view', visitorOf(await store.salts(NOON), 'a', '192.0.2.1', 'x'), NOON);
    assert.equal(store.health().pending, 1);
    await until(() => store.health().pending === 0, 'the batch');
    const other = await openDatabase(file, MIGRATIONS);
    assert.deepEqual(other.prepare('SELECT visits FROM days').raw().all(), [[1]]);
    other.close();
    await store.close();
  });

  it('follow what the command does to the file meanwhile', async () => {
    const file = fresh();
    const [server, command] = [await openSqliteStore({ file }), await openSqliteStore({ file })];
    await command.saveSite(sampleSite('a', { baseline: 5 }));
    await until(() => server.site('a')?.baseline === 5, 'the site');
    const site = sampleSite('a', { baseline: 5 });
    await server.seen(site, 'view', visitorOf(await server.salts(NOON), 'a', '192.0.2.1', 'x'), NOON);
    await server.flush();
    await command.saveDays('a', [{ day: 20_000, visits: 40, suspect: 0 }]);
    await until(() => (server.counts(site, NOON) as { total: number }).total === 40, 'the copy');
    await command.removeSite('a');
    await until(() => server.site('a') === undefined, 'the removal');
    await Promise.all([server.close(), command.close()]);
  });

  it('go on being counted while the disk refuses, and are written when it takes them again', async () => {
    const file = fresh();
    const said: StoreHealth[] = [];
    const store = await openSqliteStore({ file, onHealth: (health) => said.push(health) });
    const site = sampleSite('a');
    await store.saveSite(site);
    const see = async (ip: string) => store.seen(site, 'view', visitorOf(await store.salts(NOON), 'a', ip, 'x'), NOON);
    // A second connection that makes the table refuse, as a full disk would: SQLITE_FULL needs a disk of our own.
    const other = await openDatabase(file, MIGRATIONS);
    other.exec("CREATE TRIGGER refuse BEFORE INSERT ON days BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await see('192.0.2.1');
    await store.flush();
    assert.deepEqual(store.health(), { ok: false, reason: 'failing', pending: 1 });
    await see('192.0.2.2');
    assert.equal((await store.counts(site, NOON)).today, 2, 'figures are still served');
    other.exec('DROP TRIGGER refuse');
    await until(() => store.health().ok, 'the disk');
    assert.deepEqual(store.health(), { ok: true, pending: 0 });
    assert.deepEqual(other.prepare('SELECT visits FROM days').raw().all(), [[2]]);
    assert.deepEqual(
      said.map(({ ok }) => ok),
      [false, true],
    );
    other.close();
    await store.close();
  });

  it('have an end: with the table of visitors full, nobody new gets in', async () => {
    const store = await openSqliteStore({ file: fresh(), mostVisitors: 2 });
    const site = sampleSite('a');
    await store.saveSite(site);
    const outcomes = [];
    for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.1']) {
      outcomes.push((await store.seen(site, 'view', visitorOf(await store.salts(NOON), 'a', ip, 'x'), NOON)).outcome);
    }
    assert.deepEqual(outcomes, ['visit', 'visit', 'full', 'known']);
    await store.close();
  });
});

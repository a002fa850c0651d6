/** Whoever makes up banners and batches: real ones are counted all the same, and the file stays small. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type BannerStore, openBannerStore } from '../../../src/node/banners/banner-store.js';
import type { Batch } from '../../../src/node/banners/batch.js';
import { MIGRATIONS } from '../../../src/node/banners/migrations.js';
import { openDatabase } from '../../../src/node/database/open.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { READER } from '../counted-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-strangers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let drawn = 0;
/** A fresh batch in which each banner was shown once. */
const batchOf = (...banners: readonly string[]): Batch => ({
  id: (++drawn).toString(16).padStart(32, '0'),
  age: 0,
  counts: banners.map((banner) => ({ banner, placement: '', shown: 1, viewable: 0, clicks: 0 })),
});

/** So many made-up names, in batches of a hundred. */
async function flood(store: BannerStore, day: number, names: number, name = (at: number) => `lạ-${day}-${at}`) {
  const batches = [...Array(Math.ceil(names / 100)).keys()].map((part) =>
    batchOf(...[...Array(100).keys()].map((at) => name(part * 100 + at))),
  );
  await Promise.all(batches.map((batch) => store.add(batch, day)));
}

const shown = (store: BannerStore, day: number, banner: string) =>
  store.days(day, day).find((row) => row.banner === banner)?.shown ?? 0;

describe('banners of an earlier day', () => {
  it('are counted though strangers filled the day before them, day after day, and over a restart', async () => {
    const file = join(folder, 'filled.db');
    const first = await openBannerStore(file);
    await first.add(batchOf('tiem-chung'), 20_000);
    await flood(first, 20_001, 2500);
    await first.add(batchOf('tiem-chung'), 20_001);
    assert.equal(shown(first, 20_001, 'tiem-chung'), 1);
    first.close();
    const second = await openBannerStore(file);
    // The names of yesterday come again, and as many new ones.
    await flood(second, 20_002, 2500, (at) => `lạ-20001-${at}`);
    await flood(second, 20_002, 2500);
    await second.add(batchOf('tiem-chung'), 20_002);
    assert.equal(shown(second, 20_002, 'tiem-chung'), 1);
    assert.equal(second.days(20_001, 20_001).length, 2001);
    assert.ok(second.days(20_002, 20_002).length <= 4000);
    second.close();
  });

  it('stand before names that were made up on fewer days', async () => {
    const store = await openBannerStore(join(folder, 'rank.db'), { limits: { banners: 2, batches: 100 } });
    for (const day of [20_000, 20_001, 20_002]) await store.add(batchOf('tiem-chung'), day);
    for (const day of [20_003, 20_004]) await store.add(batchOf(`lạ-${day}`, `lạ-${day}-b`), day);
    await store.add(batchOf('lạ-20003', 'lạ-20003-b', 'lạ-20004', 'lạ-20004-b', 'lạ-a', 'lạ-b', 'tiem-chung'), 20_005);
    assert.equal(shown(store, 20_005, 'tiem-chung'), 1);
    assert.ok(store.days(20_005, 20_005).length <= 4);
    store.close();
  });

  it('do not take the room of new ones', async () => {
    const store = await openBannerStore(join(folder, 'room.db'), { limits: { banners: 2, batches: 100 } });
    await store.add(batchOf('a', 'b'), 20_000);
    await store.add(batchOf('a', 'b', 'c', 'd', 'e'), 20_001);
    assert.deepEqual(
      store.days(20_001, 20_001).map(({ banner }) => banner),
      ['a', 'b', 'c', 'd'],
    );
    store.close();
  });
});

describe('the bound of a day', () => {
  it('holds over a restart', async () => {
    const file = join(folder, 'restart.db');
    const options = { limits: { banners: 2, batches: 100 } };
    const first = await openBannerStore(file, options);
    await first.add(batchOf('a', 'b'), 20_000);
    first.close();
    const second = await openBannerStore(file, options);
    await second.add(batchOf('c', 'a'), 20_000);
    assert.deepEqual(
      second.days(20_000, 20_000).map(({ banner, shown: times }) => [banner, times]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    second.close();
  });

  it('is told once when it is reached', async () => {
    const full: number[] = [];
    const limits = { banners: 1, batches: 100 };
    const store = await openBannerStore(join(folder, 'told.db'), { limits, onFull: (day) => full.push(day) });
    await store.add(batchOf('a'), 20_000);
    assert.deepEqual(full, []);
    await store.add(batchOf('b', 'c'), 20_000);
    await store.add(batchOf('d'), 20_000);
    assert.deepEqual(full, [20_000]);
    store.close();
  });

  it('counts no names that could not be written', async () => {
    const file = join(folder, 'failed.db');
    const store = await openBannerStore(file, { limits: { banners: 3, batches: 100 } });
    const database = await openDatabase(file, MIGRATIONS);
    await store.add(batchOf('a'), 20_000);
    database.exec(`CREATE TRIGGER full BEFORE INSERT ON banner_days WHEN new.banner = 'c'
      BEGIN SELECT RAISE(ABORT, 'disk'); END`);
    await assert.rejects(store.add(batchOf('b', 'c'), 20_000));
    database.exec('DROP TRIGGER full');
    await store.add(batchOf('b'), 20_000);
    assert.equal(shown(store, 20_000, 'b'), 1);
    database.close();
    store.close();
  });
});

describe('POST /v1/notices/seen on a day full of strangers', () => {
  it('takes what comes, and names in its log what is not counted', async () => {
    const app = await buildApp({ ...DEFAULTS, log: false, bannerStore: join(folder, 'route.db') });
    const told: unknown[] = [];
    app.log.warn = (what: unknown) => told.push((what as { code: unknown }).code);
    for (let part = 0; part <= 21; part++) {
      const n = [...Array(100).keys()].map((at) => [`lạ-${part}-${at}`, '', 1, 0, 0]);
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/notices/seen',
        headers: { 'content-type': 'text/plain', 'user-agent': READER },
        payload: JSON.stringify({ b: batchOf().id, a: 0, n }),
      });
      assert.equal(answer.statusCode, 204);
    }
    assert.deepEqual(told, ['banners-full']);
    await app.close();
  });
});

describe('ids of batches', () => {
  it('are remembered in a bounded number, the latest', async () => {
    const file = join(folder, 'batches.db');
    const store = await openBannerStore(file, { limits: { banners: 10, batches: 3 } });
    const batches = [...Array(5).keys()].map(() => batchOf('a'));
    for (const batch of [...batches, ...batches.slice(2)]) await store.add(batch, 20_000);
    assert.equal(shown(store, 20_000, 'a'), 5);
    store.close();
    const database = await openDatabase(file, MIGRATIONS);
    assert.deepEqual((database.prepare('SELECT count(*) AS n FROM batches').get() as { n: number }).n, 3);
    database.close();
  });

  it('of a file of an older version are still known', async () => {
    const file = join(folder, 'version-1.db');
    const old = await openDatabase(file, MIGRATIONS.slice(0, 1));
    const batch = batchOf('a');
    old.prepare('INSERT INTO batches (id, day) VALUES (?, 20000)').run(batch.id);
    old.prepare(`INSERT INTO banner_days VALUES (20000, 'a', '', 1, 0, 0)`).run();
    old.close();
    const store = await openBannerStore(file);
    await store.add(batch, 20_000);
    await store.add(batchOf('a'), 20_000);
    assert.equal(shown(store, 20_000, 'a'), 2);
    store.close();
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Batch, MAX_AGE, readBatch } from '../../../src/node/banners/batch.js';
import { type BannerStore, openBannerStore } from '../../../src/node/banners/banner-store.js';
import { bannerStoreBeside, DEFAULT_BANNER_STORE } from '../../../src/node/banners/default-store.js';
import { sums } from '../../../src/node/banners/sums.js';
import { dayAt, isoDay, parseDay } from '../../../src/node/collector/calendar.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { openDatabase } from '../../../src/node/database/open.js';
import { MIGRATIONS } from '../../../src/node/banners/migrations.js';
import { runHere } from '../run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-banners-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let drawn = 0;
const freshId = () => (++drawn).toString(16).padStart(32, '0');
const bodyOf = (...counts: readonly unknown[]) => ({ b: freshId(), a: 0, n: counts });
const batchOf = (...counts: readonly unknown[]) => readBatch(JSON.stringify(bodyOf(...counts))) as Batch;
const totals = (store: BannerStore) =>
  store.days(-1e6, 1e7).map(({ banner, shown, viewable, clicks }) => [banner, shown, viewable, clicks]);

describe('a batch', () => {
  it('is read as rotators send it', () => {
    const id = freshId();
    assert.deepEqual(readBatch(JSON.stringify({ b: id, a: 1500, n: [['tiem-chung', 'left', 3, 2, 1]] })), {
      id,
      age: 1500,
      counts: [{ banner: 'tiem-chung', placement: 'left', shown: 3, viewable: 2, clicks: 1 }],
    });
  });

  it('is nothing else', () => {
    const right = bodyOf(['a', '', 1, 0, 0]);
    const wrong: unknown[] = [
      null,
      [],
      'x',
      { ...right, b: 'x' },
      { ...right, b: 5 },
      { ...right, a: '0' },
      { ...right, a: null },
      { ...right, n: [] },
      { ...right, n: {} },
      { ...right, n: Array(101).fill(['a', '', 1, 0, 0]) },
      bodyOf('a'),
      bodyOf(['', '', 1, 0, 0], null),
    ];
    for (const value of wrong) assert.equal(readBatch(JSON.stringify(value)), undefined, JSON.stringify(value));
    assert.equal(readBatch('{'), undefined);
  });

  it('loses no more than the rows that no rotator sends', () => {
    const good = ['á'.repeat(200), 'x'.repeat(200), 10_000, 1, 0];
    const wrong: unknown[] = [
      null,
      'a',
      ['', '', 1, 0, 0],
      ['a', 5, 1, 0, 0],
      ['a'.repeat(201), '', 1, 0, 0],
      ['a', 'a'.repeat(201), 1, 0, 0],
      ['a', '', -1, 0, 0],
      ['a', '', 1.5, 0, 0],
      ['a', '', 1, 10_001, 0],
      ['a', '', 1, 0],
    ];
    for (const row of wrong) {
      const [first, ...further] = readBatch(JSON.stringify(bodyOf(row, good, row)))?.counts ?? [];
      assert.deepEqual(Object.values(first ?? {}), good, JSON.stringify(row));
      assert.deepEqual(further, []);
    }
  });

  it('is as old as one may be where the clock of a device has jumped', () => {
    const body = JSON.stringify(bodyOf(['a', '', 1, 0, 0]));
    const ageOf = (age: string) => readBatch(body.replace('"a":0', `"a":${age}`))?.age;
    assert.equal(ageOf(String(MAX_AGE)), MAX_AGE);
    assert.equal(ageOf(String(MAX_AGE + 1)), MAX_AGE);
    assert.equal(ageOf('1e999'), MAX_AGE);
    assert.equal(ageOf('-1'), 0);
  });
});

describe('the store of banners', () => {
  it('sums by banner, placement and day, over a restart', async () => {
    const file = join(folder, 'sums.db');
    const store = await openBannerStore(file);
    await Promise.all([
      store.add(batchOf(['a', 'left', 3, 2, 0], ['b', '', 1, 0, 0]), 20_000),
      store.add(batchOf(['a', 'left', 1, 1, 1]), 20_000),
      store.add(batchOf(['a', 'left', 7, 0, 0]), 20_001),
    ]);
    store.close();
    const again = await openBannerStore(file);
    assert.deepEqual(again.days(20_000, 20_000), [
      { day: 20_000, banner: 'b', placement: '', shown: 1, viewable: 0, clicks: 0 },
      { day: 20_000, banner: 'a', placement: 'left', shown: 4, viewable: 3, clicks: 1 },
    ]);
    assert.equal(again.days(0, 30_000).length, 3);
    again.close();
  });

  it('counts a batch once, however often it comes, within one write and over restarts', async () => {
    const file = join(folder, 'once.db');
    const batch = batchOf(['a', '', 2, 1, 0]);
    const store = await openBannerStore(file);
    await Promise.all([store.add(batch, 20_000), store.add(batch, 20_000)]);
    await store.add(batch, 20_001);
    store.close();
    const again = await openBannerStore(file);
    await again.add(batch, 20_002);
    assert.deepEqual(totals(again), [['a', 2, 1, 0]]);
    again.close();
  });

  it('forgets batches that no device keeps any more', async () => {
    const file = join(folder, 'old.db');
    const store = await openBannerStore(file);
    await store.add(batchOf(['a', '', 1, 0, 0]), 20_000);
    await store.add(batchOf(['a', '', 1, 0, 0]), 20_010);
    store.close();
    const database = await openDatabase(file, MIGRATIONS);
    assert.deepEqual((database.prepare('SELECT count(*) AS n FROM batches').get() as { n: number }).n, 1);
    database.close();
  });

  it('bounds the banners of a day that someone makes up', async () => {
    const store = await openBannerStore(join(folder, 'many.db'));
    const many = [...Array(25).keys()].map((part) =>
      batchOf(...[...Array(100).keys()].map((index) => [`b${part * 100 + index}`, '', 1, 0, 0])),
    );
    await Promise.all(many.map((batch) => store.add(batch, 20_000)));
    await store.add(batchOf(['b0', '', 1, 0, 0]), 20_000);
    const days = store.days(20_000, 20_000);
    assert.equal(days.length, 2000);
    assert.equal(days.find(({ banner }) => banner === 'b0')?.shown, 2);
    store.close();
  });

  it('writes what waits when it closes, and refuses what it cannot write', async () => {
    const file = join(folder, 'close.db');
    const store = await openBannerStore(file);
    const added = store.add(batchOf(['a', '', 1, 0, 0]), 20_000);
    store.close();
    await added;
    await assert.rejects(store.add(batchOf(['a', '', 1, 0, 0]), 20_000));
    const again = await openBannerStore(file);
    assert.deepEqual(totals(again), [['a', 1, 0, 0]]);
    again.close();
  });
});

describe('POST /v1/notices/seen', () => {
  const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const appOn = (file: string | undefined) => buildApp({ ...DEFAULTS, log: false, bannerStore: file });
  const send = async (app: Awaited<ReturnType<typeof buildApp>>, body: unknown, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/v1/notices/seen',
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': AGENT, ...headers },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('keeps what a page reports, and sets no cookie', async () => {
    const file = join(folder, 'route.db');
    const app = await appOn(file);
    const body = bodyOf(['a', 'left', 2, 1, 0]);
    const answer = await send(app, body, { origin: 'https://xa.example.gov.vn' });
    assert.equal(answer.statusCode, 204);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal((await send(app, body)).statusCode, 204);
    const store = await openBannerStore(file);
    assert.deepEqual(totals(store), [['a', 2, 1, 0]]);
    store.close();
    await app.close();
  });

  it('puts what waited on a device on the day on which it was', async () => {
    const file = join(folder, 'late.db');
    const app = await appOn(file);
    await send(app, { ...bodyOf(['a', '', 1, 0, 0]), a: 86_400_000 });
    const store = await openBannerStore(file);
    const today = dayAt(Date.now(), 'Asia/Ho_Chi_Minh');
    assert.ok([today - 1, today - 2].includes(store.days(0, 1e7)[0]?.day ?? 0));
    store.close();
    await app.close();
  });

  it('puts what is older than a device keeps on the oldest day that may still change', async () => {
    const file = join(folder, 'jumped.db');
    const app = await appOn(file);
    const oldest = () => dayAt(Date.now() - MAX_AGE, 'Asia/Ho_Chi_Minh');
    const before = oldest();
    assert.equal((await send(app, { ...bodyOf(['a', '', 1, 0, 0]), a: 40 * MAX_AGE })).statusCode, 204);
    const store = await openBannerStore(file);
    // Midnight may have come in between.
    assert.ok([before, oldest()].includes(store.days(0, 1e7)[0]?.day ?? 0));
    store.close();
    await app.close();
  });

  it('ends a day at midnight of the zone that the server is told', async () => {
    const dayIn = async (bannerZone: string) => {
      const file = join(folder, `${bannerZone.replace('/', '-')}.db`);
      const app = await buildApp({ ...DEFAULTS, log: false, bannerStore: file, bannerZone });
      await send(app, bodyOf(['a', '', 1, 0, 0]));
      await app.close();
      const store = await openBannerStore(file);
      const [first] = store.days(0, 1e7);
      store.close();
      return first?.day ?? NaN;
    };
    // 25 hours apart: never the same day.
    assert.ok((await dayIn('Pacific/Kiritimati')) > (await dayIn('Pacific/Pago_Pago')));
  });

  it('counts no robot and no page that is fetched ahead', async () => {
    const file = join(folder, 'robot.db');
    const app = await appOn(file);
    for (const headers of [
      { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
      { 'user-agent': ' ' },
      { 'sec-purpose': 'prefetch;prerender' },
    ]) {
      assert.equal((await send(app, bodyOf(['a', '', 1, 0, 0]), headers)).statusCode, 204);
    }
    const store = await openBannerStore(file);
    assert.deepEqual(totals(store), []);
    store.close();
    await app.close();
  });

  it('keeps what is good beside a row that is not, and as many bytes as a browser sends while a page ends', async () => {
    const file = join(folder, 'large.db');
    const app = await appOn(file);
    const rows = [...Array(48).keys()].map((at) => [`${at}${'ế'.repeat(198)}`, 'ế'.repeat(200), 1, 0, 0]);
    const body = JSON.stringify(bodyOf(...rows, ['a'.repeat(201), '', 1, 0, 0]));
    const bytes = new TextEncoder().encode(body).length;
    assert.ok(bytes > 56 * 1024 && bytes <= 64 * 1024, String(bytes));
    assert.equal((await send(app, body)).statusCode, 204);
    const store = await openBannerStore(file);
    assert.equal(totals(store).length, 48);
    store.close();
    await app.close();
  });

  it('refuses what no rotator sends', async () => {
    const app = await appOn(join(folder, 'refuse.db'));
    assert.equal((await send(app, '{')).statusCode, 400);
    assert.equal((await send(app, 'x'.repeat(66_000))).statusCode, 413);
    assert.equal((await send(app, '{}', { 'content-type': 'application/json' })).statusCode, 415);
    assert.equal((await app.inject('/v1/notices/seen')).statusCode, 404);
    await app.close();
  });

  it('asks for it again when the disk refuses', async () => {
    const file = join(folder, 'broken.db');
    const app = await appOn(file);
    const database = await openDatabase(file, MIGRATIONS);
    database.exec('DROP TABLE batches');
    database.close();
    assert.equal((await send(app, bodyOf(['a', '', 1, 0, 0]))).statusCode, 503);
    await app.close();
  });

  it('is not there where banners are not counted', async () => {
    const app = await appOn(undefined);
    assert.equal((await send(app, bodyOf(['a', '', 1, 0, 0]))).statusCode, 404);
    await app.close();
  });
});

describe('where banners are counted', () => {
  it('is beside the visits', () => {
    assert.equal(bannerStoreBeside('none'), 'none');
    assert.equal(bannerStoreBeside('/var/lib/civic/visits.db'), join('/var/lib/civic', DEFAULT_BANNER_STORE));
    assert.equal(bannerStoreBeside('sqlite:visits.db'), DEFAULT_BANNER_STORE);
    assert.equal(bannerStoreBeside('redis://127.0.0.1/'), DEFAULT_BANNER_STORE);
  });
});

describe('sums', () => {
  it('give the share of each placement, and rates of what was shown', () => {
    const rest = { viewable: 0, clicks: 0 };
    const days = [
      { day: 1, banner: 'a', placement: 'left', shown: 3, viewable: 2, clicks: 1 },
      { day: 2, banner: 'a', placement: 'left', shown: 3, viewable: 1, clicks: 0 },
      { day: 1, banner: 'b', placement: 'left', shown: 2, ...rest },
      { day: 1, banner: 'c', placement: '', shown: 0, ...rest },
    ];
    assert.deepEqual(
      sums(days, false).map(({ banner, shown, share, viewableRate, clicks }) => [
        banner,
        shown,
        share,
        viewableRate,
        clicks,
      ]),
      [
        ['c', 0, 0, 0, 0],
        ['a', 6, 0.75, 0.5, 1],
        ['b', 2, 0.25, 0, 0],
      ],
    );
    assert.deepEqual(
      sums(days, true).map(({ day, banner, share }) => [day, banner, share]),
      [
        [1, 'c', 0],
        [1, 'a', 0.6],
        [1, 'b', 0.4],
        [2, 'a', 1],
      ],
    );
  });
});

describe('civic-widgets banners report', () => {
  const file = join(folder, 'report.db');
  const first = parseDay('2026-11-01') ?? 0;
  const run = (...args: string[]) => runHere('banners', 'report', '--store', file, ...args);

  it('prints a table', async () => {
    const store = await openBannerStore(file);
    await store.add(batchOf(['tiem-chung', 'left', 30, 21, 3], ['=1+1, "x"', 'left', 10, 5, 0]), first);
    await store.add(batchOf(['tiem-chung', 'left', 10, 4, 1], ['xấu\u0007', '', 1, 0, 0]), first + 1);
    store.close();
    const { code, out } = await run();
    assert.equal(code, 0);
    const lines = out.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^vị trí\s+biểu ngữ\s+hiển thị\s+tỷ lệ\s+nhìn thấy/);
    assert.match(lines[1] ?? '', /^-\s+xấu\?\s+1\s+100\.0 %/);
    assert.match(lines[2] ?? '', /^left\s+tiem-chung\s+40\s+80\.0 %\s+25\s+62\.5 %\s+4\s+10\.0 %$/);
    assert.equal(lines.length, 4);
  });

  it('prints days, and only those that are asked for', async () => {
    const { out } = await run('--by', 'day', '--from', '2026-11-02', '--to', '2026-11-02');
    assert.match(out, /2026-11-02\s+left\s+tiem-chung\s+10\s+100\.0 %/);
    assert.ok(!out.includes(isoDay(first)));
  });

  it('prints CSV that a spreadsheet opens, without formulas', async () => {
    const { out } = await run('--csv');
    assert.ok(out.startsWith('\uFEFFplacement,banner,shown,share,'));
    assert.ok(out.includes('left,tiem-chung,40,0.8000,25,0.6250,4,0.1000\r\n'));
    assert.ok(out.includes(`left,"'=1+1, ""x""",10,0.2000`));
    assert.ok((await run('--csv', '--by', 'day')).out.includes('2026-11-01,left,tiem-chung,30,0.7500'));
  });

  it('says what is wrong', async () => {
    assert.match((await run('--from', '1.11.2026')).err, /không phải là ngày/);
    assert.match((await runHere('banners', 'report', '--store', join(folder, 'nowhere.db'))).err, /Không có tệp/);
  });
});

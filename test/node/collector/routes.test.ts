import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeCollector } from '../../../src/node/collector/collector.js';
import type { Figures } from '../../../src/node/collector/counts.js';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { at, later, MINUTE, sampleSite } from './conformance.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-routes-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const store = await openSqliteStore({ file: join(folder, 'a.db') });
const PAGE = 'https://xa.example.gov.vn';
await store.saveSite(sampleSite('xa', { origins: [PAGE], baseline: 1000, since: '2019-01-01' }));
let now = at('2026-11-25T12:00:00+07:00');
const collector = makeCollector(store, () => now);
const app = await buildApp({ ...DEFAULTS, log: false, requestsPerMinute: 100_000 }, collector);
after(async () => {
  await app.close();
  await store.close();
});

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
interface Asked {
  ip?: string;
  body?: string;
  headers?: Record<string, string>;
}
const send = ({ ip = '192.0.2.1', body = '{"s":"xa","k":"v"}', headers = {} }: Asked = {}) =>
  app.inject({
    method: 'POST',
    url: '/v1/seen',
    remoteAddress: ip,
    headers: { 'content-type': 'text/plain;charset=UTF-8', origin: PAGE, 'user-agent': AGENT, ...headers },
    payload: body,
  });
const total = async () => (await app.inject('/v1/sites/xa.json')).json<Figures>().total;
const codeOf = (answer: { json(): unknown }) => (answer.json() as { error?: { code: string } }).error?.code;

describe('POST /v1/seen', () => {
  it('counts and answers the figures at once', async () => {
    const answer = await send();
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['set-cookie'], undefined);
    const { days, ...figures } = answer.json<Figures>();
    assert.deepEqual(figures, {
      version: 1,
      site: 'xa',
      generatedAt: '2026-11-25T12:00:00+07:00',
      timeZone: 'Asia/Ho_Chi_Minh',
      weekStart: 1,
      unit: 'visit',
      onlineWindowSeconds: 300,
      online: 1,
      today: 1,
      yesterday: 0,
      week: 1,
      month: 1,
      year: 1,
      total: 1001,
      since: '2019-01-01',
      baseline: 1000,
    });
    assert.deepEqual(days, [...Array<number>(29).fill(0), 1]);
  });

  it('answers, and does not count, what is no reader or does not want to be counted', async () => {
    const before = await total();
    const others = [
      { 'user-agent': '' },
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { dnt: '1' },
      { 'sec-gpc': '1' },
      { 'sec-purpose': 'prefetch;prerender' },
    ];
    for (const [index, headers] of others.entries()) {
      const answer = await send({ ip: `192.0.2.${50 + index}`, headers });
      assert.equal(answer.statusCode, 200, JSON.stringify(headers));
      assert.equal(answer.json<Figures>().total, before, JSON.stringify(headers));
    }
    assert.equal(await total(), before);
  });

  it('refuses pages of other origins, whatever else they say', async () => {
    const before = await total();
    for (const origin of [
      'https://evil.example',
      'null',
      `${PAGE}.evil.example`,
      `${PAGE}:8443`,
      'http://xa.example.gov.vn',
      '',
    ]) {
      const answer = await send({
        ip: '192.0.2.70',
        headers: { origin, host: 'xa.example.gov.vn', referer: `${PAGE}/` },
      });
      assert.equal(answer.statusCode, 403, origin);
      assert.equal(codeOf(answer), 'origin-refused');
    }
    assert.equal(await total(), before);
  });

  it('refuses what it cannot read, in JSON that repeats nothing', async () => {
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '{"s":"xa"}',
      '{"s":"xa","k":"x"}',
      '{"s":{},"k":"v"}',
      '{"s":"xa","k":"__proto__"}',
      '{"s":"../xa","k":"v"}',
      '{"s":"xa\\r\\nx: y","k":"v"}',
      `{"s":"${'x'.repeat(65)}","k":"v"}`,
    ];
    for (const body of bodies) {
      const answer = await send({ body });
      assert.equal(answer.statusCode, 400, body);
      assert.match(codeOf(answer) ?? '', /^bad-/, body);
    }
    assert.equal((await send({ body: '{"s":"elsewhere","k":"v"}' })).statusCode, 404);
    assert.equal((await send({ body: 'x'.repeat(2000) })).statusCode, 413);
    assert.equal((await send({ headers: { 'content-type': 'application/json' } })).statusCode, 415);
  });

  it('is not fooled by a forwarded address nobody vouches for', async () => {
    const before = await total();
    for (let n = 0; n < 5; n += 1) await send({ ip: '192.0.2.90', headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    assert.equal(await total(), before + 1);
  });
});

describe('GET /v1/sites/{id}.json', () => {
  it('never counts, and says how long it keeps', async () => {
    const before = await total();
    for (let n = 0; n < 3; n += 1) await app.inject({ url: '/v1/sites/xa.json', remoteAddress: `192.0.2.${200 + n}` });
    const answer = await app.inject('/v1/sites/xa.json');
    assert.equal(answer.json<Figures>().total, before);
    assert.equal(answer.headers['cache-control'], 'public, max-age=30, stale-while-revalidate=300');
  });

  it('answers 304 while the figures are the same, though time goes on', async () => {
    const { etag } = (await app.inject('/v1/sites/xa.json')).headers;
    now = later(now, 2000);
    const ask = () => app.inject({ url: '/v1/sites/xa.json', headers: { 'if-none-match': String(etag) } });
    const same = await ask();
    assert.equal(same.statusCode, 304);
    assert.equal(same.body, '');
    await send({ ip: '192.0.2.99' });
    assert.equal((await ask()).statusCode, 200);
  });

  it('answers zeros for a site without visits, and 404 for none', async () => {
    await store.saveSite(sampleSite('moi', { origins: [PAGE] }));
    const { online, today, total: all } = (await app.inject('/v1/sites/moi.json')).json<Figures>();
    assert.deepEqual([online, today, all], [0, 0, 0]);
    assert.equal(codeOf(await app.inject('/v1/sites/nowhere.json')), 'unknown-site');
    assert.equal((await app.inject('/v1/sites/__proto__.json')).statusCode, 404);
  });

  it('never says that more are online than came', async () => {
    now = later(now, 40 * MINUTE);
    await send({ body: '{"s":"moi","k":"h"}' });
    const { online, today } = (await app.inject('/v1/sites/moi.json')).json<Figures>();
    assert.deepEqual([online, today], [0, 0]);
  });
});

describe('what operators see', () => {
  it('says in /healthz how storing goes', async () => {
    await store.flush();
    assert.deepEqual((await app.inject('/healthz')).json(), { status: 'ok', store: { ok: true, pending: 0 } });
  });

  it('counts outcomes and refusals for Prometheus, without a site or an address', async () => {
    const text = await collector.metrics.registry.metrics();
    assert.match(text, /^civic_hits_total\{outcome="visit"\} [1-9]/m);
    assert.match(text, /^civic_hits_total\{outcome="bot"\} 1$/m);
    assert.match(text, /^civic_refused_total\{code="origin-refused"\} 6$/m);
    assert.match(text, /^civic_store_ok 1$/m);
    assert.doesNotMatch(text, /192\.0\.2|"xa"/);
    assert.equal((await app.inject('/metrics')).statusCode, 404, 'not in public');
  });
});

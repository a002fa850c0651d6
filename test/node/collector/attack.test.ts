import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { FastifyBaseLogger } from 'fastify';
import { makeCollector } from '../../../src/node/collector/collector.js';
import type { Figures } from '../../../src/node/collector/counts.js';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';
import { sampleSite } from './conformance.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-attack-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that is logged, as text. */
const logged: string[] = [];
const note = (...what: unknown[]) => void logged.push(JSON.stringify(what));
const log = {
  level: 'trace',
  fatal: note,
  error: note,
  warn: note,
  info: note,
  debug: note,
  trace: note,
  silent: note,
  child: () => log,
} as unknown as FastifyBaseLogger;

const PAGE = 'https://xa.example.gov.vn';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CAP = 5;
const store = await openSqliteStore({ file: join(folder, 'a.db') });
const SITES = ['one', 'v6', 'agents', 'forged', 'quiet'];
for (const id of SITES) await store.saveSite(sampleSite(id, { origins: [PAGE], cap: CAP }));
const collector = makeCollector(store);
const settings = { ...DEFAULTS, port: 0, log, requestsPerMinute: 1_000_000, patience: 400 };
const app = await buildApp(settings, collector);
await app.listen({ host: '127.0.0.1', port: 0 });
const bound = app.server.address();
const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
after(async () => {
  await app.close();
  await store.close();
});

const send = (site: string, ip: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/v1/seen',
    remoteAddress: ip,
    headers: { 'content-type': 'text/plain', origin: PAGE, 'user-agent': AGENT, ...headers },
    payload: `{"s":"${site}","k":"v"}`,
  });
const figures = async (site: string) => (await app.inject(`/v1/sites/${site}.json`)).json<Figures>();
/** An honest visitor comes, and is counted. */
const honest = async (site: string, ip = '198.51.100.7') => {
  const { total } = await figures(site);
  assert.equal((await send(site, ip)).statusCode, 200);
  assert.equal((await figures(site)).total, total + 1, 'an honest visitor is counted');
};

/** Sends bytes as they are. @returns all that came back, when the server has closed the connection */
async function raw(...parts: (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let got = '';
  socket.on('data', (data) => (got += data.toString('latin1')));
  socket.on('error', () => undefined);
  // Not `once` of events, which fails where the server hangs up early.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  for (const part of parts) socket.write(part);
  await closed;
  return got;
}
const head = (target: string, ...lines: string[]) =>
  [`${target} HTTP/1.1`, 'host: localhost', 'connection: close', ...lines, '', ''].join('\r\n');
const POST = (...lines: string[]) => head('POST /v1/seen', `origin: ${PAGE}`, `user-agent: ${AGENT}`, ...lines);
const codeOf = (answer: string) =>
  (JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as { error: { code: string } }).error.code;

describe('a flood', () => {
  it('from one address with ever other browsers is worth its cap, and no more memory', async () => {
    const known = store.visitors() ?? 0;
    for (let n = 0; n < 400; n += 1) await send('agents', '192.0.2.1', { 'user-agent': `${AGENT} ${n}` });
    assert.equal((await figures('agents')).total, CAP);
    assert.equal((store.visitors() ?? 0) - known, CAP);
    await honest('agents');
  });

  it('from one /48 is worth ten addresses', async () => {
    const known = store.visitors() ?? 0;
    for (let n = 0; n < 600; n += 1) await send('v6', `2001:db8:7:${n.toString(16)}::${n.toString(16)}`);
    assert.equal((await figures('v6')).total, CAP * 10);
    assert.equal((store.visitors() ?? 0) - known, CAP * 10);
    await honest('v6', '2001:db8:8::1');
    await honest('v6');
  });

  it('beyond what one address may ask is refused, and others are not', async () => {
    const strict = await buildApp({ ...settings, requestsPerMinute: 50 }, collector);
    const ask = (ip: string) => strict.inject({ url: '/v1/sites/one.json', remoteAddress: ip });
    let refused = 0;
    for (let n = 0; n < 200; n += 1) refused += (await ask('192.0.2.3')).statusCode === 429 ? 1 : 0;
    assert.equal(refused, 150);
    assert.equal((await ask('192.0.2.4')).statusCode, 200);
    await strict.close();
  });

  it('of site names stores nothing, and makes no series of metrics', async () => {
    const before = store.sites().length;
    for (let n = 0; n < 100_000; n += 1) {
      const { statusCode } = await send(`site-${n}`, `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
      assert.equal(statusCode, 404);
    }
    assert.equal(store.sites().length, before);
    const text = await collector.metrics.registry.metrics();
    assert.match(text, /^civic_refused_total\{code="unknown-site"\} 100000$/m);
    assert.doesNotMatch(text, /site-\d/);
    await honest('one');
  });
});

describe('what is forged', () => {
  it('is not believed: addresses of proxies nobody listed', async () => {
    const names = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'client-ip'];
    for (let n = 0; n < 60; n += 1) {
      await send('forged', '192.0.2.9', { [names[n % names.length] ?? '']: `203.0.113.${n}` });
    }
    assert.equal((await figures('forged')).total, 1);
  });

  it('does not count: other origins, whatever the host and referrer say', async () => {
    const { total } = await figures('forged');
    for (const origin of ['https://evil.example', 'null', `${PAGE}.evil.example`, 'https://xa.example.gov.vn:444']) {
      const answer = await send('forged', '192.0.2.10', { origin, host: 'xa.example.gov.vn', referer: `${PAGE}/` });
      assert.equal(answer.statusCode, 403);
      assert.equal(answer.json<{ error: { code: string } }>().error.code, 'origin-refused');
    }
    assert.equal((await figures('forged')).total, total);
  });
});

describe('requests that are none', () => {
  it('bodies of 10 MB are refused before they are read', async () => {
    const large = Buffer.alloc(10_000_000, 'x');
    const declared = await raw(POST('content-type: text/plain', `content-length: ${large.length}`));
    assert.match(declared, /^HTTP\/1\.1 413 /);
    assert.equal(codeOf(declared), 'too-large');
    const size = large.length.toString(16);
    const chunked = await raw(
      POST('content-type: text/plain', 'transfer-encoding: chunked'),
      `${size}\r\n`,
      large,
      '\r\n0\r\n\r\n',
    );
    // The connection may be gone before all was sent, and the answer with it.
    assert(chunked === '' || chunked.startsWith('HTTP/1.1 413 '), chunked.slice(0, 100));
    await honest('quiet', '198.51.100.20');
  });

  it('slow bodies, slow heads and silent connections are let go, and hold up nobody', async () => {
    const slow = [
      raw(POST('content-type: text/plain', 'content-length: 20'), '{"s":"'),
      raw('POST /v1/seen HTTP/1.1\r\nhost: local'),
      ...[...Array(100).keys()].map(() => raw()),
    ];
    await honest('quiet', '198.51.100.21');
    for (const answer of await Promise.all(slow)) {
      if (answer === '') continue;
      assert.match(answer, /^HTTP\/1\.1 408 /);
      assert.equal(codeOf(answer), 'timeout');
    }
  });

  it('tricks with paths find nothing', async () => {
    const targets = [
      '/../../etc/passwd',
      '/v1/sites/../../etc/passwd',
      '/v1/sites/%2e%2e%2f%2e%2e%2fetc%2fpasswd.json',
      '/v1/sites/..%5c..%5cboot.ini.json',
      '/v1/sites/one.json/',
      '/v1/sites/one.json%00.html',
      '/v1//sites/one.json',
      '//evil.example/v1/sites/one.json',
      '/V1/SITES/one.json',
      '/v1/sites/constructor.json',
      '/v1/sites/__proto__.json',
      `/v1/sites/${'a'.repeat(5000)}.json`,
      '/%c0%ae%c0%ae/etc/passwd',
    ];
    for (const target of targets) {
      const answer = await raw(head(`GET ${target}`));
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, target);
      assert.match(codeOf(answer), /^[a-z-]+$/, target);
      assert.doesNotMatch(answer, /passwd|evil|root:/, target);
    }
  });

  it('what is no HTTP is answered as JSON, too', async () => {
    const broken: [string, string][] = [
      ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'bad-request'],
      ['GET / HTTP/1.1\r\nhost: a\r\nx: a\x00b\r\n\r\n', 'bad-request'],
      [POST('content-length: 5', 'transfer-encoding: chunked'), 'bad-request'],
      [head('GET /', `x: ${'a'.repeat(40_000)}`), 'headers-too-large'],
    ];
    for (const [bytes, code] of broken) assert.equal(codeOf(await raw(bytes)), code);
    const method = await raw(head('DELETE /v1/sites/one.json'));
    assert.match(method, /^HTTP\/1\.1 40[45] /);
    assert.match(codeOf(method), /not-/);
  });

  it('nothing of a request gets into the log', async () => {
    logged.length = 0;
    const trick = 'MARK\\r\\n{"level":50}';
    await send('one', '192.0.2.77', { 'user-agent': `${trick} Firefox`, referer: trick, 'x-request-id': trick });
    await app.inject({ url: `/v1/sites/MARK%0d%0a%7b.json?MARK`, remoteAddress: '192.0.2.77' });
    await raw(head('GET /MARK%0a', 'x-request-id: MARK'));
    await raw('MARK\r\n\r\n');
    const failing = await buildApp(settings, {
      ...collector,
      clock: () => {
        throw new Error('broken inside');
      },
    });
    const answer = await failing.inject({ url: '/v1/sites/one.json?MARK', remoteAddress: '192.0.2.77' });
    await failing.close();
    assert.equal(answer.statusCode, 500);
    assert.equal(answer.json<{ error: { code: string } }>().error.code, 'internal');
    assert.doesNotMatch(answer.body, /broken inside/);
    assert(logged.length > 0, 'the failure is');
    assert.doesNotMatch(logged.join('\n'), /MARK|192\.0\.2\.77/);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { buildApp } from '../../../src/node/serve/app.js';
import { serve } from '../../../src/node/serve/serve.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-serve-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'index.html'), `<p>Trang mẫu</p>${'<!-- đệm -->'.repeat(400)}`);
writeFileSync(join(folder, '.env'), 'secret');

const settings = { ...DEFAULTS, port: 0, log: false, files: folder };
const app = await buildApp(settings);
after(() => app.close());

describe('the server', () => {
  it('says that it is well, and lets nobody keep that', async () => {
    const answer = await app.inject('/healthz');
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { status: 'ok' });
    assert.equal(answer.headers['cache-control'], 'no-store');
  });

  it('lets every page read', async () => {
    const answer = await app.inject({ url: '/healthz', headers: { origin: 'https://xa.example.gov.vn' } });
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  });

  it('answers failures as JSON with a code, and repeats nothing that was sent', async () => {
    const asked = [
      ['GET', '/nothing-here?<script>', 404, 'not-found'],
      ['GET', '/%E0%A4%A', 400, 'bad-request'],
      ['GET', '/../../etc/passwd', 404, 'not-found'],
      ['GET', '/.env', 404, 'not-found'],
      ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404, 'not-found'],
      ['GET', '/%00', 403, 'forbidden'],
    ] as const;
    for (const [method, url, status, code] of asked) {
      const answer = await app.inject({ method, url });
      assert.equal(answer.statusCode, status, url);
      const { error } = answer.json<{ error: { code: string; message: string } }>();
      assert.equal(error.code, code, url);
      assert.doesNotMatch(error.message, /script|passwd|env|%/);
    }
  });

  it('serves a folder, compressed where that saves something', async () => {
    const plain = await app.inject('/');
    assert.match(plain.body, /Trang mẫu/);
    const small = await app.inject({ url: '/', headers: { 'accept-encoding': 'br' } });
    assert.equal(small.headers['content-encoding'], 'br');
    assert(small.rawPayload.length < plain.rawPayload.length / 2);
  });

  it('refuses one address that asks too often, and says when to come back', async () => {
    const strict = await buildApp({ ...settings, requestsPerMinute: 2 });
    const ask = (remoteAddress: string) => strict.inject({ url: '/', remoteAddress });
    assert.equal((await ask('2001:db8:1:2::1')).statusCode, 200);
    assert.equal((await ask('2001:db8:1:2::2')).statusCode, 200);
    const refused = await ask('2001:db8:1:2:ffff::3');
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.json<{ error: { code: string } }>().error.code, 'too-many-requests');
    assert(Number(refused.headers['retry-after']) > 0);
    assert.equal((await ask('2001:db8:1:3::1')).statusCode, 200);
    await strict.close();
  });

  it('believes X-Forwarded-For of listed proxies only', async () => {
    const behind = await buildApp({ ...settings, requestsPerMinute: 1, trustedProxies: ['10.0.0.0/8'] });
    const ask = (remoteAddress: string, client: string) =>
      behind.inject({ url: '/', remoteAddress, headers: { 'x-forwarded-for': client } });
    assert.equal((await ask('10.1.2.3', '203.0.113.1')).statusCode, 200);
    assert.equal((await ask('10.1.2.3', '203.0.113.2')).statusCode, 200);
    assert.equal((await ask('10.1.2.3', '203.0.113.2')).statusCode, 429);
    assert.equal((await ask('198.51.100.1', '203.0.113.3')).statusCode, 200);
    assert.equal((await ask('198.51.100.1', '203.0.113.4')).statusCode, 429, 'forged: it is still 198.51.100.1');
    await behind.close();
  });

  it('listens, and stops when told', async () => {
    const server = await serve(settings);
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    assert.equal((await fetch(new URL('healthz', server.url))).status, 200);
    await assert.rejects(serve({ ...settings, port: Number(new URL(server.url).port) }), { code: 'cannot-listen' });
    await server.stop();
    await server.stopped;
    await assert.rejects(fetch(server.url));
  });
});

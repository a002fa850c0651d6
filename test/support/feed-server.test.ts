import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { feedServer } from './feed-server.js';

let server: Server;
let origin = '';
const feeds = feedServer();

before(async () => {
  server = createServer((request, response) => void feeds.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  origin = `http://127.0.0.1:${String(address.port)}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, init?: RequestInit) => fetch(`${origin}/__feed/${path}`, init);
const itemsOf = async (response: Response) => ((await response.json()) as { items: unknown[] }).items;
const countOf = async (key: string) => ((await (await get(`count?key=${key}`)).json()) as { count: number }).count;

describe('the feed server', () => {
  it('serves a feed with as many items as asked', async () => {
    const response = await get('ok.json?items=7');
    assert.equal(response.headers.get('content-type'), 'application/feed+json; charset=utf-8');
    assert.equal((await itemsOf(response)).length, 7);
  });

  it('echoes a body, and keeps one that was stored', async () => {
    assert.equal(await (await get(`raw?body=${encodeURIComponent('{"a":"ế"}')}`)).text(), '{"a":"ế"}');
    assert.equal((await get('stored/here')).status, 404);
    assert.equal((await get('stored/here', { method: 'PUT', body: 'kept' })).status, 204);
    assert.equal(await (await get('stored/here')).text(), 'kept');
  });

  it('fails as often as told for a key, then recovers', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) statuses.push((await get('status/503?times=2&key=fails')).status);
    assert.deepEqual(statuses, [503, 503, 200]);
    assert.equal(await countOf('fails'), 3);
    assert.equal((await get('status/429?retry-after=7')).headers.get('retry-after'), '7');
    assert.equal((await get('status/404')).status, 404);
  });

  it('cuts a connection, and never answers another', async () => {
    await assert.rejects(get('reset?times=1&key=cut'));
    assert.equal((await get('reset?times=1&key=cut')).status, 200);
    await assert.rejects(get('hang', { signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
    const left = get('hang?key=left');
    while ((await countOf('left')) === 0);
    feeds.release();
    await assert.rejects(left);
  });

  it('answers late, and in two halves', async () => {
    assert.equal((await itemsOf(await get('slow?ms=20'))).length, 3);
    assert.equal((await itemsOf(await get('drip?ms=20'))).length, 3);
  });

  it('knows every kind of broken feed', async () => {
    assert.match((await get('html')).headers.get('content-type') ?? '', /^text\/html/);
    const truncated = await (await get('truncated')).text();
    assert.throws(() => JSON.parse(truncated) as unknown, SyntaxError);
    assert.equal(await (await get('empty')).text(), '');
    assert.equal(
      Buffer.from(await (await get('bom')).arrayBuffer())
        .subarray(0, 3)
        .toString('hex'),
      'efbbbf',
    );
    assert(!Array.isArray(await itemsOf(await get('not-a-list'))));
    const big = await (await get('big?bytes=50000')).text();
    assert(big.length >= 50_000);
    assert.doesNotThrow(() => JSON.parse(big) as unknown);
    assert.equal((await get('nothing-here')).status, 404);
  });

  it('answers a known tag with 304 and counts it', async () => {
    const first = await get('etag?key=tagged');
    const tag = first.headers.get('etag') ?? '';
    assert.equal((await itemsOf(first)).length, 3);
    assert.equal((await get('etag?key=tagged', { headers: { 'if-none-match': tag } })).status, 304);
    assert.equal(await countOf('tagged'), 2);
  });

  it('lets other origins read where asked, and refuses preflights but counts them', async () => {
    assert.equal((await get('ok.json?cors=*')).headers.get('access-control-allow-origin'), '*');
    assert.equal((await get('ok.json')).headers.get('access-control-allow-origin'), null);
    assert.equal((await get('ok.json?cors=*&key=pre', { method: 'OPTIONS' })).status, 405);
    assert.equal(((await (await get('count?key=pre')).json()) as { preflights: number }).preflights, 1);
  });

  it('redirects', async () => {
    const response = await get('redirect');
    assert(response.redirected);
    assert.equal((await itemsOf(response)).length, 3);
  });
});

/** What `civic-widgets serve` answers for the embed pages among its files. The specification is https://oembed.com, 1.0. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { writeEmbedPages } from '../../../scripts/embed-pages.js';
import type { OEmbed } from '../../../src/node/embed/oembed.js';
import { buildApp } from '../../../src/node/serve/app.js';
import { serveCommand } from '../../../src/node/serve/command.js';
import { publicUrl } from '../../../src/node/serve/public-url.js';
import { DEFAULTS } from '../../../src/node/serve/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-embeds-'));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'v1'));
writeEmbedPages(join(folder, 'v1'));
writeEmbedPages(join(folder, 'known'), { site: 'https://tinh.example/known/' });
writeFileSync(join(folder, 'secret.txt'), 'secret');
// What a hostile path would have to reach to be believed.
writeEmbedPages(join(folder, '.hidden'));

const settings = { ...DEFAULTS, log: false, files: folder };
const app = await buildApp(settings);
after(() => app.close());

const HOST = 'quan.example';
const SITE = `https://${HOST}/v1/`;
const PAGE = `${SITE}embed/news-list/?src=/data/portal.json&limit=5`;

const ask = (query: Record<string, string>, on = app) =>
  on.inject({ url: `/oembed?${new URLSearchParams(query).toString()}`, headers: { host: HOST } });

async function refused(query: Record<string, string>, status: number, code: string, on = app): Promise<void> {
  const answer = await ask(query, on);
  const { error } = answer.json<{ error: { code: string; message: string } }>();
  assert.deepEqual([answer.statusCode, error.code], [status, code], JSON.stringify(query));
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  // Nothing of the request comes back.
  for (const value of Object.values(query)) if (value.length > 8) assert(!error.message.includes(value));
}

describe('GET /oembed', () => {
  it('answers with all that the type rich has to have, as JSON, for every page of another host to read', async () => {
    const answer = await ask({ url: PAGE, format: 'json' });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.match(String(answer.headers['cache-control']), /^public, max-age=\d+$/);
    const { type, version, html, width, height } = answer.json<OEmbed>();
    assert.deepEqual({ type, version, width, height }, { type: 'rich', version: '1.0', width: 600, height: 360 });
    assert(html.includes(`src="${PAGE.replaceAll('&', '&amp;')}"`));
  });

  it('needs no format, and answers for a page however its address is written', async () => {
    for (const end of ['', '/', '/index.html']) {
      const url = `${SITE}embed/news-list${end}?src=/data/portal.json`;
      const { html } = (await ask({ url })).json<OEmbed>();
      assert(html.includes(`src="${url}"`), end);
    }
    const open = `${SITE}embed/directive-viewer/?src=/a.json#civic:1?doc=ct-01`;
    assert((await ask({ url: open })).json<OEmbed>().html.includes(`src="${open}"`));
  });

  it('keeps within maxwidth and maxheight, and makes nothing larger', async () => {
    const size = async (query: Record<string, string>) => {
      const { width, height, html } = (await ask({ url: PAGE, ...query })).json<OEmbed>();
      assert(html.includes(` width="${width}" height="${height}" `));
      return [width, height];
    };
    assert.deepEqual(await size({ maxwidth: '320', maxheight: '200' }), [320, 200]);
    assert.deepEqual(await size({ maxwidth: '320' }), [320, 360]);
    assert.deepEqual(await size({ maxheight: '1' }), [600, 1]);
    assert.deepEqual(await size({ maxwidth: '5000', maxheight: '5000' }), [600, 360]);
  });

  it('says 501 to XML and any other format', async () => {
    for (const format of ['xml', 'XML', 'html', '']) await refused({ url: PAGE, format }, 501, 'no-such-format');
  });

  it('says 404 to what is no embed page here', async () => {
    for (const url of [
      `${SITE}embed/other/`,
      `${SITE}embed/`,
      `https://${HOST}/`,
      `https://${HOST}/secret.txt`,
      `https://${HOST}/embed/news-list/`,
      `https://${HOST}/v2/embed/news-list/`,
    ]) {
      await refused({ url }, 404, 'unknown-url');
    }
  });

  it('answers for no other host', async () => {
    for (const url of [
      'https://other.example/v1/embed/news-list/',
      `https://${HOST}.evil.example/v1/embed/news-list/`,
      `https://evil.example/${HOST}/v1/embed/news-list/`,
      `https://${HOST}:8443/v1/embed/news-list/`,
      `https://evil.example#@${HOST}/v1/embed/news-list/`,
      `https://evil.example\\@${HOST}/v1/embed/news-list/`,
    ]) {
      await refused({ url }, 404, 'foreign-url');
    }
  });

  it('takes no address that is none of a page', async () => {
    for (const url of [
      'javascript:alert(1)//v1/embed/news-list/',
      'data:text/html,<script>alert(1)</script>',
      `file:///v1/embed/news-list/`,
      '/v1/embed/news-list/',
      `//${HOST}/v1/embed/news-list/`,
      `https://name:word@${HOST}/v1/embed/news-list/`,
      'https://',
    ]) {
      await refused({ url }, 400, 'bad-url');
    }
    await refused({ url: '' }, 400, 'no-url');
    await refused({}, 400, 'no-url');
  });

  it('follows no trick in a path', async () => {
    for (const path of [
      '/.hidden/embed/news-list/',
      '/v1%2fembed/news-list/',
      '/v1/..%2f.hidden/embed/news-list/',
      '/v1/%2e%2e/.hidden/embed/news-list/',
      '//v1/embed/news-list/',
      '/v1//embed/news-list/',
      '/v1/embed/news-list/..%5c..',
      '/v1/embed/news-list/%00',
      '/v1/embed/news-list/oembed.json',
    ]) {
      await refused({ url: `https://${HOST}${path}` }, 404, 'unknown-url');
    }
    // A path that only goes round is the page's own.
    assert.equal((await ask({ url: `https://${HOST}/a/../v1/./embed/news-list/` })).statusCode, 200);
  });

  it('takes sizes that are sizes, and everything once', async () => {
    for (const maxwidth of ['0', '-1', '1e3', '12.5', 'wide', '', ' 5', '1000000']) {
      await refused({ url: PAGE, maxwidth }, 400, 'bad-size');
    }
    await refused({ url: PAGE, maxheight: 'NaN' }, 400, 'bad-size');
    for (const name of ['url', 'format', 'maxwidth']) {
      const query = `url=${encodeURIComponent(PAGE)}&${name}=json&${name}=json`;
      const answer = await app.inject({ url: `/oembed?${query}`, headers: { host: HOST } });
      assert.equal(answer.json<{ error: { code: string } }>().error.code, 'bad-query');
    }
  });

  it('puts nothing into the markup that leaves its attribute', async () => {
    const url = `${SITE}embed/news-list/?heading="><script>alert(1)</script>&'`;
    const { html } = (await ask({ url })).json<OEmbed>();
    assert.match(html, /^<iframe [^<>]*><\/iframe>$/);
  });

  it('is not there where no files are served', async () => {
    const bare = await buildApp({ ...settings, files: undefined });
    await refused({ url: PAGE }, 404, 'not-found', bare);
    await bare.close();
  });
});

describe('an embed page that is served', () => {
  const linkOf = (html: string) => {
    const links = [...html.matchAll(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/g)];
    assert.equal(links.length, 1);
    assert(html.indexOf(links[0]![0]) < html.indexOf('</head>'));
    return new URL(links[0]![1]!.replaceAll('&amp;', '&'));
  };
  const open = (url: string, on = app) => on.inject({ url, headers: { host: HOST } });

  it('names its oEmbed answer, which shows just this page with what its address says', async () => {
    for (const where of ['/v1/', '/known/']) {
      const path = `${where}embed/news-list/?src=/data/portal.json&limit=5`;
      const page = await open(path);
      assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
      const answer = linkOf(page.body);
      assert.equal(answer.origin, `http://${HOST}`);
      const found = await open(answer.pathname + answer.search);
      assert.equal(found.statusCode, 200);
      assert(found.json<OEmbed>().html.includes(`src="http://${HOST}${path.replace('&', '&amp;')}"`));
    }
  });

  it('is what was built otherwise', async () => {
    const { body } = await open('/v1/embed/news-list/index.html');
    assert.match(body, /^<!doctype html>\n<html lang="vi"/);
    assert.match(body, /<script src="\.\.\/embed\.js" defer><\/script>\s*<link rel="alternate"[^>]*>\s*<\/head>/);
  });

  it('is found without the slash at the end, where its own files are', async () => {
    const { statusCode, headers } = await open('/v1/embed/news-list?src=/data/portal.json&limit=5');
    assert.equal(statusCode, 301);
    assert.equal(headers['location'], '/v1/embed/news-list/?src=/data/portal.json&limit=5');
    assert.equal((await open('/v1/embed/lost-list?src=/a.json')).statusCode, 404);
  });

  it('takes nothing out of its address but as an address', async () => {
    const { body } = await open(`/v1/embed/news-list/?a="><script>alert(1)</script>&$'=$&`);
    assert.equal(body.match(/<script/g)?.length, 1);
    linkOf(body);
  });

  it('is refused to who asks too often, as everything is', async () => {
    const strict = await buildApp({ ...settings, requestsPerMinute: 1 });
    assert.equal((await open('/v1/embed/news-list/', strict)).statusCode, 200);
    assert.equal((await open('/v1/embed/news-list/', strict)).statusCode, 429);
    await strict.close();
  });

  it('is not shown, nor its answer given, for a host that is none', async () => {
    for (const host of ['a"b', 'a/b', '<a>', 'a:b']) {
      for (const url of ['/v1/embed/news-list/', `/oembed?url=${encodeURIComponent(PAGE)}`]) {
        const answer = await app.inject({ url, headers: { host } });
        assert.deepEqual(
          [answer.statusCode, answer.json<{ error: { code: string } }>().error.code],
          [400, 'bad-host'],
          `${host} ${url}`,
        );
      }
    }
  });
});

describe('a server behind a proxy', () => {
  it('answers for the public address it was told, its path included, and for no other', async () => {
    const behind = await buildApp({ ...settings, publicUrl: 'https://tinh.example/civic/' });
    const url = 'https://tinh.example/civic/v1/embed/news-list/?src=/a.json';
    assert((await ask({ url }, behind)).json<OEmbed>().html.includes(`src="${url}"`));
    await refused({ url: url.replace('https', 'http') }, 404, 'foreign-url', behind);
    await refused({ url: url.replace('/civic', '') }, 404, 'foreign-url', behind);
    await refused({ url: PAGE }, 404, 'foreign-url', behind);

    const page = await behind.inject('/v1/embed/news-list/?src=/a.json');
    const address = `https://tinh.example/civic/oembed?${new URLSearchParams({ url, format: 'json' }).toString()}`;
    assert(page.body.includes(`href="${address.replaceAll('&', '&amp;')}"`));
    const { headers } = await behind.inject('/v1/embed/news-list?src=/a.json');
    assert.equal(headers['location'], '/civic/v1/embed/news-list/?src=/a.json');
    await behind.close();
  });

  it('is told only what is a public address', async () => {
    assert.equal(publicUrl('https://tinh.example/civic'), 'https://tinh.example/civic/');
    assert.equal(publicUrl('http://10.0.0.1:8080'), 'http://10.0.0.1:8080/');
    for (const address of [
      'tinh.example',
      'ftp://tinh.example/',
      'https://tinh.example/?a',
      'https://name@tinh.example/',
      'javascript:alert(1)',
    ]) {
      assert.equal(publicUrl(address), undefined, address);
    }
    const run = (address: string) =>
      serveCommand()
        .exitOverride()
        .configureOutput({ writeErr: () => undefined })
        .parseAsync(['--public-url', address, '--host', '192.0.2.1', '--port', '0', '--store', 'none'], {
          from: 'user',
        });
    await assert.rejects(run('tinh.example'), { code: 'commander.invalidArgument' });
    await assert.rejects(run('https://tinh.example'), { code: 'cannot-listen' });
  });
});

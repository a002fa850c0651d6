/** What is promised about the ways into a page, without a clock: what waits for what, what moves, who watches. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest } from 'puppeteer-core';
import { sampleFeed } from '../support/feed-server.js';
import { built, dist } from '../support/built.js';
import { launchChromium, visit } from '../demo/portal.js';

await built();

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const page = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64');
const LOADER = '<script type="module" src="/cdn/loader.js"></script>';
const CLASSIC = '<script src="/cdn/civic-widgets.js" defer></script>';

let content = '';
let feed = '';
let browser: Browser;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(content);
  } else if (pathname === '/feed.json') {
    response.setHeader('content-type', 'application/feed+json');
    response.end(feed);
  } else if (pathname === '/anh.gif') {
    response.setHeader('content-type', 'image/gif');
    response.end(PIXEL);
  } else {
    try {
      const body = readFileSync(join(dist, normalize(pathname)));
      response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
});

let origin = '';
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const allReady = () => {
  const widgets = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('civic-'));
  return widgets.length > 0 && widgets.every((widget) => widget.getAttribute('state') === 'ready');
};

/** One item of every kind, the document in HTML. */
const ITEMS = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bản tin mẫu',
  language: 'vi',
  _civic: {
    statistics: { today: 3, total: 9 },
    banners: [
      {
        id: 'anh',
        alt: 'Ảnh mẫu',
        image: '/anh.gif',
        width: 10,
        height: 10,
      },
    ],
  },
  items: [
    { id: 'tin', title: 'Tin mẫu', url: 'https://example.org/tin', date_published: '2024-03-01' },
    {
      id: 'van-ban',
      title: 'Chỉ thị mẫu',
      content_html: '<h2>1. Mục mẫu</h2><p>Đoạn <b>mẫu</b>.</p>',
      _civic: { kind: 'directive' },
    },
    {
      id: 'phong-trao',
      title: 'Phong trào mẫu',
      _civic: { kind: 'campaign', campaign: { start: '2024-01-01' } },
    },
  ],
});

/** Who asked for something: the path of a script, or of the page. */
function askedBy(request: HTTPRequest): string {
  const { url, stack } = request.initiator() ?? {};
  const by = url ?? stack?.callFrames[0]?.url;
  return by ? new URL(by).pathname : '';
}

/**
 * Opens a page with the loader. What the loader asks for is answered once all of `parts` has been asked for, so that nothing of
 * it waits for another; files that anything else asks for, a third trip, are never answered.
 */
async function openInTwoTrips(parts: readonly RegExp[]) {
  const asked: string[] = [];
  const late: string[] = [];
  const held: HTTPRequest[] = [];
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setRequestInterception(true);
  tab.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path === '/cdn/loader.js' || !/^\/(?:cdn\/|feed)/.test(path)) {
      void request.continue();
    } else if (askedBy(request) !== '/cdn/loader.js') {
      late.push(path);
    } else {
      asked.push(path);
      held.push(request);
      if (!parts.every((part) => asked.some((one) => part.test(one)))) return;
      for (const one of held.splice(0)) void one.continue();
    }
  });
  await tab.goto(origin, { waitUntil: 'domcontentloaded' });
  return { tab, asked, late, close: () => context.close() };
}

describe('the critical path of one widget by the loader', () => {
  for (const [name, body, parts, shown] of [
    ['news-list', '', ['news-list', 'chunks/core', 'chunks/news-view'], '[part~=title]'],
    ['campaign-list', '', ['campaign-list', 'chunks/core', 'chunks/campaign-view'], '[part~=title]'],
    [
      'directive-viewer',
      '',
      ['directive-viewer', 'chunks/core', 'chunks/document-view', 'chunks/document-markup', 'chunks/purify'],
      '.text b',
    ],
    ['banner-rotator', '', ['chunks/civic-banner-rotator', 'chunks/core', 'chunks/first-banner'], 'img'],
    ['access-counter', '', ['access-counter', 'chunks/core'], '[part~=number]'],
    [
      'news-list',
      '<a href="/cdn/embed/news-list/?src=/feed.json">Liên kết</a>',
      ['news-list', 'chunks/core', 'chunks/news-view'],
      '[part~=title]',
    ],
  ] as const) {
    it(`is two round trips after the page: the loader, then files and feed at once (${body ? 'a link to ' : ''}${name})`, async () => {
      feed = ITEMS;
      content = page(body || `<civic-${name} src="/feed.json"><a href="/">Liên kết</a></civic-${name}>`, LOADER);
      const { tab, asked, late, close } = await openInTwoTrips([
        /^\/feed\.json$/,
        ...parts.map((part) => new RegExp(`^/cdn/${part}[\\w-]*\\.js$`)),
      ]);
      await tab
        .waitForFunction(
          (tag: string, selector: string) => document.querySelector(tag)?.shadowRoot?.querySelector(selector),
          { timeout: 20_000 },
          `civic-${name}`,
          shown,
        )
        .catch(() =>
          assert.fail(`Nothing is shown. Asked for by the loader: ${String(asked)}; later: ${String(late)}.`),
        );
      assert.equal(asked.filter((path) => path === '/feed.json').length, 1);
      await close();
    });
  }

  it('leaves what draws a document alone where there is only to be a list', async () => {
    feed = ITEMS;
    content = page('<civic-directive-viewer src="/feed.json" view="list"></civic-directive-viewer>', LOADER);
    const { tab, asked, close } = await openInTwoTrips([/feed/]);
    await tab.waitForSelector('civic-directive-viewer[state=ready]');
    assert.doesNotMatch(asked.join(), /document-view|document-markup|purify/);
    await close();
  });
});

describe('a page with the published snippet on a slow line', () => {
  before(() => {
    feed = JSON.stringify(sampleFeed(4));
  });
  const element = (rest: string) =>
    `<civic-news-list src="/feed.json" ${rest}><a href="/tin-tuc">Tin tức</a></civic-news-list><p>Phần sau của trang</p>`;
  const RESERVED = 'style="display: block; min-height: 320px"';
  for (const [way, head, body] of [
    ['the loader', LOADER, element(RESERVED)],
    ['the classic script', CLASSIC, element(RESERVED)],
    [
      'a link',
      CLASSIC,
      `<p><a href="/cdn/embed/news-list/?src=/feed.json" style="display: block; min-height: 320px">Tin tức</a></p><p>Phần sau</p>`,
    ],
  ] as const) {
    it(`moves by no more than 0.001: ${way}`, async () => {
      content = page(body, head);
      const opened = await visit(browser, origin, { slow: true, width: 360, height: 640 });
      await opened.until(allReady, 'the news', 90_000);
      await opened.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
      );
      const { shifts } = await opened.records();
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      assert.ok(sum <= 0.001, `${sum}: ${JSON.stringify(shifts)}`);
      await opened.close();
    });
  }

  it('would be caught if it moved: without the reserved height it does', async () => {
    content = page(element('style="display: block"'), LOADER);
    const opened = await visit(browser, origin, { slow: true, width: 360, height: 640 });
    await opened.until(allReady, 'the news', 90_000);
    await opened.until(() => window.records.shifts.length > 0, 'a shift');
    await opened.close();
  });
});

describe('a page with thirty links and thirty elements', () => {
  it('has one observer for all of it, as a page with one has', async () => {
    const count = `<script>
      observers = 0;
      const { observe } = MutationObserver.prototype;
      const seen = new Set();
      MutationObserver.prototype.observe = function (target, options) {
        if (target === document && !seen.has(this)) { seen.add(this); observers += 1; }
        return observe.call(this, target, options);
      };
    </script>`;
    const some = (many: number) =>
      [...Array(many).keys()]
        .map(
          (index) => `<p><a href="/cdn/embed/news-list/?src=/feed.json&amp;limit=${index + 1}">Tin ${index}</a></p>
            <civic-news-list src="/feed.json" limit="1"></civic-news-list>`,
        )
        .join('');
    const figures = async (many: number): Promise<number> => {
      content = page(some(many), count + LOADER);
      const opened = await visit(browser, origin, {});
      await opened.page.waitForFunction(
        (wanted) => document.querySelectorAll('civic-news-list:not([hidden])[state=ready]').length === wanted,
        { timeout: 60_000 },
        2 * many,
      );
      const found = (await opened.page.evaluate('observers')) as number;
      await opened.close();
      return found;
    };
    assert.deepEqual([await figures(1), await figures(30)], [1, 1]);
  });
});

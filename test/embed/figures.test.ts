/** What is promised about the ways into a page, without a clock: what waits for what, what moves, who watches. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { sampleFeed } from '../support/feed-server.js';
import { built, dist } from '../support/built.js';
import { launchChromium, visit } from '../demo/portal.js';

await built();

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const page = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const LOADER = '<script type="module" src="/cdn/loader.js"></script>';
const CLASSIC = '<script src="/cdn/civic-widgets.js" defer></script>';

/** Answers only once everything that it waits for has been asked for: what comes one after the other never comes. */
interface Gate {
  readonly waitsFor: readonly RegExp[];
  readonly asked: string[];
  open(): void;
  readonly opened: Promise<void>;
}

function makeGate(waitsFor: readonly RegExp[]): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { waitsFor, asked: [], open, opened };
}

let gate: Gate | undefined;
let content = '';
let browser: Browser;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = () => {
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(content);
    } else if (pathname === '/feed.json') {
      response.setHeader('content-type', 'application/feed+json');
      response.end(JSON.stringify(sampleFeed(4)));
    } else {
      try {
        const body = readFileSync(join(dist, normalize(pathname)));
        response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream');
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    }
  };
  if (!gate || pathname === '/' || pathname === '/cdn/loader.js') {
    answer();
    return;
  }
  const { asked, waitsFor, open, opened } = gate;
  asked.push(pathname);
  if (waitsFor.every((pattern) => asked.some((path) => pattern.test(path)))) open();
  void opened.then(answer);
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

describe('the critical path of one widget by the loader', () => {
  for (const [name, parts] of [
    ['news-list', ['news-list', 'chunks/core', 'chunks/news-view']],
    ['campaign-list', ['campaign-list', 'chunks/core', 'chunks/campaign-view']],
    ['directive-viewer', ['directive-viewer', 'chunks/core']],
    ['banner-rotator', ['banner-rotator', 'chunks/core']],
    ['access-counter', ['access-counter', 'chunks/core']],
  ] as const) {
    it(`is two round trips after the page: the loader, then files and feed at once (${name})`, async () => {
      // Each answer of the second trip is held until all of it has been asked for.
      gate = makeGate([/^\/feed\.json$/, ...parts.map((part) => new RegExp(`^/cdn/${part}[\\w-]*\\.js$`))]);
      content = page(`<civic-${name} src="/feed.json"><a href="/">Liên kết</a></civic-${name}>`, LOADER);
      const opened = await visit(browser, origin, {});
      await opened.until(
        () => document.querySelector('[state]:not([state=loading])') !== null,
        `all of ${String(gate.waitsFor)} to be asked for without waiting for each other`,
      );
      const { asked } = gate;
      assert.equal(asked.filter((path) => path === '/feed.json').length, 1);
      gate = undefined;
      await opened.close();
    });
  }

  it('shows in the browser’s own record that nothing of the second trip was begun by another part of it', async () => {
    content = page('<civic-news-list src="/feed.json"></civic-news-list>', LOADER);
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    const devtools = await tab.createCDPSession();
    const begun: { path: string; by: string }[] = [];
    devtools.on('Network.requestWillBeSent', ({ request, initiator }) => {
      const { callFrames = [] } = initiator.stack ?? {};
      const by = initiator.url ?? callFrames[0]?.url ?? '';
      begun.push({ path: new URL(request.url).pathname, by: by === '' ? '' : new URL(by).pathname });
    });
    await devtools.send('Network.enable');
    await tab.goto(origin, { waitUntil: 'load' });
    await tab.waitForSelector('civic-news-list[state=ready]');
    const first = (pattern: RegExp) => begun.find(({ path }) => pattern.test(path))?.by;
    assert.equal(first(/loader\.js/), '/');
    for (const part of [/\/news-list\.js/, /\/core-/, /\/news-view-/, /feed\.json/]) {
      assert.equal(first(part), '/cdn/loader.js', String(part));
    }
    await context.close();
  });
});

describe('a page with the published snippet on a slow line', () => {
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

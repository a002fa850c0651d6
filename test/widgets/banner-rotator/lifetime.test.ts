/** An hour of a rotator that is left open, in the built file and at fast-forward: no nodes and no listeners may be left behind. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { bundleModules } from '../../../scripts/bundle.js';
import { launchChromium } from '../../demo/portal.js';

/** Turns of six seconds in an hour. */
const HOUR = 600;
/** Until caches and the engine's own tables have their size. */
const WARM_UP = 100;

const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [],
  _civic: {
    v: 1,
    banners: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
      id: `mau-${at}`,
      image: `/media/${at}.svg`,
      alt: `Biểu ngữ mẫu ${at}`,
      href: `/mau/${at}`,
      width: 300,
      height: 150,
      weight: at,
      advertisement: at % 2 === 0,
      // Each kind of rule is asked at every turn.
      ...(at === 1 && { hours: '00:00-24:00' }),
      ...(at === 2 && { maxPerDay: 1_000_000 }),
    })),
  },
};

/** Six seconds go by in a few milliseconds. Runs in the page, before its own scripts. */
const FAST_FORWARD = `
const native = window.setTimeout;
window.setTimeout = (work, delay, ...rest) => native(work, delay >= 1000 && delay < 7000 ? delay / 600 : delay, ...rest);
// The browser's own list of what was fetched is no matter of ours.
performance.setResourceTimingBufferSize(0);
window.turns = 0;
document.addEventListener('civic-impression', () => window.turns++);`;

interface Size {
  nodes: number;
  listeners: number;
}

describe('an hour of rotation', () => {
  let browser: Browser;
  let server: Server;
  let folder: string;
  let page: Page;
  let session: CDPSession;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'civic-hour-'));
    await bundleModules(folder);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      response.setHeader('cache-control', 'max-age=3600');
      const send = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body);
      if (pathname === '/feed.json') send('application/feed+json', JSON.stringify(FEED));
      else if (pathname === '/v1/notices/seen') response.writeHead(204).end();
      else if (pathname.endsWith('.svg')) {
        send(
          'image/svg+xml',
          '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>',
        );
      } else if (pathname.endsWith('.js')) send('text/javascript; charset=utf-8', readFileSync(join(folder, pathname)));
      else {
        send(
          'text/html; charset=utf-8',
          `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">
          <script type="module" src="/banner-rotator.js"></script>
          <civic-banner-rotator src="/feed.json" interval="6" transition="none" report></civic-banner-rotator>`,
        );
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    browser = await launchChromium();
    page = await browser.newPage();
    await page.evaluateOnNewDocument(FAST_FORWARD);
    session = await page.createCDPSession();
    await page.goto(`http://127.0.0.1:${port}/`);
  });

  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function untilTurns(count: number): Promise<void> {
    await page.waitForFunction(`window.turns >= ${count}`, { timeout: 300_000, polling: 100 });
  }

  async function size(): Promise<Size> {
    // Twice: what a first collection lets go, a second can free.
    for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
    const { Nodes = 0, JSEventListeners = 0 } = await page.metrics();
    return { nodes: Nodes, listeners: JSEventListeners };
  }

  it('leaves no nodes and no listeners behind', async () => {
    await untilTurns(WARM_UP);
    const begin = await size();
    await untilTurns(WARM_UP + HOUR);
    const end = await size();
    // A turn is under way or not when it is looked at: that much is one banner.
    assert.ok(end.nodes - begin.nodes < 60, `${begin.nodes} nodes became ${end.nodes}`);
    assert.ok(end.listeners - begin.listeners < 10, `${begin.listeners} listeners became ${end.listeners}`);
  });

  it('would have been seen to leave some', async () => {
    const begin = await size();
    await page.evaluate(`window.kept = [...Array(${HOUR}).keys()].map(() => {
      const image = document.createElement('img');
      image.onload = () => undefined;
      return image;
    })`);
    const end = await size();
    assert.ok(end.nodes - begin.nodes >= 60, 'nodes');
    assert.ok(end.listeners - begin.listeners >= 10, 'listeners');
  });
});

/** From the browser to the table: a real rotator reports to a real `civic-widgets serve`, and the command prints the sums. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { bundleModules } from '../../../scripts/bundle.js';
import { launchChromium } from '../../demo/portal.js';
import { until } from '../collector/until.js';
import { READER } from '../counted-reader.js';
import { runHere } from '../run-command.js';
import { killServers, serveCommand } from '../serve-command.js';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>';
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang mẫu</title><link rel="icon" href="data:,">
<script type="module" src="/banner-rotator.js"></script>
<civic-banner-rotator src="/feed.json" interval="900" order="sequential" transition="none" timeout="0" paused report></civic-banner-rotator>`;

const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [],
  _civic: {
    v: 1,
    banners: ['tiem-chung', 'thu-vien', 'mau-3'].map((id, at) => ({
      id,
      image: '/picture.svg',
      alt: `Biểu ngữ mẫu ${at + 1}`,
      href: '/next.html',
      width: 300,
      height: 150,
      ...(at < 2 && { placement: 'left' }),
    })),
  },
};

/**
 * What the page is told by the rotator's own events, kept over all pages of the origin; seconds go by in moments, which is why the
 * page waits for its feed without an end. Runs in each page before its own scripts.
 */
const WATCH = `
const native = window.setTimeout;
window.setTimeout = (work, delay, ...rest) => native(work, delay >= 1000 && delay <= 600_000 ? delay / 100 : delay, ...rest);
['civic-impression', 'civic-viewable', 'civic-click'].forEach((type, at) => document.addEventListener(type, ({ bannerId }) => {
  const told = JSON.parse(localStorage.getItem('told') ?? '{}');
  (told[bannerId] ??= [0, 0, 0])[at]++;
  localStorage.setItem('told', JSON.stringify(told));
}));`;

type Told = Record<string, [shown: number, viewable: number, clicks: number]>;

describe('banners from the browser to the report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-end-to-end-'));
  const files = join(folder, 'files');
  const store = join(folder, 'civic-banners.db');
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;

  const serve = (port = '0') =>
    serveCommand('--port', port, '--files', files, '--store', 'none', '--banner-store', store);

  before(async () => {
    mkdirSync(files);
    await bundleModules(files);
    writeFileSync(join(files, 'feed.json'), JSON.stringify(FEED));
    writeFileSync(join(files, 'picture.svg'), PICTURE);
    writeFileSync(join(files, 'index.html'), PAGE);
    writeFileSync(join(files, 'next.html'), '<!doctype html><html lang="vi"><title>Trang sau</title>');
    server = await serve();
    browser = await launchChromium(`--user-agent=${READER}`);
  });

  after(async () => {
    await browser.close();
    killServers();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => page.browserContext().close());

  /** A reader who has never been here, whose window has the focus. */
  async function open(): Promise<void> {
    const context = await browser.createBrowserContext();
    page = await context.newPage();
    await page.evaluateOnNewDocument(WATCH);
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await visit();
  }

  async function visit(): Promise<void> {
    await page.goto(new URL('/', server.url).href);
    await page.waitForFunction(`document.querySelector('civic-banner-rotator')?.shadowRoot?.querySelector('.next')`);
  }

  /** Waits until a banner has been seen so many times. */
  async function untilSeen(id: string, times: number): Promise<void> {
    await page.waitForFunction(`JSON.parse(localStorage.getItem('told') ?? '{}')['${id}']?.[1] >= ${times}`);
  }

  /** Steps to the next banner and waits until it could be seen. */
  async function step(id: string, times = 1): Promise<void> {
    await page.evaluate(`document.querySelector('civic-banner-rotator').next()`);
    await untilSeen(id, times);
  }

  const told = async () => JSON.parse(String(await page.evaluate(`localStorage.getItem('told') ?? '{}'`))) as Told;

  /** What waits on the device. */
  const unsent = async () =>
    JSON.parse(String(await page.evaluate(`localStorage.getItem('civic-widgets:unsent') ?? '[]'`))) as unknown[];

  const untilSent = () => page.waitForFunction(`localStorage.getItem('civic-widgets:unsent') === null`);

  /** The sums as `civic-widgets banners report` prints them. */
  async function reported(): Promise<Told> {
    const { code, out, err } = await runHere('banners', 'report', '--store', store, '--csv');
    assert.equal(code, 0, err);
    const [, ...lines] = out.trim().split('\r\n');
    return Object.fromEntries(
      lines.map((line) => {
        const [, banner = '', shown, , viewable, , clicks] = line.split(',');
        return [banner, [Number(shown), Number(viewable), Number(clicks)]];
      }),
    );
  }

  /** Waits until the report holds what all readers together were told, and no more. */
  async function untilReported(expected: Told): Promise<void> {
    let last: Told = {};
    for (let tries = 0; tries < 200; tries++) {
      last = await reported();
      if (JSON.stringify(sorted(last)) === JSON.stringify(sorted(expected))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.deepEqual(last, expected);
  }
  const sorted = (sums: Told) => Object.entries(sums).sort(([left], [right]) => (left < right ? -1 : 1));

  /** Sums of all readers so far. */
  let all: Told = {};
  function add(sums: Told): void {
    for (const [id, counts] of Object.entries(sums)) {
      const [shown, viewable, clicks] = all[id] ?? [0, 0, 0];
      all = { ...all, [id]: [shown + counts[0], viewable + counts[1], clicks + counts[2]] };
    }
  }

  it('are in it as the page was told of them: shown, seen and followed, the last click included', async () => {
    await open();
    await untilSeen('tiem-chung', 1);
    await step('thu-vien');
    await step('mau-3');
    await step('tiem-chung', 2);
    // The click leaves the page.
    const link = await page.waitForSelector('civic-banner-rotator >>> .link');
    await Promise.all([page.waitForNavigation(), link?.click()]);
    assert.match(page.url(), /next\.html$/);
    const sums = await told();
    assert.deepEqual(sums, { 'tiem-chung': [2, 2, 1], 'thu-vien': [1, 1, 0], 'mau-3': [1, 1, 0] });
    add(sums);
    await untilReported(all);
    const { out } = await runHere('banners', 'report', '--store', store);
    assert.match(out, /^left\s+tiem-chung\s+2\s+66\.7 %\s+2\s+100\.0 %\s+1\s+50\.0 %$/m);
    assert.match(out, /^-\s+mau-3\s+1\s+100\.0 %\s+1\s+100\.0 %\s+0\s+0\.0 %$/m);
  });

  it('count once where the server has them and its answer is lost', async () => {
    await open();
    let lost = 0;
    await page.setRequestInterception(true);
    const lose = async (request: HTTPRequest) => {
      if (request.method() !== 'POST' || lost >= 2) {
        await request.continue();
        return;
      }
      lost++;
      // The server gets it, the page hears nothing.
      const { status } = await fetch(request.url(), {
        method: 'POST',
        headers: { 'content-type': 'text/plain', 'user-agent': READER },
        body: (await request.fetchPostData()) ?? '',
      });
      assert.equal(status, 204);
      await request.abort('connectionreset');
    };
    page.on('request', (request) => void lose(request));
    await step('thu-vien');
    await until(() => lost >= 2, 'a request and its repetition');
    await untilSent();
    // Some of it may be under way in a batch of its own.
    await page.goto(new URL('/next.html', server.url).href);
    add(await told());
    await untilReported(all);
  });

  it('wait on the device while the server is away, over the end of the page, and come with the next one', async () => {
    await open();
    await untilSeen('tiem-chung', 1);
    // What reports comes from the same server: without it there is nothing that could keep anything.
    await page.waitForFunction(
      `performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/v1/notices/seen'))`,
    );
    await untilSent();
    await server.end('SIGKILL');
    await step('thu-vien');
    await step('mau-3');
    await page.waitForFunction(`localStorage.getItem('civic-widgets:unsent') !== null`);
    // Leaves the page with the server gone; what is kept is the origin's.
    await page.goto('about:blank');
    server = await serve(new URL(server.url).port);
    await page.goto(new URL('/next.html', server.url).href);
    assert.ok((await unsent()).length > 0, 'nothing waits');
    await visit();
    await untilSent();
    await page.goto(new URL('/next.html', server.url).href);
    add(await told());
    await untilReported(all);
    assert.deepEqual(await unsent(), []);
  });

  it('are the same after all of that, and after a restart', async () => {
    await server.end('SIGTERM');
    server = await serve(new URL(server.url).port);
    await open();
    await page.goto('about:blank');
    await page.goto(new URL('/next.html', server.url).href);
    add(await told());
    await untilReported(all);
  });
});

/** From the browser to the file: pages in a real browser count at a real `civic-widgets serve`. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { bundleModules } from '../../../scripts/bundle.js';
import type { Figures } from '../../../src/node/collector/counts.js';
import { openStore } from '../../../src/node/collector/open-store.js';
import { launchChromium } from '../../demo/portal.js';
import { READER } from '../counted-reader.js';
import { killServers, serveCommand } from '../serve-command.js';
import { sampleSite } from './conformance.js';

const OTHER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang mẫu</title><link rel="icon" href="data:,">
<script type="module" src="/access-counter.js"></script>
<civic-access-counter collector="/" site="xa"></civic-access-counter>
<civic-access-counter collector="/" site="xa" layout="inline"></civic-access-counter>`;

/** Nobody drives this reader. */
const HUMAN = `Object.defineProperty(Navigator.prototype, 'webdriver', { configurable: true, get: () => false });`;

describe('several tabs of one visitor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-tabs-'));
  const files = join(folder, 'files');
  const store = join(folder, 'visits.db');
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveCommand>>;
  const serve = (port = '0') => serveCommand('--port', port, '--files', files, '--store', store);

  before(async () => {
    mkdirSync(files);
    await bundleModules(files);
    writeFileSync(join(files, 'index.html'), PAGE);
    const opened = await openStore({ store });
    await opened.saveSite(sampleSite('xa'));
    await opened.close();
    server = await serve();
    browser = await launchChromium(`--user-agent=${READER}`);
  });

  after(async () => {
    await browser.close();
    killServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const figures = async () => {
    const answer = await fetch(new URL('/v1/sites/xa.json', server.url));
    const { online, today, total } = (await answer.json()) as Figures;
    return { online, today, total };
  };

  /** Opens the page in a tab and waits until its counters show figures; says what they sent to be counted. */
  async function open(context: BrowserContext, agent?: string): Promise<{ tab: Page; sent: string[] }> {
    const tab = await context.newPage();
    if (agent !== undefined) await tab.setUserAgent({ userAgent: agent });
    await tab.evaluateOnNewDocument(HUMAN);
    const sent: string[] = [];
    tab.on('request', (request) => {
      // A body this short comes with the request; to fetch it takes a tab that is still there.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      if (request.url().endsWith('/v1/seen')) sent.push(request.postData() ?? '');
    });
    await tab.goto(server.url);
    await shown(tab);
    return { tab, sent };
  }

  const shown = (tab: Page) =>
    tab.waitForFunction(
      `[...document.querySelectorAll('civic-access-counter')].every(({ state }) => state === 'ready')`,
      // A tab in the background draws no frames to wait for.
      { polling: 50 },
    );

  it('are one visit and one online, at a real collector', async () => {
    const one = await browser.createBrowserContext();
    const VIEW = '{"s":"xa","k":"v"}';
    const tabs = [await open(one), await open(one), await open(one)];
    // Each tab is a view of its own, whatever the number of counters on it.
    for (const { sent } of tabs) assert.deepEqual(sent, [VIEW]);
    assert.deepEqual(await figures(), { online: 1, today: 1, total: 1 });

    // A page that is loaded once more, and one that is closed, change nothing.
    const [first, second] = tabs;
    await first?.tab.bringToFront();
    await first?.tab.reload();
    if (first) await shown(first.tab);
    assert.deepEqual(first?.sent, [VIEW, VIEW]);
    await second?.tab.close();
    assert.deepEqual(await figures(), { online: 1, today: 1, total: 1 });

    // No cookie and no storage tells one from another: a window that keeps nothing is the same visitor.
    const apart = await browser.createBrowserContext();
    await open(apart);
    assert.deepEqual(await figures(), { online: 1, today: 1, total: 1 });
    assert.deepEqual(await apart.cookies(), []);

    // Another browser at the same address is another visitor.
    const { tab } = await open(apart, OTHER);
    assert.deepEqual(await figures(), { online: 2, today: 2, total: 2 });
    const words = String(
      await tab.evaluate(`document.querySelector('civic-access-counter').shadowRoot.textContent.replace(/\\s+/g, ' ')`),
    );
    assert.match(words, /2/);
    await Promise.all([one.close(), apart.close()]);
  });

  it('keep their total over a restart of the collector', async () => {
    assert.equal(await server.end('SIGTERM'), 0);
    server = await serve(new URL(server.url).port);
    assert.deepEqual(await figures(), { online: 0, today: 2, total: 2 });
  });
});

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import type { Figures } from '../../src/node/collector/counts.js';
import { until } from '../node/collector/until.js';
import { launchChromium } from './portal.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-start-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const running = new Set<ChildProcess>();
const script = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

/** `npm start`, on a free port, with a file of visits that the tests have to themselves. */
async function start() {
  const child = spawn(process.execPath, ['--import=tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DEMO_STORE: join(folder, 'visits.db') },
  });
  // However a test ends: a server that goes on would keep the whole run from ending.
  running.add(child);
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  const address = () => /(http:\S+)\n/.exec(said)?.[1];
  await until(() => address() !== undefined || child.exitCode !== null, 'the address');
  const url = address() ?? '';
  return {
    url,
    figures: async () => (await fetch(new URL('v1/sites/demo.json', url))).json() as Promise<Figures>,
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

/** What the demo's counter says to a reader who comes for the first time. */
async function visit(browser: Browser, url: string): Promise<string> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // A browser that is driven by a program says so, and is not counted.
  await page.setUserAgent({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  // As text: what the compiler adds to a function is not there in the page.
  await page.evaluateOnNewDocument("Object.defineProperty(navigator, 'webdriver', { get: () => false })");
  await page.goto(url);
  await page.evaluate(() => document.querySelector('civic-access-counter')?.scrollIntoView());
  const shown = () =>
    page.evaluate(() => {
      const counter = document.querySelector('civic-access-counter');
      const figures = [...(counter?.shadowRoot?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent);
      return { state: counter?.getAttribute('state'), figures: figures.map((text) => text.trim()).join(' ') };
    });
  const end = performance.now() + 30_000;
  for (;;) {
    const { state, figures } = await shown();
    if (state === 'ready') {
      await context.close();
      return figures;
    }
    if (performance.now() > end) throw new Error(`The counter is ${String(state)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('npm start', () => {
  after(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it('counts the very visit, and keeps the totals over a restart', async () => {
    const browser = await launchChromium();
    try {
      const first = await start();
      assert.equal(await visit(browser, first.url), '1 1 1 1');
      assert.equal(await visit(browser, first.url), '1 1 1 1', 'the same reader goes on');
      assert.equal(await first.stop(), 0);
      const second = await start();
      const { online, today, total } = await second.figures();
      assert.deepEqual({ online, today, total }, { online: 0, today: 1, total: 1 });
      // Nobody knows any more who came before: the salt was in that process only.
      assert.equal(await visit(browser, second.url), '1 2 2 2');
      assert.equal(await second.stop(), 0);
    } finally {
      await browser.close();
    }
  });
});

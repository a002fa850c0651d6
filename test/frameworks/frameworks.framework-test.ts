/** Each example compiles against the published types, builds, and works in Chromium. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { preview } from 'vite';
import { launchChromium } from '../demo/portal.js';
import { EXAMPLES, examples, runScript, type Example } from './examples.js';

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());

interface Shown {
  /** Headlines in the news list. */
  titles: string[];
  /** What the page wrote down of events: a load, an opened document. */
  heard: string[];
  level: string | null | undefined;
}

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const list = document.querySelector('civic-news-list')?.shadowRoot;
    return {
      titles: [...(list?.querySelectorAll('[part~=title]') ?? [])].map(({ textContent }) => textContent.trim()),
      heard: [...document.querySelectorAll('output')].map(({ textContent }) => textContent.trim()),
      level: list?.querySelector('[role=heading]')?.getAttribute('aria-level'),
    };
  });
}

async function until(page: Page, check: (shown: Shown) => boolean): Promise<Shown> {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = await shown(page);
    if (check(found)) return found;
    if (performance.now() > end) throw new Error(`In vain: ${JSON.stringify(found)}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

async function open(name: Example): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    root: join(examples, name),
    logLevel: 'warn',
    build: { outDir: 'dist' },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address !== 'object') throw new Error('The example has no address.');
  const page = await browser.newPage();
  await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${address.port}/`, { waitUntil: 'load' });
  return {
    page,
    complaints,
    async close() {
      await page.close();
      await server.close();
    },
  };
}

for (const name of EXAMPLES) {
  describe(`the example for ${name}`, () => {
    it('compiles, with what the types refuse refused', async () => {
      await runScript(name, 'check');
    });

    it('builds', async () => {
      await runScript(name, 'build');
    });

    it('shows the widgets, hears their events and sets their properties', async () => {
      const { page, complaints, close } = await open(name);
      try {
        const first = await until(page, ({ titles, heard }) => titles.length === 1 && heard[0] !== '');
        assert.deepEqual(first, { titles: ['Tin mẫu số 2'], heard: ['Bản tin mẫu: 4', ''], level: '3' });

        const [more] = await page.$$('button');
        await more?.click();
        const second = await until(page, ({ titles }) => titles.length === 2);
        assert.deepEqual(second.titles, ['Tin mẫu số 2', 'Tin mẫu số 1']);

        await page.evaluate(() => {
          document
            .querySelector('civic-directive-viewer')
            ?.shadowRoot?.querySelector<HTMLElement>('[part~=item-title]')
            ?.click();
        });
        await until(page, ({ heard }) => heard[1] === 'Văn bản mẫu');
        assert.deepEqual(complaints, []);
      } finally {
        await close();
      }
    });
  });
}

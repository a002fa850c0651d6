/** The demo as `npm start` builds and serves it, and visits to it in a real Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { ensureEngines } from '../../scripts/browsers.js';
import { keepRecords, type Records } from './in-page.js';

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/** What the page takes its data from. */
export const FEED = 'data/portal.json';
/** The widths the demo is made for, in CSS pixels, with a height that goes with each. */
export const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const;

export interface VisitOptions {
  /** CSS pixels; 1280 × 800 by default. */
  width?: number;
  height?: number;
  /** A phone on a slow line: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
  slow?: boolean;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  /** Off: the page is what a reader without scripts has. */
  scripts?: boolean;
  /** Answers, changes or refuses a request of the page; false leaves it to the server. */
  answer?: (request: HTTPRequest) => Promise<boolean>;
}

export interface Visit {
  readonly page: Page;
  /** Addresses asked for, in order. */
  readonly requests: readonly string[];
  /** Warnings and errors of the console, and exceptions nobody caught. */
  readonly complaints: readonly string[];
  /** What the page itself noted down. Only with scripts. */
  records(): Promise<Records>;
  /** Waits until `check` is true in the page; a strict policy forbids what puppeteer's own waiting does. */
  until(check: () => boolean, what: string, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface Portal {
  readonly origin: string;
  readonly browser: Browser;
  /** Opens the page in a window that knows nothing of former visits. */
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** @param more - further switches of the command line */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  return launch({
    executablePath: ensureEngines(['chromium'])['Chromium'] ?? '',
    args: [
      // Root in a container has no user namespace to build the sandbox in.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--hide-scrollbars',
      '--force-color-profile=srgb',
      // Each window would load two pages of the browser's own, two seconds of work beside the page that is looked at.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
      ...more,
    ],
  });
}

/** A phone on a slow line: 1.6 Mbit/s, 150 ms, a quarter of this machine’s speed. */
export async function goSlow(page: Page): Promise<void> {
  const bytesPerSecond = 1_600_000 / 8;
  await page.emulateNetworkConditions({ download: bytesPerSecond, upload: bytesPerSecond, latency: 150 });
  await page.emulateCPUThrottling(4);
}

function observe(page: Page): { requests: string[]; complaints: string[] } {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  return { requests, complaints };
}

/** Opens a page in a window that knows nothing of former visits. */
export async function visit(browser: Browser, address: string, options: VisitOptions): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: options.width ?? 1280, height: options.height ?? 800 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: options.colorScheme ?? 'light' },
    { name: 'prefers-reduced-motion', value: options.reducedMotion === true ? 'reduce' : 'no-preference' },
  ]);
  if (options.scripts === false) await page.setJavaScriptEnabled(false);
  if (options.slow === true) await goSlow(page);
  // The compiler names functions through a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
  await page.evaluateOnNewDocument(keepRecords);
  const { requests, complaints } = observe(page);
  const { answer } = options;
  if (answer) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      void answer(request).then((answered) => (answered ? undefined : request.continue()));
    });
  }
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  return {
    page,
    requests,
    complaints,
    records: () => page.evaluate(() => window.records),
    async until(check, what, timeoutMs = 60_000) {
      const end = performance.now() + timeoutMs;
      while (!(await page.evaluate(check))) {
        if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: () => context.close(),
  };
}

/** Builds the demo into a folder of its own, serves it on a free port of this machine and starts a browser. */
export async function openPortal(): Promise<Portal> {
  const outDir = mkdtempSync(join(tmpdir(), 'civic-demo-'));
  const built = { outDir, emptyOutDir: true };
  await build({ configFile, logLevel: 'warn', build: built });
  const server = await preview({ configFile, logLevel: 'warn', build: built, preview: { port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address !== 'object') throw new Error('The demo has no address.');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await launchChromium();
  return {
    origin,
    browser,
    visit: (options = {}) => visit(browser, `${origin}/`, options),
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

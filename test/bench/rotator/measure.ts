/** What one visit to a page with a rotator shows, in Chromium. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { goSlow } from '../../demo/portal.js';
import { TURN } from './peers.js';

/** What is noted down in the page. Runs in it, before its own scripts: stands alone. */
const WATCH = `
window.seen = { shift: 0, first: undefined };
new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value; })
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const { url, startTime } of list.getEntries()) if (url.includes('/media/picture-')) seen.first ??= startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });`;

const axe = readFileSync(fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');
/** All has come, and no turn yet. */
const SETTLE_MS = 1500;
/** Whole turns: a window of ten seconds would hold three of one rotator and four of another. */
const STEADY_MS = 4 * TURN * 1000;

interface Seen {
  readonly shift: number;
  readonly first?: number;
}

export interface Visit {
  /** Milliseconds until the first banner is painted. */
  readonly first: number;
  /** Milliseconds of script, layout and style until then, and a moment longer. */
  readonly work: number;
  readonly shift: number;
  /** Pictures that were asked for before anything turned. */
  readonly pictures: number;
}

async function open(browser: Browser, address: string, slow: boolean, work: (page: Page) => Promise<void>) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(WATCH);
    if (slow) await goSlow(page);
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await work(page);
  } finally {
    await context.close();
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function untilSeen(page: Page): Promise<number> {
  for (let tries = 0; tries < 250; tries++) {
    const { first } = (await page.evaluate('seen')) as Seen;
    if (first !== undefined) return first;
    await pause(20);
  }
  // Some never paint what the browser takes for a picture: their time is unknown.
  return NaN;
}

/** The slow line, with an empty cache. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  let found: Visit | undefined;
  await open(browser, address, true, async (page) => {
    const first = await untilSeen(page);
    await pause(SETTLE_MS);
    const { ScriptDuration = 0, LayoutDuration = 0, RecalcStyleDuration = 0 } = await page.metrics();
    const { shift } = (await page.evaluate('seen')) as Seen;
    const pictures = (await page.evaluate(
      `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/media/picture-')).length`,
    )) as number;
    found = { first, work: (ScriptDuration + LayoutDuration + RecalcStyleDuration) * 1000, shift, pictures };
  });
  if (!found) throw new Error('nothing found');
  return found;
}

/** Milliseconds of the main thread for every ten seconds of turns, and what axe says, on this machine as it is. */
export async function stay(
  browser: Browser,
  address: string,
): Promise<{ steady: number; shift: number; axe: string[] }> {
  let found = { steady: NaN, shift: NaN, axe: [] as string[] };
  await open(browser, address, false, async (page) => {
    await untilSeen(page);
    await pause(2 * SETTLE_MS);
    const { TaskDuration: before = 0 } = await page.metrics();
    await pause(STEADY_MS);
    const { TaskDuration: after = 0 } = await page.metrics();
    const { shift } = (await page.evaluate('seen')) as Seen;
    await page.evaluate(axe);
    const violations = (await page.evaluate(`axe.run(document.querySelector('main'), {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => nodes.length > 1 ? id + ' ×' + nodes.length : id))`)) as string[];
    found = { steady: (after - before) * 1000 * (10_000 / STEADY_MS), shift, axe: violations };
  });
  return found;
}

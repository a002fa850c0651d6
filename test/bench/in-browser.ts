/** What the published modules do in a page: how soon they are ready, how much they ask for, what they do afterwards. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { goSlow } from '../demo/portal.js';
import { interleaved, median, ms, times, type Table } from './figures.js';
import type { Site } from './site.js';
import { watchPage, type Watch } from './watch.js';

const FEED = '/data/portal.json';
const feedSize = readFileSync(new URL(`../../demo/public${FEED}`, import.meta.url), 'utf8').length;
const ROUNDS = 7;
const SLOW_ROUNDS = 5;
const IDLE_SECONDS = 5;
/** What a page still brings after it is ready: chunks for a bad day, pictures, the first turn. */
const SETTLE_MS = 3000;
const KINDS = ['news-list', 'directive-viewer', 'campaign-list', 'banner-rotator', 'access-counter'] as const;

const tag = (kind: string, rest = '') => `<civic-${kind} src="${FEED}" ${rest}></civic-${kind}>`;
const many = (count: number, kinds: readonly string[]) =>
  [...Array(count).keys()].map((index) => tag(kinds[index % kinds.length]!)).join('\n');

async function until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = performance.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Opens a page that knows nothing yet, does something with it and leaves. */
async function visit<T>(
  browser: Browser,
  address: string,
  slow: boolean,
  work: (page: Page, ready: number) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    // The compiler names functions through a helper that the page does not have.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    await page.evaluateOnNewDocument(watchPage, Math.floor(feedSize / 2));
    if (slow) await goSlow(page);
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    const ready = await until(() => page.evaluate(() => window.watch.ready), `${address} to be ready`);
    return await work(page, ready);
  } finally {
    await context.close();
  }
}

export interface Asked {
  name: string;
  requests: number;
  parses: number;
}

/** One widget and thirty of one feed, and what they ask for. */
export async function measureThirty(browser: Browser, site: Site): Promise<{ table: Table; asked: Asked[] }> {
  const pages = {
    'one news list': site.page(many(1, ['news-list']), ['all']),
    'thirty news lists': site.page(many(30, ['news-list']), ['all']),
    'six of each kind': site.page(many(30, KINDS), ['all']),
  };
  type Name = keyof typeof pages;
  const most = new Map<Name, Asked>();
  const measure = (name: Name) => () =>
    visit(browser, pages[name], false, async (page, ready) => {
      const { parses } = await page.evaluate(() => window.watch);
      const asked = { name, requests: site.takeCount(FEED), parses };
      const former = most.get(name);
      // The worst of all rounds is what counts.
      most.set(name, {
        name,
        requests: Math.max(asked.requests, former?.requests ?? 0),
        parses: Math.max(asked.parses, former?.parses ?? 0),
      });
      return ready;
    });
  const found = await interleaved(ROUNDS, {
    'one news list': measure('one news list'),
    'thirty news lists': measure('thirty news lists'),
    'six of each kind': measure('six of each kind'),
  });
  const asked = [...most.values()];
  return {
    asked,
    table: {
      title: 'Thirty widgets of one feed',
      note: `Each widget names the feed by its own \`src\`. Time from the start of the navigation until all are ready; medians of ${ROUNDS} cold visits.`,
      head: ['page', 'requests', 'parses', 'ready', 'to one news list'],
      rows: asked.map(({ name, requests, parses }) => [
        name,
        requests,
        parses,
        ms(found[name as Name]),
        times(found[name as Name] / found['one news list']),
      ]),
    },
  };
}

/** A widget against what a page would write by hand for the same data. */
export async function measureReady(browser: Browser, site: Site): Promise<Table> {
  const plain = site.page('<ul></ul>', ['plain'], `?feed=${FEED}`);
  const widget = site.page(tag('news-list'), ['news-list']);
  const rows: Table['rows'][number][] = [];
  for (const slow of [false, true]) {
    const ready = (address: string) => () => visit(browser, address, slow, async (_page, time) => time);
    const found = await interleaved(slow ? SLOW_ROUNDS : ROUNDS, {
      plain: ready(plain),
      widget: ready(widget),
    });
    const line = slow ? '1.6 Mbit/s, 150 ms, CPU ÷ 4' : 'this machine';
    rows.push([line, ms(found.widget), ms(found.plain), times(found.widget / found.plain)]);
  }
  return {
    title: 'Until one widget is ready',
    note: `\`<civic-news-list>\` alone on a page against a script that fetches the same feed and writes the same list by \`innerHTML\`: no states, no sanitising, no languages. Medians of ${ROUNDS} cold visits, ${SLOW_ROUNDS} on the slow line; gzip.`,
    head: ['line', 'widget', 'by hand', 'ratio'],
    rows,
  };
}

interface Idle {
  /** Milliseconds of the main thread. */
  busy: number;
  /** Timers and frames that ran. */
  callbacks: number;
  impressions: number;
}

async function idleOf(browser: Browser, address: string): Promise<Idle> {
  return visit(browser, address, false, async (page) => {
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    const state = async () => {
      const { TaskDuration = 0 } = await page.metrics();
      const watch: Watch = await page.evaluate(() => ({ ...window.watch }));
      return { busy: TaskDuration * 1000, callbacks: watch.callbacks, impressions: watch.impressions };
    };
    const before = await state();
    await new Promise((done) => setTimeout(done, IDLE_SECONDS * 1000));
    const after = await state();
    return {
      busy: after.busy - before.busy,
      callbacks: after.callbacks - before.callbacks,
      impressions: after.impressions - before.impressions,
    };
  });
}

/** What each widget does while nobody does anything. */
export async function measureIdle(browser: Browser, site: Site): Promise<Table> {
  const empty = site.page('<p state="ready">Trang trống</p>', []);
  const pages: [string, string][] = [
    ['news-list', tag('news-list')],
    ['news-list, ticker', tag('news-list', 'layout="ticker"')],
    ['directive-viewer, document', tag('directive-viewer')],
    ['campaign-list', tag('campaign-list')],
    ['access-counter', tag('access-counter')],
    ['banner-rotator, every 2 s', tag('banner-rotator', 'placement="left" interval="2"')],
  ];
  const scripts = (body: string) => KINDS.filter((kind) => body.includes(`civic-${kind}`));
  const baseline: number[] = [];
  const rows: Table['rows'][number][] = [];
  // Two at a time beside the empty page: what they hardly do does not get into each other's way.
  for (let first = 0; first < pages.length; first += 2) {
    const pair = pages.slice(first, first + 2);
    const [still, ...idle] = await Promise.all([
      idleOf(browser, empty),
      ...pair.map(([, body]) => idleOf(browser, site.page(body, scripts(body)))),
    ]);
    baseline.push(still.busy);
    for (const [index, { busy, callbacks, impressions }] of idle.entries()) {
      rows.push([pair[index]?.[0] ?? '', ms(busy), callbacks, impressions]);
    }
  }
  return {
    title: `Main thread while idle, ${IDLE_SECONDS} s`,
    note: `From ${SETTLE_MS / 1000} s after the widget was ready. An empty page beside each took ${ms(median(baseline))} (median): that much is the browser and the measuring.`,
    head: ['page', 'main thread', 'timers and frames run', 'banners shown'],
    rows,
  };
}

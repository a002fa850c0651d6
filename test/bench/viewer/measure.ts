/** The directive viewer at its limits, in Chromium: a law of 1 MB, and ten thousand documents. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { type BundledSite, HTML, openBundledSite, SCRIPT, type SiteFile } from '../../support/bundled-site.js';
import { interleaved, median, ms, times, type Table } from '../figures.js';
import { DOCUMENTS, lawFeed, manyFeed } from './law.js';

/** The floor swings by half on a machine that is shared. */
const ROUNDS = 9;
const PAGED_ROUNDS = 5;
const modules = new URL('../../../node_modules/', import.meta.url);

/** What a page does at least with the same text: clean it, put it there, lay it out. */
const FLOOR = `
import purify from '/purify.js';
const { items } = await (await fetch('/law.json')).json();
const begin = performance.now();
document.querySelector('main').append(purify.sanitize(items[0].content_html, { RETURN_DOM_FRAGMENT: true }));
document.body.getBoundingClientRect().height;
window.took = performance.now() - begin;
`;

/** Every task of the page that took long. */
const TASKS = `
window.long = [];
new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]); })
  .observe({ type: 'longtask', buffered: true });
`;

/** The same, and times from the moment the text is there. */
const WATCH = `${TASKS}
const parse = JSON.parse;
JSON.parse = (text, reviver) => { const value = parse(text, reviver); if (text.length > 200000) window.arrived = performance.now(); return value; };
const json = Response.prototype.json;
Response.prototype.json = async function () { const value = await json.call(this); window.arrived = performance.now(); return value; };
const look = () => {
  const root = document.querySelector('civic-directive-viewer')?.shadowRoot;
  if (!window.first && root?.querySelector('.text .section') && root.querySelector('.entry')) {
    window.first = performance.now();
    window.body = root.querySelector('.body');
  }
  // A look through the whole text at each frame would be work of its own.
  if (window.first && ![...window.body.children].some(({ className }) => className === 'waiting')) window.whole ??= performance.now();
  if (!window.whole) requestAnimationFrame(look);
};
requestAnimationFrame(look);
`;

async function until<T>(page: Page, check: string): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const value = (await page.evaluate(check)) as T;
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain for ${check}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

function open(): Promise<BundledSite> {
  const page = (name: string): [string, SiteFile] => {
    const tag = `<civic-directive-viewer src="/${name}.json" citation-url="/tim?q={number}"></civic-directive-viewer>`;
    const head = '<title>Đo</title><script type="module" src="/directive-viewer.js"></script>';
    return [`/${name}`, [HTML, `<!doctype html><html lang="vi">${head}${tag}`]];
  };
  return openBundledSite({
    '/law.json': ['application/json', lawFeed()],
    '/many.json': ['application/json', manyFeed()],
    '/purify.js': [SCRIPT, readFileSync(new URL('dompurify/dist/purify.es.mjs', modules))],
    '/minisearch.js': [SCRIPT, readFileSync(new URL('minisearch/dist/es/index.js', modules))],
    '/floor.js': [SCRIPT, FLOOR],
    '/floor': [HTML, '<!doctype html><script type="module" src="/floor.js"></script><main></main>'],
    '/empty': [HTML, '<!doctype html><title>Đo</title>'],
    ...Object.fromEntries([page('law'), page('many')]),
  });
}

async function visit<T>(
  browser: Browser,
  address: string,
  watch: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(watch);
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Pixels scrolled in each frame: a whole window, sixty pages in a second; and what a hand can do that pulls the scroll bar. */
const PAGE = 800;
const PULL = 2000;

/** The longest task, if any, while a page is scrolled from its top to its end. */
async function scrollThrough(page: Page, step: number): Promise<number> {
  await page.evaluate('long.length = 0');
  await page.evaluate(
    `new Promise((done) => { const step = () => { scrollBy(0, ${step}); if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) done(); else requestAnimationFrame(step); }; step(); })`,
  );
  return Math.max(0, ...((await page.evaluate('long.map(([, took]) => took)')) as number[]));
}

async function measureLaw(browser: Browser, { origin }: BundledSite): Promise<Table> {
  const whole: number[] = [];
  const longest: number[] = [];
  const scrolling: number[] = [];
  const scrollingFloor: number[] = [];
  const found = await interleaved(ROUNDS, {
    floor: () =>
      visit(browser, `${origin}/floor`, TASKS, async (page) => {
        const took = await until<number>(page, 'window.took');
        scrollingFloor.push(await scrollThrough(page, PULL));
        return took;
      }),
    first: () =>
      visit(browser, `${origin}/law`, WATCH, async (page) => {
        await until(page, 'window.whole');
        const { first, end, tasks } = (await page.evaluate(
          '({ first: first - arrived, end: whole - arrived, tasks: long.filter(([at]) => at > arrived - 5).map(([, took]) => took) })',
        )) as { first: number; end: number; tasks: number[] };
        whole.push(end);
        // The longest is the one parse; the next shows what we add.
        longest.push([...tasks].sort((a, b) => b - a)[1] ?? 0);
        scrolling.push(await scrollThrough(page, PULL));
        return first;
      }),
  });
  // Visits of their own: what has been laid out once is quick the second time.
  const paged = await interleaved(PAGED_ROUNDS, {
    floor: () =>
      visit(browser, `${origin}/floor`, TASKS, async (page) => {
        await until(page, 'window.took');
        return scrollThrough(page, PAGE);
      }),
    ours: () =>
      visit(browser, `${origin}/law`, WATCH, async (page) => {
        await until(page, 'window.whole');
        return scrollThrough(page, PAGE);
      }),
  });
  const end = median(whole);
  return {
    title: 'A law of 600 Điều, 1 MB of HTML',
    note: `From the moment the feed's text is there. The floor cleans the same text with DOMPurify, appends it and lays it out, without outline, links or citations. Scrolled from end to end. Medians of ${ROUNDS} cold visits, ${PAGED_ROUNDS} for a page in each frame; a task below 50 ms is no long one and counts as 0.`,
    head: ['what', 'takes', 'to the floor'],
    rows: [
      ['floor', ms(found.floor), times(1)],
      ['first screen with its outline', ms(found.first), times(found.first / found.floor)],
      ['whole document', ms(end), times(end / found.floor)],
      ['longest task beside the parse', ms(median(longest)), ''],
      ['longest task while scrolling, a page in each frame', ms(paged.ours), `the floor’s ${ms(paged.floor)}`],
      [
        'the same, two and a half pages in each frame',
        ms(median(scrolling)),
        `the floor’s ${ms(median(scrollingFloor))}`,
      ],
    ],
  };
}

/** What waits until a page has settled, a copy of the feed for the next visit, has been done by then. */
const SETTLED_MS = 6000;

/** Bytes that a page holds after everything that can go is gone. */
async function memoryOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function measureMany(browser: Browser, { origin }: BundledSite): Promise<Table> {
  const mini = await visit(browser, `${origin}/empty`, '', async (page) => {
    const script = `(async () => {
      const { default: MiniSearch } = await import('/minisearch.js');
      const { items } = await (await fetch('/many.json')).json();
      const fold = (term) => term.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/đ/g, 'd');
      const index = new MiniSearch({ fields: ['title', 'content_text'], processTerm: fold, searchOptions: { prefix: true, combineWith: 'AND' } });
      let at = performance.now();
      index.addAll(items);
      const built = performance.now() - at;
      const answers = ['thi', 'thi đua', 'xã', 'chuyển đổi số'].map((query) => { at = performance.now(); index.search(query); return performance.now() - at; });
      return { built, answer: answers.sort((a, b) => a - b)[2] };
    })()`;
    return (await page.evaluate(script)) as { built: number; answer: number };
  });
  const ours = await visit(browser, `${origin}/many`, WATCH, async (page) => {
    const root = 'document.querySelector("civic-directive-viewer").shadowRoot';
    await until(page, `document.querySelector("civic-directive-viewer")?.shadowRoot?.querySelector('.field') && 1`);
    await page.evaluate('long.length = 0');
    const type = (query: string) =>
      page.evaluate(`new Promise((done) => {
        const root = ${root}, field = root.querySelector('.field'), begin = performance.now();
        field.value = ${JSON.stringify(query)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
      })`) as Promise<number>;
    const begin = performance.now();
    await type('t');
    await until(page, `/phù hợp$/.test(${root}.querySelector('.count').textContent)`);
    const built = performance.now() - begin;
    const answers: number[] = [];
    for (const query of ['th', 'thi', 'thi ', 'thi đ', 'thi đua', 'x', 'xã', 'chuyển đổi số', 'ubnd'])
      answers.push(await type(query));
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    const tasks = (await page.evaluate('long.map(([, took]) => took)')) as number[];
    return { built, answer: median(answers), longest: Math.max(0, ...tasks), memory: await memoryOf(page) };
  });
  const nothing = await visit(browser, `${origin}/empty`, '', memoryOf);
  const json = Buffer.byteLength(manyFeed());
  const memory = ours.memory - nothing;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return {
    title: `Search in ${DOCUMENTS} documents`,
    note: 'Ours from a keystroke until what it found is painted; MiniSearch (prefixes, folded the same way) is its index and its answer alone, without a list. Memory is what the page has left after a forced collection, searched and all, beyond an empty page.',
    head: ['what', 'ours', 'MiniSearch', 'ratio'],
    rows: [
      ['until everything can be found', ms(ours.built), ms(mini.built), times(ours.built / mini.built)],
      ['keystroke to painted result, median', ms(ours.answer), ms(mini.answer), times(ours.answer / mini.answer)],
      ['longest task', ms(ours.longest), ms(mini.built), times(ours.longest / mini.built)],
      ['memory, to the bytes of the feed’s JSON', megabytes(memory), megabytes(json), times(memory / json)],
    ],
  };
}

export async function measureViewer(browser: Browser): Promise<Table[]> {
  const site = await open();
  try {
    return [await measureLaw(browser, site), await measureMany(browser, site)];
  } finally {
    site.close();
  }
}

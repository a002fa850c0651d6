/** The directive viewer at its limits, in Chromium: a law of 1 MB, and ten thousand documents. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { type BundledSite, HTML, openBundledSite, SCRIPT, type SiteFile } from '../../support/bundled-site.js';
import { inTurns, median, ms, times, type Table } from '../figures.js';
import { citationTable } from './citations.js';
import { DOCUMENTS, lawFeed, manyFeed } from './law.js';
import { besideParse, PARSES, type Parse, type Task } from './tasks.js';

/** The floor swings by half on a machine that is shared. */
const ROUNDS = 9;
const PAGED_ROUNDS = 5;
const MANY_ROUNDS = 5;
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

/** The same, the moment when the feed's text is there, and each parse of its JSON, which ends then. */
const ARRIVED = `${TASKS}${PARSES}
const parse = JSON.parse;
window.feeds = [];
JSON.parse = (text, reviver) => {
  const begin = performance.now();
  const value = parse(text, reviver);
  if (text.length > 200000) feeds.push([begin, window.arrived = performance.now()]);
  return value;
};
const json = Response.prototype.json;
Response.prototype.json = async function () { const value = await json.call(this); window.arrived = performance.now(); return value; };
`;

/**
 * The same, and when the first screen is drawn, and when the whole is there and laid out, which is where the floor ends, too.
 * A look at each frame would be work of its own, and make frames: only until the first screen is there.
 */
const WATCH = `${ARRIVED}
window.whenWhole = new Promise((done) => {
  const look = () => {
    const root = document.querySelector('civic-directive-viewer')?.shadowRoot;
    if (!root?.querySelector('.text .section') || !root.querySelector('.entry')) return requestAnimationFrame(look);
    window.first = performance.now();
    const body = root.querySelector('.body');
    const check = () => {
      if ([...body.children].some(({ className }) => className === 'waiting')) return;
      observer.disconnect();
      document.body.getBoundingClientRect().height;
      window.whole = performance.now();
      signs();
    };
    // What unfolds the outline comes last.
    const signs = () => {
      if (root.querySelectorAll('.unfold').length < root.querySelectorAll('.foldable').length) return requestAnimationFrame(signs);
      window.unfolds = performance.now();
      done(true);
    };
    const observer = new MutationObserver(check);
    observer.observe(body, { childList: true });
    check();
  };
  requestAnimationFrame(look);
});
`;

/** Settled once the floor has been measured; asking again and again would take time from what is measured. */
const TOOK = `${TASKS}
window.whenTook = new Promise((done) => Object.defineProperty(window, 'took', { set: done }));
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

interface LawVisit {
  /** Milliseconds from the moment the text is there. */
  readonly first: number;
  readonly whole: number;
  readonly unfolds: number;
  readonly parse: number;
  /** Milliseconds of the longest task without the parse. */
  readonly longest: number;
  readonly scrolling: number;
}

async function visitLaw(page: Page): Promise<LawVisit> {
  await page.evaluate('whenWhole');
  // A task is told of when it is over.
  await new Promise((done) => setTimeout(done, 100));
  const { first, whole, unfolds, tasks, parses } = (await page.evaluate(
    '({ first: first - arrived, whole: whole - arrived, unfolds: unfolds - arrived, tasks: long.filter(([at]) => at > arrived - 5), parses })',
  )) as { first: number; whole: number; unfolds: number; tasks: Task[]; parses: Parse[] };
  const [parse] = parses;
  if (!parse || parses.length > 1) throw new Error(`The law was parsed ${parses.length} times instead of once.`);
  const [begin, end] = parse;
  const longest = besideParse(tasks, parse);
  return { first, whole, unfolds, parse: end - begin, longest, scrolling: await scrollThrough(page, PULL) };
}

async function measureLaw(browser: Browser, { origin }: BundledSite): Promise<Table> {
  const { floors, ours } = await inTurns<{ floors: { took: number; scrolling: number }; ours: LawVisit }>(ROUNDS, {
    floors: () =>
      visit(browser, `${origin}/floor`, TOOK, async (page) => {
        const took = (await page.evaluate('whenTook')) as number;
        return { took, scrolling: await scrollThrough(page, PULL) };
      }),
    ours: () => visit(browser, `${origin}/law`, WATCH, visitLaw),
  });
  // Visits of their own: what has been laid out once is quick the second time.
  const paged = await inTurns<{ floor: number; ours: number }>(PAGED_ROUNDS, {
    floor: () =>
      visit(browser, `${origin}/floor`, TOOK, async (page) => {
        await page.evaluate('whenTook');
        return scrollThrough(page, PAGE);
      }),
    ours: () =>
      visit(browser, `${origin}/law`, WATCH, async (page) => {
        await page.evaluate('whenWhole');
        return scrollThrough(page, PAGE);
      }),
  });
  const took = floors.map((one) => one.took);
  const floor = median(took);
  const row = (what: string, values: readonly number[], beside: string) =>
    [what, ms(median(values)), ms(Math.max(...values)), beside] as const;
  const toFloor = (what: string, values: readonly number[]) => row(what, values, times(median(values) / floor));
  const theFloors = (values: readonly number[]) => `the floor’s ${ms(median(values))}, ${ms(Math.max(...values))}`;
  const of = (name: keyof LawVisit) => ours.map((one) => one[name]);
  return {
    title: 'A law of 600 Điều, 1 MB of HTML',
    note: `From the moment the feed's text is there. The floor cleans the same text with DOMPurify, appends it and lays it out, without outline, links or citations. The parse is the browser’s own and cannot be interrupted; of the task that it stands in, the rest counts. Scrolled from end to end. ${ROUNDS} cold visits, ${PAGED_ROUNDS} for a page in each frame, of which the median and the worst; a task below 50 ms is no long one and counts as 0.`,
    head: ['what', 'median', 'worst', 'to the floor'],
    rows: [
      toFloor('floor', took),
      toFloor('first screen with its outline', of('first')),
      toFloor('whole document', of('whole')),
      toFloor('and the signs that unfold its outline', of('unfolds')),
      toFloor('the one parse', of('parse')),
      row('longest task beside the parse', of('longest'), ''),
      row('longest task while scrolling, a page in each frame', paged.ours, theFloors(paged.floor)),
      row(
        'the same, two and a half pages in each frame',
        of('scrolling'),
        theFloors(floors.map(({ scrolling }) => scrolling)),
      ),
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

interface Search {
  /** Milliseconds until everything can be found, and from a keystroke to its answer. */
  readonly built: number;
  readonly answer: number;
}

/** MiniSearch with the same documents: its index and its answers, without a list. */
function visitMini(page: Page): Promise<Search> {
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
  return page.evaluate(script) as Promise<Search>;
}

async function visitMany(page: Page): Promise<Search & { longest: number; memory: number }> {
  const root = 'document.querySelector("civic-directive-viewer").shadowRoot';
  await until(page, `document.querySelector("civic-directive-viewer")?.shadowRoot?.querySelector('.field') && 1`);
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
  const { tasks, feeds } = (await page.evaluate('({ tasks: long, feeds })')) as { tasks: Task[]; feeds: Parse[] };
  const [parse] = feeds;
  if (!parse || feeds.length > 1) throw new Error(`The documents were parsed ${feeds.length} times instead of once.`);
  // The task of the parse begins before it, and may go on with the documents.
  const since = tasks.filter(([start, duration]) => start + duration > parse[0]);
  return { built, answer: median(answers), longest: besideParse(since, parse), memory: await memoryOf(page) };
}

async function measureMany(browser: Browser, { origin }: BundledSite): Promise<Table> {
  const { mini, ours, nothing } = await inTurns<{
    mini: Search;
    ours: Search & { longest: number; memory: number };
    nothing: number;
  }>(MANY_ROUNDS, {
    mini: () => visit(browser, `${origin}/empty`, '', visitMini),
    ours: () => visit(browser, `${origin}/many`, ARRIVED, visitMany),
    nothing: () => visit(browser, `${origin}/empty`, '', memoryOf),
  });
  const json = Buffer.byteLength(manyFeed());
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const empty = median(nothing);
  const memory = ours.map((one) => one.memory - empty);
  const row = (what: string, values: readonly number[], yardstick: number, unit: (value: number) => string = ms) => {
    const middle = median(values);
    return [what, unit(middle), unit(Math.max(...values)), unit(yardstick), times(middle / yardstick)] as const;
  };
  const built = median(mini.map((one) => one.built));
  return {
    title: `Search in ${DOCUMENTS} documents`,
    note: `Ours from a keystroke until what it found is painted; MiniSearch (prefixes, folded the same way) is its index and its answer alone, without a list. The longest task is that of the whole visit, from the moment the feed's text is there: loading, drawing and searching; the one parse of the JSON cannot be interrupted, and of the task that it stands in, the rest counts. Memory is what the page has left after a forced collection, searched and all, beyond an empty page. ${MANY_ROUNDS} cold visits of each: of ours the median and the worst, of MiniSearch the median.`,
    head: ['what', 'ours', 'worst', 'MiniSearch', 'ratio'],
    rows: [
      row(
        'until everything can be found',
        ours.map((one) => one.built),
        built,
      ),
      row(
        'keystroke to painted result, median',
        ours.map((one) => one.answer),
        median(mini.map((one) => one.answer)),
      ),
      row(
        'longest task beside the parse',
        ours.map((one) => one.longest),
        built,
      ),
      row('memory, to the bytes of the feed’s JSON', memory, json, megabytes),
    ],
  };
}

export async function measureViewer(browser: Browser): Promise<Table[]> {
  const site = await open();
  try {
    return [await measureLaw(browser, site), await measureMany(browser, site), citationTable()];
  } finally {
    site.close();
  }
}

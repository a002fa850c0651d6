/** What it takes to find thirty links and thirty elements on a page and to make widgets of them, on a slow processor. */
import type { Browser, Protocol } from 'puppeteer-core';
import { median, ms, type Table } from './figures.js';
import type { Site } from './site.js';

const FEED = '/data/portal.json';
const ROUNDS = 3;
const SLOWER = 4;

/** So many elements, and as many links, in turns. */
function body(count: number): string {
  return [...Array(count).keys()]
    .map(
      (index) => `<civic-news-list src="${FEED}" limit="3"></civic-news-list>
        <p><a href="/embed/news-list?src=${FEED}&amp;limit=3">Liên kết ${index}</a></p>`,
    )
    .join('\n');
}

/** Runs in the page before its own scripts: how many observers look for something to be added. */
function countObservers(): void {
  const Native = window.MutationObserver;
  const counted = window as Window & { observers?: number };
  counted.observers = 0;
  window.MutationObserver = class extends Native {
    override observe(target: Node, options?: MutationObserverInit): void {
      if (options?.childList) counted.observers = (counted.observers ?? 0) + 1;
      super.observe(target, options);
    }
  };
}

interface Work {
  observers: number;
  /** Milliseconds of the main thread: everything, what of it was script, and what of that was the loader's own. */
  all: number;
  script: number;
  loader: number;
}

/**
 * How much of the work was done in functions of the loader itself. Samples are counted and their times left aside: those
 * go on while other processes have the processor.
 */
function ownShare({ nodes, samples = [] }: Protocol.Profiler.Profile): number {
  const those = (wanted: (frame: Protocol.Runtime.CallFrame) => boolean) => {
    const ids = new Set(nodes.filter(({ callFrame }) => wanted(callFrame)).map(({ id }) => id));
    return samples.filter((id) => ids.has(id)).length;
  };
  return those(({ url }) => url.endsWith('/loader.js')) / those(({ functionName }) => functionName !== '(idle)');
}

async function workOf(browser: Browser, address: string, widgets: number): Promise<Work> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    await page.evaluateOnNewDocument(countObservers);
    await page.emulateCPUThrottling(SLOWER);
    const devtools = await page.createCDPSession();
    // What the thread itself took, not what other processes of the machine took from it.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.setSamplingInterval', { interval: 200 });
    await devtools.send('Profiler.start');
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForFunction(
      (wanted) => document.querySelectorAll('[state=ready]:not([hidden])').length === wanted,
      { timeout: 120_000, polling: 200 },
      widgets,
    );
    const { profile } = await devtools.send('Profiler.stop');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const spent = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
    return {
      observers: (await page.evaluate('observers')) as number,
      all: spent('TaskDuration'),
      script: spent('ScriptDuration'),
      loader: spent('TaskDuration') * ownShare(profile),
    };
  } finally {
    await context.close();
  }
}

/** @returns the table, and how many observers each page had that has the loader */
export async function measureFinding(browser: Browser, site: Site): Promise<{ table: Table; observers: number[] }> {
  const pages = [
    { name: 'thirty of each, without the loader', widgets: 0, address: site.page(body(30), []) },
    { name: 'one of each', widgets: 2, address: site.page(body(1), ['loader']) },
    { name: 'thirty of each', widgets: 60, address: site.page(body(30), ['loader']) },
  ];
  const found = pages.map((): Work[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { address, widgets }] of pages.entries()) {
      found[index]?.push(await workOf(browser, address, widgets));
    }
  }
  const middle = (works: readonly Work[], part: keyof Work) => median(works.map((work) => work[part]));
  return {
    observers: found.slice(1).map((works) => Math.max(...works.map(({ observers }) => observers))),
    table: {
      title: 'Thirty links and thirty elements',
      note: `Through the loader, CPU ÷ ${SLOWER}, until all are ready; medians of ${ROUNDS} cold visits. Milliseconds that the main thread worked: the loader’s own (finding, the first request, putting in place), all script with what the widgets draw, and everything with layout and paint. Observers are those for what is added to the page.`,
      head: ['page', 'observers', 'the loader’s own', 'all script', 'everything'],
      rows: pages.map(({ name }, index) => {
        const works = found[index] ?? [];
        return [
          name,
          middle(works, 'observers'),
          ...(['loader', 'script', 'all'] as const).map((part) => ms(middle(works, part))),
        ];
      }),
    },
  };
}

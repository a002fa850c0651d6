/** A feed in XML as large as they come, in Chromium: how soon its first page stands, and what it costs the page meanwhile. */
import type { Browser } from 'puppeteer-core';
import { HTML, openBundledSite, SCRIPT } from '../support/bundled-site.js';
import { interleaved, median, ms, times, type Table } from './figures.js';

const ROUNDS = 5;
export const ITEMS = 1000;

/** RSS as WordPress writes it, about 1 MB; its words say that they are a sample. */
export function bigRss(): string {
  const text =
    'Đoạn văn mẫu của một tin mẫu, dài như tin của một cổng thông tin vẫn dài, có &lt;b&gt;chữ đậm&lt;/b&gt; và có dấu. '.repeat(
      3,
    );
  const items = [...Array(ITEMS).keys()].map((n) => {
    const date = new Date(Date.UTC(2024, 0, 1, 0, 0) - n * 3_600_000).toUTCString().replace('GMT', '+0700');
    return `<item><title>Tin mẫu số ${n}: đẩy mạnh phong trào mẫu &amp; chỉnh trang</title><link>https://mau.example/tin/${n}</link>
<dc:creator><![CDATA[Ban biên tập mẫu]]></dc:creator><pubDate>${date}</pubDate><category><![CDATA[Thi đua]]></category>
<guid isPermaLink="false">https://mau.example/?p=${n}</guid><description><![CDATA[Tóm tắt mẫu của tin số ${n}.]]></description>
<content:encoded>&lt;p&gt;${text}&lt;/p&gt;&lt;p&gt;&lt;img src="/anh/${n}.jpg"&gt;&lt;/p&gt;</content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nguồn mẫu</title><link>https://mau.example/</link>${items.join('\n')}</channel></rss>`;
}

/** What a page does at least with the same text: parse it and list ten headlines. */
const FLOOR = `
const text = await (await fetch('/big.xml')).text();
window.arrived = performance.now();
const items = [...new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('item')].slice(0, 10);
const list = document.createElement('ul');
list.append(...items.map((item) => {
  const entry = document.createElement('li');
  entry.textContent = item.getElementsByTagName('title')[0].textContent;
  return entry;
}));
document.body.append(list);
list.getBoundingClientRect();
window.first = performance.now();
`;

/** The moment the last byte is there, the first headlines, and every task of the page that took long. */
const WATCH = `
window.long = [];
new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) long.push([startTime, duration]); })
  .observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => { for (const { name, responseEnd } of list.getEntries()) if (name.endsWith('/big.xml')) window.arrived = responseEnd; })
  .observe({ type: 'resource', buffered: true });
const look = () => {
  if (document.querySelector('civic-news-list')?.shadowRoot?.querySelector('[part~=title]')) window.first ??= performance.now();
  if (!window.first) requestAnimationFrame(look);
};
requestAnimationFrame(look);
`;

interface Visit {
  readonly first: number;
  readonly longest: number;
}

/** @returns the table, and the longest task of the median visit in milliseconds */
export async function measureXml(browser: Browser): Promise<{ table: Table; longest: number }> {
  const page = (body: string) => `<!doctype html><html lang="vi"><title>Đo</title>${body}`;
  const rss = bigRss();
  const widget =
    '<script type="module" src="/news-list.js"></script><civic-news-list src="/big.xml"></civic-news-list>';
  const site = await openBundledSite({
    '/big.xml': ['application/rss+xml; charset=utf-8', rss],
    '/floor.js': [SCRIPT, FLOOR],
    '/floor': [HTML, page('<script type="module" src="/floor.js"></script>')],
    '/widget': [HTML, page(widget)],
  });
  const visit = async (path: string): Promise<Visit> => {
    const context = await browser.createBrowserContext();
    try {
      const tab = await context.newPage();
      await tab.evaluateOnNewDocument(WATCH);
      await tab.goto(site.origin + path, { waitUntil: 'load', timeout: 60_000 });
      await tab.waitForFunction('window.first && window.arrived', { timeout: 60_000 });
      // A task is told when it is over.
      await tab.evaluate('new Promise((done) => setTimeout(done, 200))');
      return (await tab.evaluate(
        '({ first: first - arrived, longest: Math.max(0, ...long.filter(([at]) => at > arrived - 5).map(([, took]) => took)) })',
      )) as Visit;
    } finally {
      await context.close();
    }
  };
  const longest: { floor: number[]; widget: number[] } = { floor: [], widget: [] };
  const measure = (name: 'floor' | 'widget') => async () => {
    const found = await visit(`/${name}`);
    longest[name].push(found.longest);
    return found.first;
  };
  try {
    const found = await interleaved(ROUNDS, { floor: measure('floor'), widget: measure('widget') });
    const row = (what: string, name: 'floor' | 'widget') => [
      what,
      ms(found[name]),
      times(found[name] / found.floor),
      ms(median(longest[name])),
    ];
    return {
      longest: median(longest.widget),
      table: {
        title: `${ITEMS} items of RSS, ${(Buffer.byteLength(rss) / 1e6).toFixed(1)} MB`,
        note: `From the last byte of the feed until ten headlines stand. The floor parses the text in one go and lists ten titles; it reads no date, cleans no HTML, resolves no address. Medians of ${ROUNDS} cold visits; a task below 50 ms is no long one and counts as 0.`,
        head: ['what', 'first page', 'to the floor', 'longest task'],
        rows: [row('floor', 'floor'), row('<civic-news-list>', 'widget')],
      },
    };
  } finally {
    site.close();
  }
}

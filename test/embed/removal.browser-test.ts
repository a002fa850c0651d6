/** What is left on a page when the last of our elements has gone: nothing but the one that looks for new ones. */
import { expect } from 'chai';
import { banner, campaign, directive, feedOf, FIGURES, news } from '../feed/whole-feed.js';
import { type Held, noteAll } from '../support/left-behind.js';
import { afterwards, feedUrl, frame, serve, uniqueKey, until } from '../support/page.js';

type Page = Window & typeof globalThis & { held(): Held };

const SCRIPTS = {
  'the sources by the loader': `<script type="module" src="/src/embed/loader.ts" data-civic-hosts="${location.origin}"></script>`,
  'the classic script': '<script src="/dist/cdn/civic-widgets.js"></script>',
};

/** A page that notes everything from its first line on; a collector and a place for reports answer in it. */
async function openPage(script: string): Promise<Page> {
  const host = document.createElement('iframe');
  host.width = '780';
  host.height = '560';
  // Counting goes by who reads; this browser would say that it is driven.
  const setUp = `(${noteAll.toString()})();
    for (const [name, value] of [['webdriver', false], ['doNotTrack', null]]) {
      Object.defineProperty(navigator, name, { get: () => value });
    }
    const native = fetch;
    fetch = (input, init = {}) => /collector\\.example/.test(String(input))
      ? Promise.resolve(Response.json({ version: 1, site: 'xa', online: 2, today: 7, total: 82, timeZone: 'Asia/Ho_Chi_Minh' }))
      : init.method === 'POST' ? Promise.resolve(new Response(null, { status: 204 })) : native(input, init);`;
  host.srcdoc = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title>
    <script>${setUp}</script>${script}</head><body><main></main></body></html>`;
  const loaded = new Promise((done) => host.addEventListener('load', done));
  document.body.append(host);
  afterwards(() => host.remove());
  await loaded;
  return host.contentWindow as Page;
}

const now = (held: Held) => ({ listeners: held.listeners, observers: held.observers });

/** Puts content on the page, lets a reader do something with it, takes it away and says what is left. */
async function leftBy(page: Page, content: string, use: (main: HTMLElement) => Promise<void>): Promise<Held> {
  const main = page.document.querySelector('main') as HTMLElement;
  main.innerHTML = content;
  await use(main);
  main.replaceChildren();
  // The last moments of a page, on which what was not told yet is told.
  page.dispatchEvent(new page.Event('pagehide'));
  await frame();
  // A timer that has begun may run out, once.
  await until(() => page.held().timers.length === 0, `no timer, but there are: ${page.held().timers.join()}`);
  return page.held();
}

const state = (main: ParentNode, selector: string, wanted: string) =>
  until(() => main.querySelector(`${selector}[state=${wanted}]`), `${selector} to be ${wanted}`);
const ready = (main: ParentNode, selector: string) => state(main, selector, 'ready');
const inside = <T extends HTMLElement>(widget: Element, selector: string) =>
  until(() => widget.shadowRoot?.querySelector<T>(selector), selector);

/** A feed with all there is, drawn for every widget. */
const whole = () =>
  serve(
    feedOf([news('1'), news('2'), directive('3'), directive('4'), campaign('5'), campaign('6')], {
      statistics: FIGURES,
      banners: ['a', 'b', 'c'].map((id) => ({ ...banner(id), placement: 'trái', maxPerDay: 1000 })),
    }),
  );

for (const [what, script] of Object.entries(SCRIPTS)) {
  describe(`of ${what}`, () => {
    /** What a page holds on which nothing of ours has stood yet. */
    async function empty(): Promise<{ page: Page; before: Held }> {
      const page = await openPage(script);
      await until(() => page.held().listeners.length > 0 && page.held().timers.length === 0, 'the script');
      return { page, before: page.held() };
    }

    it('one observer is left, and who is told of shadow roots', async () => {
      const { before } = await empty();
      expect(before).to.deep.equal({
        listeners: ['HTMLDocument civic-watch'],
        observers: ['MutationObserver'],
        timers: [],
      });
    });

    const cases: Record<string, [content: (feed: string) => string, use: (main: HTMLElement) => Promise<void>]> = {
      'news, by day and as a ticker': [
        (feed) => `<civic-news-list src="${feed}" by-day new-days="3" refresh="60"></civic-news-list>
          <civic-news-list src="${feed}" layout="ticker"></civic-news-list>`,
        async (main) => {
          await ready(main, 'civic-news-list:first-child');
          const ticker = await ready(main, 'civic-news-list:last-child');
          (await inside(ticker, 'button')).click();
          await frame();
        },
      ],
      'a directive with its tools, a menu and a search open': [
        (feed) => `<civic-directive-viewer src="${feed}"></civic-directive-viewer>`,
        async (main) => {
          const widget = await ready(main, 'civic-directive-viewer');
          await (widget as Element & { open(id: string): Promise<unknown> }).open('3');
          (await inside(widget, '[data-tool=search-text], .offered button')).click();
          await inside(widget, 'input[type=search], input');
          (await inside(widget, '.section .anchor')).click();
          await inside(widget, '.section-menu');
        },
      ],
      'a list of directives that is searched': [
        (feed) => `<civic-directive-viewer src="${feed}" view="list"></civic-directive-viewer>`,
        async (main) => {
          const widget = await ready(main, 'civic-directive-viewer');
          const field = await inside<HTMLInputElement>(widget, 'input');
          field.value = 'mẫu';
          field.dispatchEvent(new Event('input', { bubbles: true }));
          await frame();
        },
      ],
      'campaigns with search and filters': [
        (feed) => `<civic-campaign-list src="${feed}" search filter calendar></civic-campaign-list>`,
        async (main) => {
          const widget = await ready(main, 'civic-campaign-list');
          (await inside(widget, '.ask .button')).click();
          await inside(widget, '.filter select');
          (await inside(widget, 'summary')).click();
          await frame();
        },
      ],
      'banners that move and are reported': [
        (feed) =>
          `<civic-banner-rotator src="${feed}" placement="trái" interval="2" report="/v1/notices/seen"></civic-banner-rotator>`,
        async (main) => {
          const seen = new Promise((done) => main.addEventListener('civic-impression', done, { once: true }));
          const widget = await ready(main, 'civic-banner-rotator');
          await seen;
          (await inside(widget, '.play, .pause')).click();
          (widget as Element & { next(): void }).next();
          await frame();
        },
      ],
      'a counter that counts': [
        () =>
          `<civic-access-counter collector="https://${uniqueKey()}.collector.example/" site="xa"></civic-access-counter>`,
        async (main) => {
          await ready(main, 'civic-access-counter');
        },
      ],
      'a feed for several widgets': [
        (feed) => `<civic-feed src="${feed}" refresh="60"><civic-news-list></civic-news-list>
          <civic-access-counter chart></civic-access-counter></civic-feed>`,
        async (main) => {
          await ready(main, 'civic-news-list');
          await ready(main, 'civic-access-counter');
        },
      ],
      'a link that became a widget': [
        (feed) => `<p><a href="/dist/cdn/embed/news-list?src=${encodeURIComponent(feed)}">Tin tức</a></p>`,
        async (main) => {
          await ready(main, 'civic-news-list:not([hidden])');
        },
      ],
      'widgets that wait, that are far away, and that were told no': [
        (feed) => `<civic-news-list class="slow" src="${feedUrl('hang')}"></civic-news-list>
          <civic-news-list class="lost" src="${feedUrl('status/404')}"></civic-news-list>
          <civic-news-list class="again" src="${feedUrl('status/503', { key: uniqueKey() })}"></civic-news-list>
          <civic-news-list class="several" src="${feed} ${feedUrl('hang')}"></civic-news-list>
          <p style="height: 5000px"></p><civic-news-list class="far" loading="lazy" src="${feed}"></civic-news-list>
          <a href="/dist/cdn/embed/news-list?src=${encodeURIComponent(feedUrl('hang'))}">Tin tức</a>`,
        async (main) => {
          await state(main, '.lost', 'error');
          await state(main, '.slow', 'loading');
          await until(() => main.querySelector('civic-news-list[hidden]'), 'the try');
        },
      ],
    };

    for (const [name, [content, use]] of Object.entries(cases)) {
      it(`nothing is left by ${name}`, async () => {
        const { page, before } = await empty();
        const feed = await whole();
        expect(now(await leftBy(page, content(feed), use))).to.deep.equal(now(before));
        // And the same again: what comes with the second of a kind goes with it, too.
        expect(now(await leftBy(page, content(feed), use))).to.deep.equal(now(before));
      });
    }
  });
}

describe('what a page holds on to', () => {
  it('is noted: a listener, an observer and a timer that stay, and none that goes', async () => {
    const page = await openPage('');
    const leave = new page.AbortController();
    const nothing = () => undefined;
    page.addEventListener('resize', nothing);
    page.document.addEventListener('click', nothing, { signal: leave.signal });
    page.document.body.addEventListener('click', nothing, { once: true });
    const media = page.matchMedia('print');
    media.addEventListener('change', nothing);
    const resize = new page.ResizeObserver(nothing);
    resize.observe(page.document.body);
    const timer = page.setInterval(nothing, 1000);
    expect(page.held()).to.deep.equal({
      listeners: ['<body> click', 'HTMLDocument click', 'MediaQueryList change', 'Window resize'],
      observers: ['ResizeObserver'],
      timers: ['setInterval 1000'],
    });
    leave.abort();
    page.removeEventListener('resize', nothing);
    page.document.body.click();
    media.removeEventListener('change', nothing);
    resize.unobserve(page.document.body);
    page.clearInterval(timer);
    expect(page.held()).to.deep.equal({ listeners: [], observers: [], timers: [] });
  });
});

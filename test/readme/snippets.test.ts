import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import { read } from '../../src/feed/read.js';
import { makeConsumer } from '../package/consumer.js';
import { built } from '../support/built.js';
import { openSite, readme, shownIn, snippet, states } from './readme.js';

await built();
const site = await openSite();
after(() => site.close());

describe('the README’s feed', () => {
  it('is read without any problem', () => {
    const { feed, problems, isFeed } = read(JSON.parse(snippet('feed')), 'https://example.org/data/portal.json');
    assert.equal(isFeed, true);
    assert.deepEqual(problems, []);
    assert.equal(feed.items.length, 3);
  });
});

describe('the snippet for one widget', () => {
  it('shows the news, and downloads no other widget', async () => {
    const page = await site.open({ body: snippet('one') });
    assert.deepEqual(await states(page), { 'civic-news-list': 'ready' });
    assert.match(await shownIn(page, 'civic-news-list'), /Tin mới.*Tin mẫu.*01\/03\/2024/);
    assert(site.asked.includes('/civic-widgets/news-list.js'));
    assert.deepEqual(
      site.asked.filter((path) => /banner-rotator|directive-viewer|civic-widgets\.js/.test(path)),
      [],
    );
    await page.close();
  });

  it('has its link and its height before the script, and keeps them where the script never comes', async () => {
    const page = await site.open({ body: snippet('one').replace('news-list.js', 'lost.js') });
    const [link, height] = await page.$eval('civic-news-list', (element) => [
      element.querySelector('a')?.checkVisibility(),
      element.getBoundingClientRect().height,
    ]);
    assert.deepEqual([link, height], [true, 320]);
    await page.close();
  });

  it('moves nothing on the page when the news comes', async () => {
    const watch = `<script>
      addEventListener('DOMContentLoaded', () => {
        window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shift += value; }))
          .observe({ type: 'layout-shift', buffered: true });
      });
    </script>`;
    const page = await site.open({ head: watch, body: `${snippet('one')}<p>Phần sau của trang</p>` });
    await states(page);
    // Two frames: the second begins after what the first one drew has been measured.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
    );
    assert.equal(await page.evaluate('window.shift'), 0);
    await page.close();
  });
});

describe('the snippet for several widgets', () => {
  it('shows all of them out of one request, with one script', async () => {
    const page = await site.open({ body: snippet('several') });
    assert.deepEqual(await states(page), {
      'civic-feed': 'ready',
      'civic-banner-rotator': 'ready',
      'civic-directive-viewer': 'ready',
      'civic-campaign-list': 'ready',
      'civic-access-counter': 'ready',
    });
    assert.equal(site.asked.filter((path) => path === '/data/portal.json').length, 1);
    const [script, ...late] = site.asked.filter((path) => path.startsWith('/civic-widgets/'));
    assert.equal(script, '/civic-widgets/civic-widgets.js');
    // The open document, behind its first words its links and its mark in the outline; and search engines are told of it.
    const isOfDocument =
      /^\/civic-widgets\/late\/(?:document|citations|current|described|(?:cited|crumbs|inert|strings|wording)-.*)\.js$/;
    for (const path of late) assert.match(path, isOfDocument);
    assert.match(await shownIn(page, 'civic-access-counter'), /Đang online 3 Hôm nay 120 Tất cả 125\.000/);
    assert.match(await shownIn(page, 'civic-campaign-list'), /Phong trào mẫu.*Đã kết thúc/);
    await page.waitForFunction(() =>
      document.querySelector('civic-directive-viewer')?.shadowRoot?.textContent.includes('Việc thứ hai.'),
    );
    await page.close();
  });

  for (const times of [1, 2]) {
    it(`works under the policy that the README names, the script loaded ${times === 1 ? 'once' : 'twice'}`, async () => {
      const policy = /^ *`(script-src [^`]+)`$/m.exec(readme)?.[1];
      assert(policy);
      const [script = ''] = snippet('several').split('\n');
      const page = await site.open({
        body: script.repeat(times - 1) + snippet('several'),
        policy: `default-src 'none'; ${policy}`,
      });
      const refused: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) refused.push(message.text());
      });
      page.on('pageerror', (error) => refused.push(String(error)));
      // Once more, now that someone listens.
      await page.reload({ waitUntil: 'load' });
      assert.deepEqual(new Set(Object.values(await states(page))), new Set(['ready']));
      assert.equal(await page.$$eval('script[src]', ({ length }) => length), times);
      assert.deepEqual(refused, []);
      await page.close();
    });
  }

  it('leaves a link in every place where the script never comes', async () => {
    const page = await site.open({ body: snippet('several').replace('civic-widgets.js', 'lost.js') });
    const links = await page.$$eval('civic-feed a', (found) => found.map((link) => link.checkVisibility()));
    assert.deepEqual(links, [true, true, true]);
    await page.close();
  });
});

describe('the snippet for bundlers', () => {
  const consumer = makeConsumer();
  after(async () => (await consumer).remove());

  async function works(bundled: string): Promise<void> {
    site.add('/bundle.js', 'text/javascript', bundled);
    const page = await site.open({ body: '<script type="module" src="/bundle.js"></script>' });
    assert.deepEqual(await states(page), { 'civic-news-list': 'ready' });
    assert.match(await shownIn(page, 'civic-news-list'), /Tin mẫu/);
    const defined = await page.evaluate(() =>
      ['civic-feed', 'civic-news-list', 'civic-banner-rotator'].map((tag) => customElements.get(tag) !== undefined),
    );
    assert.deepEqual(defined, [true, true, false]);
    await page.close();
  }

  it('runs, bundled by Rolldown', async () => {
    const bundle = await rolldown({
      input: (await consumer).write('page.ts', snippet('bundler')),
      platform: 'browser',
    });
    const { output } = await bundle.generate({ format: 'es', codeSplitting: false });
    await bundle.close();
    await works(output[0].code);
  });

  it('runs, bundled by Vite', async () => {
    const { folder, write } = await consumer;
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2021',
        lib: { entry: write('page.ts', snippet('bundler')), formats: ['es'], fileName: 'page' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    });
    const [bundle] = Array.isArray(result) ? result : [];
    assert(bundle);
    await works(bundle.output[0].code);
  });
});

describe('the snippet for theming', () => {
  /** Colour, font, size and style of three parts of the news list. */
  const look = (page: Page) =>
    page.$eval('civic-news-list', (widget) => {
      const [heading, base, date] = ['heading', 'base', 'date'].map((part) =>
        getComputedStyle(widget.shadowRoot?.querySelector(`[part="${part}"]`) as Element),
      );
      return {
        heading: heading?.color,
        font: base?.fontFamily,
        size: base?.fontSize,
        date: date?.fontStyle,
      };
    });

  it('changes colours, font and a part', async () => {
    const plain = await site.open({ body: snippet('one') });
    await states(plain);
    const before = await look(plain);
    await plain.close();
    const page = await site.open({ head: `<style>${snippet('theme')}</style>`, body: snippet('one') });
    await states(page);
    const themed = await look(page);
    await page.close();
    assert.notEqual(before.heading, themed.heading);
    assert.notEqual(before.size, themed.size);
    assert.deepEqual(themed, {
      heading: 'rgb(11, 83, 148)',
      font: 'Arial, sans-serif',
      size: '15px',
      date: 'italic',
    });
  });

  it('is ten lines', () => {
    assert.equal(snippet('theme').trim().split('\n').length, 10);
  });
});

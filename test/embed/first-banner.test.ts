/** The first picture of a rotator is asked for while the rotator itself is under way, by its script and by the loader. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { firstOf } from '../../src/embed/first-banner.js';
import { launchChromium } from '../demo/portal.js';
import { type BundledSite, HTML, openBundledSite, type SiteFile } from '../support/bundled-site.js';

const BASE = 'https://quan.example/du-lieu/bieu-ngu.json';
const banner = (id: string, rest: object = {}) => ({ id, image: `/${id}.png`, alt: 'Mẫu', ...rest });
const draw = (banners: readonly object[], order: string | null = null, placement: string | null = null) =>
  firstOf(banners as Parameters<typeof firstOf>[0], order, placement, BASE);

describe('who is first', () => {
  it('comes as often as the weights say, evenly at random, or in the order of the feed', () => {
    const banners = [banner('a', { weight: 5 }), banner('b'), banner('c', { weight: 1 })];
    const DRAWS = 20_000;
    for (const [order, shares] of [
      [null, [5 / 7, 1 / 7, 1 / 7]],
      ['weighted', [5 / 7, 1 / 7, 1 / 7]],
      ['random', [1 / 3, 1 / 3, 1 / 3]],
    ] as const) {
      const counts = new Map<string, number>();
      for (let at = 0; at < DRAWS; at++) {
        const url = draw(banners, order);
        counts.set(url, (counts.get(url) ?? 0) + 1);
      }
      const chi = banners.reduce((sum, { image }, at) => {
        const expected = (shares[at] ?? 0) * DRAWS;
        return sum + ((counts.get(`https://quan.example${image}`) ?? 0) - expected) ** 2 / expected;
      }, 0);
      // Two degrees of freedom, one false alarm in a million.
      assert.ok(chi < 27.6, `${order ?? 'none'}: ${chi}`);
    }
    assert.equal(draw(banners, 'sequential'), 'https://quan.example/a.png');
  });

  it('is of the placement that is asked for, never without weight, and its address is read from the feed’s', () => {
    const banners = [banner('a', { placement: 'top' }), banner('b', { placement: 'side', weight: 0 }), banner('c')];
    assert.equal(draw(banners, null, 'top'), 'https://quan.example/a.png');
    assert.equal(draw(banners, null, 'side'), '');
    assert.equal(draw([{ id: 'a', image: 'a.png' }]), 'https://quan.example/du-lieu/a.png');
  });

  it('is not plain where a rule, a date or another picture may decide, and nobody where an address is none', () => {
    for (const rest of [
      { hours: '07:00-11:00' },
      { weekdays: ['mon'] },
      { maxPerDay: 2 },
      { start: '2024-01-01' },
      { end: '2030-01-01' },
      { advertiser: 'mau' },
      { fallback: true },
      { sources: [{ src: '/a.avif' }] },
      { video: '/a.mp4' },
      { image: 'javascript:alert(1)' },
      { image: undefined },
      { weight: -1 },
      { weight: '50' },
      { weight: Infinity },
      { weight: NaN },
      { image: 'data:image/png;base64,AAAA' },
    ]) {
      assert.equal(draw([banner('a', rest)]), '', JSON.stringify(rest));
      assert.equal(draw([banner('b'), banner('a', rest)], 'sequential'), '', JSON.stringify(rest));
    }
    assert.throws(() => draw([banner('a', { image: 'https://' })]), TypeError);
  });
});

const PIXEL: SiteFile = ['image/gif', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64')];
const NAMES = ['a', 'b', 'c'] as const;
const feedOf = (banners: readonly object[], items: readonly object[] = []): SiteFile => [
  'application/feed+json',
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Nguồn mẫu',
    _civic: { v: 1, banners },
    items,
  }),
];
const plain = NAMES.map((id) => banner(id, { image: `/anh/${id}.gif`, width: 30, height: 20 }));
const page = (body: string, head = ''): SiteFile => [
  HTML,
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title><link rel="icon" href="data:,">${head}
<script type="module" src="/banner-rotator.js"></script></head><body>${body}</body></html>`,
];
const rotator = (rest = '', inside = '') =>
  `<civic-banner-rotator src="/nguon.json" ${rest}>${inside}</civic-banner-rotator>`;

/** Pages on which nothing is to be asked for ahead, and why. */
const LEFT: Readonly<Record<string, string>> = {
  'a banner of the page’s own': rotator('', '<a href="/x"><img src="/anh/a.gif" alt="Mẫu"></a>'),
  'several at once': rotator('visible="2"'),
  'a grid': rotator('layout="grid"'),
  'a rotator that waits until it is near': `<p style="height: 9000px"></p>${rotator('loading="lazy"')}`,
  'a feed with rules': '<civic-banner-rotator src="/quy-tac.json"></civic-banner-rotator>',
  'what is no feed': '<civic-banner-rotator src="/hong.json"></civic-banner-rotator>',
};

describe('a page with rotators', () => {
  let site: BundledSite;
  let browser: Browser;

  before(async () => {
    site = await openBundledSite({
      '/': page(rotator()),
      '/hai': page(rotator() + rotator()),
      '/truoc': page(rotator(), '<link rel="preload" as="fetch" crossorigin href="/nguon.json">'),
      '/tin': page('<civic-banner-rotator src="/tin.json"></civic-banner-rotator>'),
      '/khong': page('<civic-banner-rotator src="/khong-tra-loi.json"></civic-banner-rotator>'),
      ...Object.fromEntries(Object.values(LEFT).map((body, at) => [`/thoi-${at}`, page(body)])),
      '/nguon.json': feedOf(plain),
      '/tin.json': feedOf(plain, [{ id: 'tin', title: 'Tin mẫu' }]),
      '/quy-tac.json': feedOf([...plain, banner('d', { image: '/anh/a.gif', hours: '00:00-24:00' })]),
      '/hong.json': ['application/json', '{"_civic"'],
      ...Object.fromEntries(NAMES.map((name) => [`/anh/${name}.gif`, PIXEL])),
    });
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  /**
   * Opens a page on which what defines the rotator is not answered before `release`, nor a feed that never answers.
   */
  async function open(path: string) {
    const tab: Page = await (await browser.createBrowserContext()).newPage();
    const asked: string[] = [];
    const warnings: string[] = [];
    const held: HTTPRequest[] = [];
    let holds = true;
    await tab.evaluateOnNewDocument(`window.credentials = [];
      const native = fetch;
      window.fetch = (url, init) => { credentials.push(new Request(url, init).credentials); return native(url, init); };`);
    tab.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const { pathname } = new URL(request.url());
      asked.push(pathname);
      if (holds && pathname.startsWith('/chunks/civic-banner-rotator-')) held.push(request);
      else if (pathname !== '/khong-tra-loi.json') void request.continue();
    });
    await tab.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
    const until = async (check: () => boolean, what: string) => {
      for (let tries = 0; tries < 500 && !check(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok(check(), `${what}: ${String(asked)}`);
    };
    return {
      tab,
      until,
      asked,
      warnings,
      pictures: () => asked.filter((one) => one.startsWith('/anh/')),
      release() {
        holds = false;
        for (const request of held.splice(0)) void request.continue();
      },
    };
  }

  const shownOf = (tab: Page) =>
    tab.$$eval('civic-banner-rotator', (rotators) =>
      rotators.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLImageElement>('.set:not(.leave) img')?.src),
    );
  const ready = (tab: Page) =>
    tab.waitForFunction(
      () =>
        [...document.querySelectorAll('civic-banner-rotator')].every(
          ({ shadowRoot }) => shadowRoot?.querySelector('img')?.complete,
        ),
      { timeout: 20_000 },
    );

  it('asks for the first picture before the rotator is there, and shows that one without asking again', async () => {
    const { tab, until, pictures, release, asked } = await open('/');
    await until(() => pictures().length === 1, 'no picture is asked for');
    const [first = ''] = pictures();
    assert.ok(!(await tab.evaluate(() => customElements.get('civic-banner-rotator'))));
    release();
    await ready(tab);
    assert.deepEqual(await shownOf(tab), [site.origin + first]);
    assert.equal(pictures().filter((one) => one === first).length, 1);
    assert.equal(asked.filter((one) => one === '/nguon.json').length, 1);
  });

  it('begins two rotators of one feed with two banners', async () => {
    const { tab, until, pictures, release } = await open('/hai');
    await until(() => new Set(pictures()).size === 2, 'no two pictures are asked for');
    const both = pictures().map((path) => site.origin + path);
    release();
    await ready(tab);
    assert.deepEqual((await shownOf(tab)).sort(), both.sort());
  });

  it('takes the answer that a line of the page’s head has asked for, and asks without credentials otherwise', async () => {
    const credentials = async (path: string) => {
      const { tab, until, asked, warnings, pictures, release } = await open(path);
      await until(() => pictures().length === 1, 'no picture is asked for');
      release();
      await ready(tab);
      assert.deepEqual(warnings, []);
      assert.equal(asked.filter((one) => one === '/nguon.json').length, 1, String(asked));
      return tab.evaluate(() => (window as unknown as { credentials: string[] }).credentials);
    };
    assert.deepEqual(await credentials('/truoc'), ['same-origin']);
    assert.deepEqual(await credentials('/'), ['omit']);
  });

  it('asks for what reads items as soon as the feed has some, and not before', async () => {
    const { until, asked, pictures } = await open('/tin');
    const reads = () => asked.some((one) => /^\/chunks\/read-[\w-]{7}\.js$/.test(one));
    await until(reads, 'what reads items is not asked for');
    const other = await open('/');
    await other.until(() => other.pictures().length === 1, 'no picture is asked for');
    assert.ok(!other.asked.some((one) => one.startsWith('/chunks/read-')), String(other.asked));
    assert.ok(pictures().length <= 1);
  });

  it('does not wait for a feed that never answers', async () => {
    const { tab, release } = await open('/khong');
    release();
    await tab.waitForFunction(() => customElements.get('civic-banner-rotator'), { timeout: 20_000 });
  });

  for (const [at, what] of Object.keys(LEFT).entries()) {
    it(`asks for nothing ahead where there is ${what}`, async () => {
      const { tab, until, asked, pictures, release } = await open(`/thoi-${at}`);
      // What defines the rotator is asked for when the look into the feed is over.
      await until(() => asked.some((one) => one.startsWith('/chunks/civic-banner-rotator-')), 'the rotator');
      const own = await tab.$$eval('img', (images) => images.map(({ src }) => new URL(src).pathname));
      assert.deepEqual(pictures(), own);
      release();
      await tab.waitForFunction(() => customElements.get('civic-banner-rotator'), { timeout: 20_000 });
    });
  }
});

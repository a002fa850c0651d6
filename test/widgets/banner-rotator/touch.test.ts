/** A real finger on the built file, as Chromium emulates it on a phone: taps, swipes, and what comes after them. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../../demo/portal.js';
import { type BundledSite, HTML, openBundledSite, type SiteFile } from '../../support/bundled-site.js';

const NUMBERS = [1, 2, 3, 4, 5];
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [],
  _civic: {
    v: 1,
    banners: NUMBERS.map((at) => ({
      id: `mau-${at}`,
      image: `/media/${at}.svg`,
      alt: `Mẫu ${at}`,
      href: `#mau-${at}`,
      width: 728,
      height: 90,
    })),
  },
};
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="728" height="90"><rect width="728" height="90"/></svg>';
const page = (
  attributes: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><style>body { margin: 0 } main { height: 300vh }</style>
<script type="module" src="/banner-rotator.js"></script>
<main><civic-banner-rotator src="/feed.json" order="sequential" ${attributes}></civic-banner-rotator></main>`;

describe('a finger on a low banner of a phone', () => {
  let browser: Browser;
  let site: BundledSite;
  let tab: Page;

  before(async () => {
    const pictures = NUMBERS.map((at): [string, SiteFile] => [`/media/${at}.svg`, ['image/svg+xml', PICTURE]]);
    site = await openBundledSite({
      '/': [HTML, page('interval="900"')],
      '/quick': [HTML, page('interval="0.3" transition="none"')],
      '/feed.json': ['application/feed+json', JSON.stringify(FEED)],
      ...Object.fromEntries(pictures),
    });
    browser = await launchChromium();
  });

  beforeEach(async () => {
    tab = await browser.newPage();
    await tab.setViewport({ width: 320, height: 640, isMobile: true, hasTouch: true });
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  const inside = (selector: string) =>
    `document.querySelector('civic-banner-rotator').shadowRoot.querySelector('${selector}')`;
  const open = async (path: string) => {
    await tab.goto(site.origin + path);
    await tab.waitForFunction(`document.querySelector('civic-banner-rotator')?.shadowRoot?.querySelector('.next')`);
    // Who was followed, in their order; the page itself stays where it is.
    await tab.evaluate(`window.followed = [];
      document.addEventListener('civic-click', ({ bannerId }) => window.followed.push(bannerId));
      window.links = [];
      document.addEventListener('click', (event) => {
        window.links.push(...event.composedPath().filter((node) => node.localName === 'a').map(({ hash }) => hash));
        event.preventDefault();
      });`);
  };
  const middle = (selector: string) =>
    tab.evaluate(
      `(({ left, top, width, height }) => [left + width / 2, top + height / 2])(${inside(selector)}.getBoundingClientRect())`,
    ) as Promise<[number, number]>;
  const followed = () => tab.evaluate('window.followed') as Promise<string[]>;
  const onShow = () => tab.evaluate(`${inside('.set:not(.leave) .link')}.hash`) as Promise<string>;
  const untilOnShow = (hash: string) => tab.waitForFunction(`${inside('.set:not(.leave) .link')}?.hash === '${hash}'`);

  it('follows the link where buttons lie that are not seen', async () => {
    await open('/');
    for (const selector of ['.next', '.previous', '.dot']) {
      await tab.touchscreen.tap(...(await middle(selector)));
      await tab.waitForFunction('window.links.length > 0');
      assert.deepEqual(await tab.evaluate('window.links.splice(0)'), ['#mau-1'], selector);
    }
    assert.equal((await followed())[0], 'mau-1');
  });

  it('steps by the buttons when it has stopped the rotation', async () => {
    await open('/');
    await tab.touchscreen.tap(...(await middle('.pause')));
    await tab.waitForFunction(inside('.play'));
    await tab.touchscreen.tap(...(await middle('.next')));
    await untilOnShow('#mau-2');
    assert.deepEqual(await followed(), []);
  });

  it('steps by a swipe, after which the link is followed as ever', async () => {
    await open('/');
    const { touchscreen } = tab;
    await touchscreen.touchStart(200, 20);
    for (const x of [180, 150, 120, 90]) await touchscreen.touchMove(x, 21);
    await touchscreen.touchEnd();
    await untilOnShow('#mau-2');
    await new Promise((done) => setTimeout(done, 500));
    assert.deepEqual(await followed(), []);
    await tab.evaluate(`${inside('.set:not(.leave) .link')}.focus()`);
    await tab.keyboard.press('Enter');
    assert.deepEqual(await followed(), ['mau-2']);
  });

  it('keeps a banner for as long as it lies there, and lets it go on afterwards', async () => {
    await open('/quick');
    const { touchscreen } = tab;
    await touchscreen.touchStart(200, 20);
    await tab.waitForFunction(`${inside('.view')}.getAttribute('aria-live') === 'polite'`);
    const held = await onShow();
    // Four turns would have been taken.
    await new Promise((done) => setTimeout(done, 1200));
    assert.equal(await onShow(), held);
    // Neither a tap, which would give the link the focus, nor a swipe.
    for (const x of [210, 220, 230]) await touchscreen.touchMove(x, 20);
    await touchscreen.touchEnd();
    await tab.waitForFunction(`${inside('.set:not(.leave) .link')}.hash !== '${held}'`);
  });

  it('scrolls the page on over a banner, which goes on then', async () => {
    await open('/quick');
    const { touchscreen } = tab;
    await touchscreen.touchStart(200, 40);
    for (const y of [36, 28, 16, 4]) await touchscreen.touchMove(200, y);
    await tab.waitForFunction('scrollY > 0');
    await tab.waitForFunction(`${inside('.view')}.getAttribute('aria-live') === 'off'`);
    await touchscreen.touchEnd();
  });
});

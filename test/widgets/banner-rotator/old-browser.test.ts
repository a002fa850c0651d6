/** The built file without `adoptedStyleSheets`, as in Firefox before 101 and Safari before 16.4: Lit adds style elements there. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../../demo/portal.js';
import { type BundledSite, HTML, openBundledSite } from '../../support/bundled-site.js';

const picture = (at: number) => ({ id: `mau-${at}`, image: `/media/${at}.svg`, alt: `Mẫu ${at}`, href: `/mau/${at}` });
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [],
  _civic: {
    v: 1,
    banners: [
      { ...picture(1), placement: 'pictures', video: '/media/1.mp4' },
      { ...picture(2), placement: 'pictures' },
      { id: 'loi', text: 'Thông báo mẫu\nDòng thứ hai', href: '/loi', placement: 'words' },
      { id: 'loi-2', text: 'Thông báo mẫu khác', placement: 'words' },
    ],
  },
};
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>';
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">
<script type="module" src="/banner-rotator.js"></script>
<civic-banner-rotator id="pictures" src="/feed.json" placement="pictures" order="sequential" interval="900"></civic-banner-rotator>
<civic-banner-rotator id="words" src="/feed.json" placement="words" order="sequential" interval="900"></civic-banner-rotator>`;

/** Runs in the page, before its own scripts. */
const OLD = `
delete Document.prototype.adoptedStyleSheets;
delete ShadowRoot.prototype.adoptedStyleSheets;
delete CSSStyleSheet.prototype.replace;
delete CSSStyleSheet.prototype.replaceSync;
window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };`;

describe('a rotator in a browser without adoptedStyleSheets', () => {
  let browser: Browser;
  let site: BundledSite;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    site = await openBundledSite({
      '/': [HTML, PAGE],
      '/feed.json': ['application/feed+json', JSON.stringify(FEED)],
      '/media/1.svg': ['image/svg+xml', PICTURE],
      '/media/2.svg': ['image/svg+xml', PICTURE],
    });
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    // The film is under way for as long as it is looked at.
    await page.setRequestInterception(true);
    page.on('request', (request) => void (request.url().endsWith('.mp4') || request.continue()));
    await page.evaluateOnNewDocument(OLD);
    await page.goto(site.origin);
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  /** A value of a property of what a selector finds in a rotator. */
  const look = (id: string, selector: string, property: string) =>
    page.evaluate(
      `getComputedStyle(document.getElementById('${id}').shadowRoot.querySelector('${selector}'))['${property}']`,
    );
  const until = (id: string, selector: string) =>
    page.waitForFunction(`document.getElementById('${id}').shadowRoot?.querySelector('${selector}')`);

  it('has none', async () => {
    assert.equal(
      await page.evaluate(`'adoptedStyleSheets' in document.createElement('p').attachShadow({ mode: 'open' })`),
      false,
    );
  });

  it('has the buttons that stop it and step, over the banner, and steps by them', async () => {
    await until('pictures', '.pause');
    assert.equal(await look('pictures', '.controls', 'position'), 'absolute');
    assert.equal(await look('pictures', '.dot', 'width'), '24px');
    await page.evaluate(`document.getElementById('pictures').shadowRoot.querySelector('.next').click()`);
    await until('pictures', '.set:not(.leave) [href$="/mau/2"]');
    assert.equal(await look('pictures', '.view', 'overflow'), 'hidden');
  });

  it('lays a video over its picture', async () => {
    await page.evaluate(`document.getElementById('pictures').previous()`);
    await until('pictures', '.video');
    assert.equal(await look('pictures', '.video', 'position'), 'absolute');
  });

  it('draws banners of words, with their buttons', async () => {
    await until('words', '.words strong');
    await until('words', '.pause');
    assert.equal(await look('words', '.words', 'display'), 'inline-grid');
    assert.equal(await look('words', '.controls', 'position'), 'absolute');
  });

  it('is given each style once, and complains of nothing', async () => {
    await page.evaluate(`document.getElementById('words').next()`);
    await until('words', '.set:not(.leave) div.link .words');
    const styles = (await page.evaluate(
      `[...document.getElementById('words').shadowRoot.querySelectorAll('style')].map((style) => style.textContent)`,
    )) as string[];
    assert.ok(styles.length > 4);
    assert.equal(new Set(styles).size, styles.length);
    assert.deepEqual(complaints, []);
  });
});

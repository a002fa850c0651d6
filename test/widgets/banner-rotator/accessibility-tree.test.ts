/** What a screen reader is told of a rotator: the tree that Chromium makes of the built file, in the midst of a transition. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, SerializedAXNode } from 'puppeteer-core';
import { launchChromium } from '../../demo/portal.js';
import { type BundledSite, HTML, openBundledSite } from '../../support/bundled-site.js';

const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [],
  _civic: {
    v: 1,
    banners: [1, 2, 3].map((at) => ({
      id: `mau-${at}`,
      image: `/media/${at}.svg`,
      alt: `Biểu ngữ mẫu ${at}`,
      href: `/mau/${at}`,
      width: 300,
      height: 150,
    })),
  },
};
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>';
const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title><link rel="icon" href="data:,">
<script type="module" src="/banner-rotator.js"></script>
<civic-banner-rotator src="/feed.json" order="sequential" interval="900"></civic-banner-rotator>`;

/** Role, what it is called instead, and name. */
type Told = [role: string, description: string, name: string];

const ROLES = ['region', 'group', 'button', 'link', 'image', 'img'];

/** Chromium hands this one over byte by byte: text beyond Latin letters is put together again. */
const whole = (text: string) => (/^[^\u0100-\uffff]*$/u.test(text) ? Buffer.from(text, 'latin1').toString() : text);

function told(node: SerializedAXNode | null): Told[] {
  if (!node) return [];
  const { role, roledescription = '', name = '', children = [] } = node;
  const own: Told[] = ROLES.includes(role) ? [[role.replace(/^img$/, 'image'), whole(roledescription), name]] : [];
  return [...own, ...children.flatMap(told)];
}

describe('the accessibility tree of a rotator', () => {
  let browser: Browser;
  let site: BundledSite;
  let page: Page;

  before(async () => {
    const picture = ['image/svg+xml', PICTURE] as const;
    site = await openBundledSite({
      '/': [HTML, PAGE],
      '/feed.json': ['application/feed+json', JSON.stringify(FEED)],
      '/media/1.svg': picture,
      '/media/2.svg': picture,
      '/media/3.svg': picture,
    });
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(site.origin);
    await page.waitForFunction(`document.querySelector('civic-banner-rotator').shadowRoot?.querySelector('.dot')`);
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  const buttons: Told[] = [
    ['button', '', 'Biểu ngữ trước'],
    ['group', '', 'Chọn biểu ngữ'],
    ['button', '', 'Đến biểu ngữ 1 trên 3'],
    ['button', '', 'Đến biểu ngữ 2 trên 3'],
    ['button', '', 'Đến biểu ngữ 3 trên 3'],
    ['button', '', 'Biểu ngữ sau'],
  ];
  const tree = (at: number, toggle: string): Told[] => [
    ['region', 'băng chuyền', 'Biểu ngữ'],
    ['button', '', toggle],
    ...buttons,
    ['group', 'biểu ngữ', `${at} trên 3: Biểu ngữ mẫu ${at}`],
    ['link', '', `Biểu ngữ mẫu ${at}`],
    ['image', '', `Biểu ngữ mẫu ${at}`],
  ];

  it('has the region, the button that stops it, the other buttons and the banner on show, in that order', async () => {
    assert.deepEqual(
      told(await page.accessibility.snapshot({ interestingOnly: false })),
      tree(1, 'Dừng tự động chuyển biểu ngữ'),
    );
  });

  it('has who comes and not who leaves while both are seen, and so has the order of tabs', async () => {
    const session = await page.createCDPSession();
    await session.send('Animation.enable');
    // The transition goes on for as long as it is looked at.
    await session.send('Animation.setPlaybackRate', { playbackRate: 0.001 });
    await page.evaluate(`document.querySelector('civic-banner-rotator').pause()`);
    await page.evaluate(`document.querySelector('civic-banner-rotator').next()`);
    await page.waitForFunction(`document.querySelector('civic-banner-rotator').shadowRoot.querySelector('.leave')`);
    await page.waitForFunction(`document.querySelector('civic-banner-rotator').shadowRoot.querySelector('.play')`);
    assert.deepEqual(
      told(await page.accessibility.snapshot({ interestingOnly: false })),
      tree(2, 'Tự động chuyển biểu ngữ'),
    );
    const stops: string[] = [];
    for (let stop = 0; stop < 5; stop++) {
      await page.keyboard.press('Tab');
      stops.push(
        (await page.evaluate(`(({ ariaLabel, pathname }) => ariaLabel ?? pathname)(
          document.querySelector('civic-banner-rotator').shadowRoot.activeElement ?? {})`)) as string,
      );
    }
    assert.deepEqual(stops, [
      'Tự động chuyển biểu ngữ',
      'Biểu ngữ trước',
      'Đến biểu ngữ 2 trên 3',
      'Biểu ngữ sau',
      '/mau/2',
    ]);
    assert.equal(
      await page.evaluate(
        `document.querySelector('civic-banner-rotator').shadowRoot.querySelectorAll('.leave .link').length`,
      ),
      1,
    );
  });
});

/** With a finger: nothing hides behind a pointer that hovers. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allReady } from './in-page.js';
import { openPortal, type Portal } from './portal.js';

let portal: Portal;
before(async () => {
  portal = await openPortal();
});
after(() => portal.close());

describe('a directive on a phone', () => {
  it('gives a link and a citation of a section to a finger', async () => {
    const visit = await portal.visit({ width: 360 });
    const { page } = visit;
    const origin = new URL(page.url()).origin;
    for (const name of ['clipboard-read', 'clipboard-write'])
      await page.browserContext().setPermission(origin, { permission: { name }, state: 'granted' });
    await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    await page.reload();
    await visit.until(allReady, 'every widget to be ready');
    assert.ok(await page.evaluate(() => matchMedia('(hover: none) and (pointer: coarse)').matches));

    const sign = await page.waitForSelector('civic-directive-viewer >>> #khoan-2 .anchor', { visible: true });
    await sign?.tap();
    await page.waitForSelector('civic-directive-viewer >>> .section-menu button', { visible: true });
    const buttons = await page.$$('civic-directive-viewer >>> .section-menu button');
    const copied: string[] = [];
    for (const button of buttons) {
      const box = await button.boundingBox();
      assert.ok(box && box.height >= 24 && box.width >= 24 && box.x >= 0 && box.x + box.width <= 360);
      await button.tap();
      // `visible` asks at every frame; without it puppeteer waits for changes of the page, and sees none in a shadow root.
      await page.waitForSelector('civic-directive-viewer >>> .section-menu [role=status]:not(:empty)', {
        visible: true,
      });
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    assert.match(copied[0] ?? '', /#civic:1\?.*at=khoan-2$/);
    assert.match(copied[1] ?? '', /^Khoản 2 /);
    await visit.close();
  });
});

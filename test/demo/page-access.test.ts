/** Everyone gets at the demo: by keyboard alone, and without a fault that axe could name. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faults } from './faults.js';
import { allFailed, allReady, beginWalk, type Stop } from './in-page.js';
import { FEED, openPortal, type Portal } from './portal.js';

/** More stops than the page has: a walk that gets this far goes round in circles. */
const TOO_FAR = 250;

let portal: Portal;
before(async () => {
  portal = await openPortal();
});
after(() => portal.close());

describe('axe on the whole portal page', () => {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`finds nothing at ${width} px in ${colorScheme} colours`, async () => {
        const visit = await portal.visit({ width, colorScheme });
        await visit.until(allReady, 'every widget to be ready');
        assert.deepEqual(await faults(visit), []);
        await visit.close();
      });
    }
  }

  it('finds nothing when the data does not come', async () => {
    const visit = await portal.visit({
      async answer(request) {
        if (!request.url().endsWith(FEED)) return false;
        await request.respond({ status: 404, contentType: 'text/plain', body: 'not here' });
        return true;
      },
    });
    await visit.until(allFailed, 'every widget to fail');
    assert.deepEqual(await faults(visit), []);
    await visit.close();
  });
});

describe('the keyboard on the portal page', () => {
  for (const width of [320, 1280]) {
    it(`reaches everything, and shows where it is, at ${width} px`, async () => {
      // Without motion nothing scrolls on while one looks.
      const visit = await portal.visit({ width, reducedMotion: true });
      await visit.until(allReady, 'every widget to be ready');
      await visit.page.evaluate(beginWalk);
      const stops: Stop[] = [];
      while (stops.length < TOO_FAR) {
        await visit.page.keyboard.press('Tab');
        const stop = await visit.page.evaluate(() => window.walk.stop());
        if (!stop || stop.known) break;
        stops.push(stop);
      }
      assert.match(stops[0]?.name ?? '', /Đến nội dung chính/);
      assert.ok(stops.length < TOO_FAR);
      assert.deepEqual(await visit.page.evaluate(() => window.walk.missed()), []);
      assert.deepEqual(
        stops.filter(({ ring }) => !ring),
        [],
        'focus that cannot be told',
      );
      assert.deepEqual(
        stops.filter(({ seen }) => !seen),
        [],
        'focus that cannot be seen',
      );
      await visit.close();
    });
  }

  it('skips to the directive from the first stop', async () => {
    const visit = await portal.visit({ reducedMotion: true });
    await visit.until(allReady, 'every widget to be ready');
    await visit.page.keyboard.press('Tab');
    await visit.page.keyboard.press('Enter');
    assert.equal(await visit.page.evaluate(() => document.activeElement?.id), 'noi-dung');
    await visit.page.keyboard.press('Tab');
    assert.equal(await visit.page.evaluate(() => document.activeElement?.localName), 'civic-directive-viewer');
    await visit.close();
  });

  it('switches to dark colours, which last until the next visit to the page', async () => {
    const visit = await portal.visit();
    await visit.until(allReady, 'every widget to be ready');
    const ground = () => visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await visit.page.click('.theme label:nth-of-type(2)');
    const dark = await ground();
    assert.notEqual(dark, light);
    await visit.page.reload();
    assert.equal(await ground(), dark);
    await visit.close();
  });
});

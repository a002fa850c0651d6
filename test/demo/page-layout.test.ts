/** Nothing on the demo moves by itself, and nothing runs off its side, on any width, on a fast and on a slow line. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { allReady, readThrough } from './in-page.js';
import { openPortal, SIZES, type Portal } from './portal.js';

/** 0.00 as it is usually written, to one more digit. */
const NOTHING = 0.001;

let portal: Portal;
before(async () => {
  portal = await openPortal();
});
after(() => portal.close());

describe('the layout of the portal page', () => {
  for (const { width, height } of SIZES) {
    for (const slow of [false, true]) {
      it(`stands still at ${width} px on a ${slow ? 'slow phone' : 'fast line'}, also while one reads`, async () => {
        const visit = await portal.visit({ width, height, slow });
        await visit.until(allReady, 'every widget to be ready', 60_000);
        await visit.page.evaluate(readThrough);
        const { shifts } = await visit.records();
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        assert.ok(sum < NOTHING, `${sum}: ${JSON.stringify(shifts, undefined, 1)}`);
        const { scrollWidth, clientWidth } = await visit.page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        assert.equal(scrollWidth, clientWidth, 'no scrolling sideways');
        assert.equal(clientWidth, width);
        await visit.close();
      });
    }
  }

  it('would be caught if it moved', async () => {
    const visit = await portal.visit();
    await visit.until(allReady, 'every widget to be ready');
    await visit.page.evaluate(() => {
      const block = document.createElement('div');
      block.textContent = 'a line that comes late';
      document.body.prepend(block);
    });
    await visit.until(() => window.records.shifts.length > 0, 'a layout shift');
    await visit.close();
  });
});

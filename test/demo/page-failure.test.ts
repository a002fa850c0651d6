/** The demo on a bad day: no data comes, and the page is still a page. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HTTPRequest } from 'puppeteer-core';
import { allFailed, allReady } from './in-page.js';
import { FEED, openPortal, type Portal, type Visit, type VisitOptions } from './portal.js';

let portal: Portal;
before(async () => {
  portal = await openPortal();
});
after(() => portal.close());

/** Answers for the feed only. */
function forFeed(answer: (request: HTTPRequest) => Promise<void>): Required<Pick<VisitOptions, 'answer'>> {
  return {
    async answer(request) {
      if (!request.url().endsWith(FEED)) return false;
      await answer(request);
      return true;
    },
  };
}

/** What each widget says, and how much of its own content the page still shows between the tags. */
function whatIsLeft(visit: Visit) {
  return visit.page.evaluate(() =>
    [...document.querySelectorAll('civic-feed *')]
      .filter((node) => node.localName.startsWith('civic-'))
      .map((widget) => {
        const note = widget.shadowRoot?.querySelector('[part~=error]');
        const own = [...widget.children].filter((child) => !child.hasAttribute('slot'));
        return {
          tag: widget.localName,
          state: widget.getAttribute('state'),
          says: note?.querySelector('p')?.textContent,
          offers: note?.querySelector('button')?.textContent.trim(),
          noteShown: (note?.getBoundingClientRect().height ?? 0) > 0,
          kept: own.length > 0 && own.some((child) => child.getBoundingClientRect().height > 0),
        };
      }),
  );
}

const failures: [string, (request: HTTPRequest) => Promise<void>, string][] = [
  [
    'the server breaks',
    // Asked to be left alone for an hour, the widgets do not try again by themselves.
    (request) => request.respond({ status: 500, headers: { 'retry-after': '3600' }, body: 'broken' }),
    'Máy chủ báo lỗi 500. Xin thử lại sau.',
  ],
  [
    'the line is cut',
    (request) => request.abort('connectionreset'),
    'Không kết nối được với nguồn dữ liệu. Xin kiểm tra đường truyền rồi thử lại.',
  ],
  [
    'a login page comes instead',
    (request) =>
      request.respond({ contentType: 'text/html', body: '<!doctype html><title>Đăng nhập</title><form></form>' }),
    'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
  ],
  [
    'half of it comes',
    (request) =>
      request.respond({
        contentType: 'application/json',
        body: '{"version":"https://jsonfeed.org/version/1.1","items":[{',
      }),
    'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
  ],
  [
    'something else comes',
    (request) => request.respond({ contentType: 'application/json', body: '{"items":{}}' }),
    'Nguồn dữ liệu không phải là nguồn tin hợp lệ. Xin báo cho người quản trị trang.',
  ],
];

describe('the portal page without its data', () => {
  for (const [what, answer, message] of failures) {
    it(`keeps its own content and says what happened when ${what}`, async () => {
      const visit = await portal.visit(forFeed(answer));
      await visit.until(allFailed, 'every widget to fail');
      const left = await whatIsLeft(visit);
      assert.equal(left.length, 10);
      const expected = { state: 'error', says: message, offers: 'Thử lại', noteShown: true, kept: true };
      assert.deepEqual(
        left,
        left.map(({ tag }) => ({ tag, ...expected })),
      );
      assert.deepEqual((await visit.records()).violations, []);
      // The browser itself reports an answer that is no success; nothing else complains.
      assert.deepEqual(
        visit.complaints.filter((line) => !line.startsWith('error: Failed to load resource')),
        [],
      );
      // The page's own script goes on.
      await visit.page.click('.theme label:nth-of-type(2)');
      assert.equal(await visit.page.evaluate(() => document.documentElement.dataset['theme']), 'dark');
      await visit.close();
    });
  }

  it('fits a phone with all its messages', async () => {
    const visit = await portal.visit({
      width: 320,
      height: 640,
      ...forFeed((request) => request.respond({ status: 404, body: 'not here' })),
    });
    await visit.until(allFailed, 'every widget to fail');
    assert.equal(await visit.page.evaluate(() => document.documentElement.scrollWidth), 320);
    const cut = await visit.page.evaluate(() =>
      [...document.querySelectorAll('civic-feed [state=error]')]
        .filter((widget) => widget.scrollHeight > widget.clientHeight + 1)
        .map((widget) => widget.className),
    );
    assert.deepEqual(cut, [], 'nothing is cut off to make room for a message');
    await visit.close();
  });

  it('gets everything back by one press of one button', async () => {
    let broken = true;
    const visit = await portal.visit({
      async answer(request) {
        if (!request.url().endsWith(FEED) || !broken) return false;
        await request.respond({ status: 404, body: 'not here' });
        return true;
      },
    });
    await visit.until(allFailed, 'every widget to fail');
    broken = false;
    await visit.page.evaluate(() => {
      const counter = document.querySelector('civic-access-counter')?.shadowRoot;
      counter?.querySelector<HTMLElement>('[part~=retry]')?.click();
    });
    await visit.until(allReady, 'every widget to be ready');
    assert.equal(visit.requests.filter((address) => address.endsWith(FEED)).length, 2);
    await visit.close();
  });

  it('says that the search of campaigns did not come, and finds with the next letter when the line is back', async () => {
    let down = true;
    const visit = await portal.visit({
      async answer(request) {
        if (!request.url().includes('find-campaigns') || !down) return false;
        await request.abort('connectionreset');
        return true;
      },
    });
    await visit.until(allReady, 'every widget to be ready');
    const type = (text: string) =>
      visit.page.evaluate((text) => {
        const list = document.querySelector('civic-campaign-list[search]')!;
        const field = list.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }, text);
    await type('z');
    await visit.until(
      () =>
        document.querySelector('civic-campaign-list[search]')!.shadowRoot!.textContent.includes('Xin tải lại trang'),
      'the message',
    );
    down = false;
    await type('zq');
    await visit.until(
      () => document.querySelector('civic-campaign-list[search]')!.shadowRoot!.textContent.includes('Không tìm thấy'),
      'what was found',
    );
    await visit.close();
  });
});

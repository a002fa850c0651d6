import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadAllPages } from '../../src/feed/all-pages.js';
import { FeedError } from '../../src/feed/error.js';
import { Pages } from '../../src/feed/pages.js';
import type { FeedSnapshot } from '../../src/feed/snapshot.js';
import { fakeAsk, feedOf, idsOf, LOADING, SETTINGS, SIGNAL } from './fake-feeds.js';

const [ONE, TWO, THREE] = ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'];

async function opened(answers: Record<string, object>) {
  const ask = fakeAsk(answers);
  const pages = new Pages(ask);
  let current = (await ask(SETTINGS, SIGNAL, 'first', LOADING, () => undefined)) as FeedSnapshot;
  const turn = async () => {
    await pages.turn(() => current, SETTINGS);
    current = pages.join(current);
    return current;
  };
  return { ask, pages, turn, now: () => current };
}

describe('pages behind the first', () => {
  it('come behind it, one at a time, each item once', async () => {
    const { ask, turn, now } = await opened({
      [ONE]: feedOf(['1', '2'], { next_url: TWO }),
      [TWO]: feedOf(['2', '3'], { next_url: THREE }),
      [THREE]: feedOf(['4']),
    });
    assert.deepEqual(ask.asked, [ONE], 'nothing is loaded before the reader asks');
    await turn();
    assert.deepEqual([idsOf(now()), now().feed?.next_url], [['1', '2', '3'], THREE]);
    await turn();
    assert.deepEqual([idsOf(now()), now().feed?.next_url], [['1', '2', '3', '4'], undefined]);
    await turn();
    assert.deepEqual(ask.asked, [ONE, TWO, THREE]);
  });

  it('are loaded once for all who ask at once', async () => {
    const { ask, pages, now } = await opened({ [ONE]: feedOf(['1'], { next_url: TWO }), [TWO]: feedOf(['2']) });
    await Promise.all([pages.turn(now, SETTINGS), pages.turn(now, SETTINGS)]);
    assert.deepEqual(ask.asked, [ONE, TWO]);
    assert.deepEqual(idsOf(pages.join(now())), ['1', '2']);
  });

  // A page that names itself is told at reading already, a longer circle when the pages are joined.
  for (const [what, next, third, said] of [
    ['itself', TWO, undefined, /\/next_url leads back to the feed itself/],
    ['an earlier one', TWO, TWO, /\/next_url the/],
  ] as const) {
    it(`end where one names ${what} as the next, and say so`, async () => {
      const { ask, turn, now } = await opened({
        [ONE]: feedOf(['1'], { next_url: TWO }),
        [TWO]: feedOf(['2'], { next_url: third ? THREE : next }),
        [THREE]: feedOf(['3'], { next_url: third ?? TWO }),
      });
      while (now().feed?.next_url) await turn();
      assert.ok(ask.asked.length <= 3, String(ask.asked));
      assert.match(
        now()
          .problems.map(({ pointer, message }) => `${pointer} ${message}`)
          .join(),
        said,
      );
    });
  }

  it('end where a page brings nothing new, though it names another', async () => {
    const { turn, now } = await opened({
      [ONE]: feedOf(['1'], { next_url: TWO }),
      [TWO]: feedOf(['1'], { next_url: THREE }),
    });
    await turn();
    assert.equal(now().feed?.next_url, undefined);
    assert.match(now().problems[0]?.message ?? '', /the last that is read/);
  });

  it('can be asked for again after a failure; what is there stays', async () => {
    const answers: Record<string, object> = { [ONE]: feedOf(['1'], { next_url: TWO }) };
    const { turn, now } = await opened(answers);
    await assert.rejects(turn(), (error) => error instanceof FeedError && error.code === 'http');
    assert.deepEqual([idsOf(now()), now().feed?.next_url], [['1'], TWO]);
    answers[TWO] = feedOf(['2']);
    await turn();
    assert.deepEqual(idsOf(now()), ['1', '2']);
  });

  it('stay the same object as long as the first page does', async () => {
    const { ask, pages, turn, now } = await opened({
      [ONE]: feedOf(['1'], { next_url: TWO }),
      [TWO]: feedOf(['2']),
    });
    await turn();
    const fresh = (await ask(SETTINGS, SIGNAL, 'refresh', now(), () => undefined)) as FeedSnapshot;
    const renewed = await pages.renew(fresh, SETTINGS);
    assert.equal(renewed.feed, now().feed);
    assert.deepEqual(ask.asked, [ONE, TWO, ONE]);
  });

  it('are loaded anew, as many as there were, behind a first page that changed', async () => {
    const answers: Record<string, object> = {
      [ONE]: feedOf(['2', '1'], { next_url: TWO }),
      [TWO]: feedOf(['0']),
    };
    const { ask, pages, turn, now } = await opened(answers);
    await turn();
    answers[ONE] = feedOf(['3', '2'], { next_url: TWO });
    answers[TWO] = feedOf(['1', '0'], { next_url: THREE });
    const fresh = (await ask(SETTINGS, SIGNAL, 'refresh', now(), () => undefined)) as FeedSnapshot;
    const renewed = await pages.renew(fresh, SETTINGS);
    assert.deepEqual([idsOf(renewed), renewed.feed?.next_url], [['3', '2', '1', '0'], THREE]);
    delete answers[TWO];
    answers[ONE] = feedOf(['4', '3', '2'], { next_url: TWO });
    const again = (await ask(SETTINGS, SIGNAL, 'refresh', renewed, () => undefined)) as FeedSnapshot;
    assert.deepEqual(idsOf(await pages.renew(again, SETTINGS)), ['4', '3', '2', '1', '0'], 'what cannot be had stays');
  });

  it('keep their own base for what is relative in their HTML', async () => {
    const { turn, now } = await opened({
      [ONE]: feedOf(['1'], { next_url: 'https://b.example/x/2' }),
      'https://b.example/x/2': feedOf([{ id: '2', content_html: '<a href="tin.html">Tin</a>' }]),
    });
    await turn();
    assert.equal(now().feed?.items[1]?.content_html, '<a href="https://b.example/x/tin.html">Tin</a>');
  });

  it('are all loaded when the reader asks for all, with their progress', async () => {
    const { turn, now } = await opened({
      [ONE]: feedOf(['1'], { next_url: TWO }),
      [TWO]: feedOf(['2', '3'], { next_url: THREE }),
      [THREE]: feedOf(['4']),
    });
    const paged = { get feed() { return now().feed; }, more: async () => { await turn(); } }; // prettier-ignore
    const seen: number[] = [];
    assert.equal(await loadAllPages(paged, (items) => seen.push(items)), true);
    assert.deepEqual(seen, [3, 4]);
    const stopped = await opened({ [ONE]: feedOf(['1'], { next_url: TWO }) });
    const ended = AbortSignal.abort();
    const still = { feed: stopped.now().feed, more: () => Promise.reject(new Error('was asked')) };
    assert.equal(await loadAllPages(still, () => undefined, ended), false);
  });

  it('are read to the end where there are a hundred, with ten thousand items that stay the same objects', async () => {
    const url = (page: number) => `https://a.example/${page}`;
    const answers: Record<string, object> = {};
    for (let page = 1; page <= 100; page++) {
      const items = [...Array(100).keys()].map((n) => ({
        id: `vb-${page}-${n}`,
        title: `Văn bản mẫu ${page}/${n}`,
        content_html: '<p><a href="tep.pdf">Tệp mẫu</a></p>',
      }));
      answers[url(page)] = feedOf(items, page < 100 ? { next_url: url(page + 1) } : {});
    }
    const { ask, turn, now } = await opened(answers);
    const third = new Set<unknown>();
    const paged = { get feed() { return now().feed; }, more: async () => { await turn(); } }; // prettier-ignore
    const seen: number[] = [];
    const complete = await loadAllPages(paged, (items) => {
      seen.push(items);
      if (items >= 300) third.add(now().feed?.items[250]);
    });
    assert.equal(complete, true);
    assert.deepEqual([seen[0], seen.length, seen.at(-1), ask.asked.length], [200, 99, 10_000, 100]);
    assert.equal(new Set(idsOf(now())).size, 10_000);
    assert.equal(third.size, 1, 'what is prepared for a search hangs on the object');
  });

  it('are no longer loaded where the feed goes, or another takes its place', async () => {
    const { turn, now } = await opened({
      [ONE]: feedOf(['1', '2'], { next_url: TWO }),
      [TWO]: feedOf(['3'], { next_url: THREE }),
      [THREE]: feedOf(['4']),
    });
    await turn();
    const whole = now().feed;
    const other = { ...whole, items: whole?.items.slice(0, 1) } as typeof whole;
    for (const later of [undefined, other]) {
      let feed = whole;
      const paged = { get feed() { return feed; }, more: () => { feed = later; return Promise.resolve(); } }; // prettier-ignore
      assert.equal(await loadAllPages(paged, () => assert.fail('no progress')), false);
    }
  });
});

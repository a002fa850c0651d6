import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pages } from '../../src/feed/pages.js';
import { askAll } from '../../src/feed/several.js';
import type { FeedSnapshot } from '../../src/feed/snapshot.js';
import { fakeAsk, feedOf, idsOf, LOADING, SETTINGS, SIGNAL } from './fake-feeds.js';

const A = 'https://a.example/feed.json';
const B = 'https://b.example/feed.json';
const item = (id: string, date: string, rest: object = {}) => ({ id, content_text: id, date_published: date, ...rest });

async function merged(answers: Record<string, object>, former = LOADING, ask = fakeAsk(answers)) {
  const settings = { ...SETTINGS, src: `${A} ${B}` };
  return (await askAll(ask, settings, SIGNAL, 'first', former, () => undefined)) as FeedSnapshot;
}

describe('several sources', () => {
  it('are one list, the newest first, whatever is without a date last', async () => {
    const one = feedOf([item('a1', '2024-03-01'), item('a2', '2024-01-01'), { id: 'a3', content_text: '…' }]);
    const two = feedOf([item('b1', '2024-02-01T08:00:00+07:00')]);
    const { status, feed, error } = await merged({ [A]: one, [B]: two });
    assert.deepEqual([status, error, feed?.items.map(({ id }) => id)], ['ready', undefined, ['a1', 'b1', 'a2', 'a3']]);
  });

  it('hold an item once that both have, by its address or by its id', async () => {
    const url = 'https://x.example/tin/1';
    const one = feedOf([item('1', '2024-03-01', { url }), item('chung', '2024-01-01')]);
    const two = feedOf([item('khac', '2024-03-01', { url }), item('chung', '2024-01-01')]);
    assert.deepEqual(idsOf(await merged({ [A]: one, [B]: two })), ['1', 'chung']);
  });

  it('keep two items that only count alike, and give the second an id of its own', async () => {
    const one = feedOf([item('1', '2024-03-01', { url: 'https://a.example/tin/1' })]);
    const two = feedOf([item('1', '2024-02-01', { url: 'https://b.example/tin/1' })]);
    assert.deepEqual(idsOf(await merged({ [A]: one, [B]: two })), ['1', 'https://b.example/tin/1']);
  });

  it('keep items apart that all lead to one page', async () => {
    const url = 'https://x.example/';
    const one = feedOf([item('1', '2024-03-01', { url }), item('2', '2024-02-01', { url })]);
    const two = feedOf([item('3', '2024-01-02', { url }), item('4', '2024-01-01', { url })]);
    assert.deepEqual(idsOf(await merged({ [A]: one, [B]: two })), ['1', '2', '3', '4']);
  });

  it('show the others where one fails, and say which', async () => {
    const { status, feed, error, missing } = await merged({ [A]: feedOf(['1']) });
    assert.deepEqual(
      [status, feed?.items.length, error?.code, missing?.map(({ url }) => url)],
      ['ready', 1, 'http', [B]],
    );
    const none = await merged({});
    assert.deepEqual([none.status, none.feed, none.error?.url], ['error', undefined, A]);
  });

  it('keep the kept copy of one that fails later', async () => {
    const answers: Record<string, object> = { [A]: feedOf(['1']), [B]: feedOf(['2']) };
    const first = await merged(answers);
    const failing: typeof answers = { [A]: answers[A] ?? {} };
    const ask = fakeAsk(failing);
    const keeping = Object.assign(
      async (...args: Parameters<typeof ask>) => {
        const answer = await ask(...args);
        const [, , , former] = args;
        return answer?.error && former.feed ? { ...former, status: 'stale' as const, error: answer.error } : answer;
      },
      { asked: ask.asked },
    );
    const later = await merged(failing, first, keeping);
    assert.deepEqual([later.status, idsOf(later), later.missing?.length], ['ready', ['1', '2'], 1]);
  });

  it('are the same object as long as none changes', async () => {
    const ask = fakeAsk({ [A]: feedOf(['1']), [B]: feedOf(['2']) });
    const first = await merged({}, LOADING, ask);
    assert.equal((await merged({}, first, ask)).feed, first.feed);
  });

  it('read their dates in their own zones, and name their own language', async () => {
    const one = feedOf([item('a', '2024-03-01T09:00:00')], { language: 'vi' });
    const two = feedOf([item('b', '2024-03-01T03:00:00')], { language: 'en', _civic: { timezone: 'UTC' } });
    const { feed } = await merged({ [A]: one, [B]: two });
    assert.deepEqual(
      feed?.items.map(({ id, language }) => [id, language]),
      [['b', 'en'], ['a', undefined]], // prettier-ignore
    );
  });

  it('bring the banners of all, and problems with the address of their feed', async () => {
    const banner = (id: string) => ({ _civic: { banners: [{ id, image: 'https://x.example/a.png' }] } });
    const { feed, problems } = await merged({ [A]: feedOf([{}], banner('1')), [B]: feedOf([], banner('2')) });
    assert.deepEqual(feed?._civic.banners.map(({ id }) => id), ['1', '2']); // prettier-ignore
    assert.match(problems[0]?.message ?? '', /id.*\(https:\/\/a\.example/);
  });

  it('show what is there when another takes long', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const ready = fakeAsk({ [A]: feedOf(['1']), [B]: feedOf(['2']) });
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const shown: FeedSnapshot[] = [];
    const ask = async (...args: Parameters<typeof ready>) => {
      if (args[0].src === B) await slow;
      return ready(...args);
    };
    const settings = { ...SETTINGS, src: `${A}\n ${B}` };
    const all = askAll(ask, settings, SIGNAL, 'first', LOADING, (snapshot) => shown.push(snapshot));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(shown.length, 0);
    test.mock.timers.tick(2000);
    assert.deepEqual(shown.map(idsOf), [['1']]);
    answer();
    assert.deepEqual(idsOf((await all) ?? LOADING), ['1', '2']);
  });

  it('turn their pages together, and sort them in', async () => {
    const [A2, B2] = ['https://a.example/2', 'https://b.example/2'];
    const answers = {
      [A]: feedOf([item('a1', '2024-05-01')], { next_url: A2 }),
      [B]: feedOf([item('b1', '2024-04-01')], { next_url: B2 }),
      [A2]: feedOf([item('a2', '2024-02-01')]),
      [B2]: feedOf([item('b2', '2024-03-01')], { next_url: 'https://b.example/3' }),
    };
    const ask = fakeAsk(answers);
    const first = await merged({}, LOADING, ask);
    const pages = new Pages(ask);
    await pages.turn(() => first, SETTINGS);
    const whole = pages.join(first);
    assert.deepEqual([idsOf(whole), whole.feed?.next_url], [['a1', 'b1', 'b2', 'a2'], 'https://b.example/3']);
  });
});

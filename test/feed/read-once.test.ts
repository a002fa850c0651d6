import assert from 'node:assert/strict';
import { register } from 'node:module';
import { describe, it, type TestContext } from 'node:test';
import { FeedLoader } from '../../src/feed/loader.js';
import { readOnce, remember } from '../../src/feed/read-once.js';
import { read, readSliced } from '../../src/feed/read.js';
import type { FeedSnapshot } from '../../src/feed/snapshot.js';

const BASE = 'https://quan.example/tin.json';
/** By a clock that goes on by a millisecond whenever it is looked at: that of a few slices, and of less than one. */
const LONG = 100;
const SHORT = 10;

const feedOf = (count: number, title = 'Mẫu') => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  items: [...Array(count).keys()].map((n) => ({ id: String(n) })),
});

/** A feed that counts how far its items have been read, and how often somebody began to. */
function watchedFeed(count: number) {
  const feed = feedOf(count);
  const seen = { items: 0, readings: 0 };
  feed.items[Symbol.iterator] = function* () {
    seen.readings++;
    for (let index = 0; index < count; index++) {
      seen.items++;
      yield feed.items[index] as { id: string };
    }
    return undefined;
  };
  return { feed, seen };
}

/** No clock but one that each look moves on, and no pause that ends by itself. */
function fakeTime({ mock }: TestContext) {
  let time = 0;
  const paused: (() => void)[] = [];
  mock.method(performance, 'now', () => ++time);
  // What is to happen later, such as to keep a copy, is no pause.
  mock.method(globalThis, 'setTimeout', (work: () => void, delay = 0) => delay === 0 && paused.push(work));
  const settle = () => new Promise<void>((done) => setImmediate(done));
  /** What reads items has come, and has begun to. */
  const firstPause = async () => {
    for (let turns = 0; paused.length === 0; turns++) {
      assert.ok(turns < 100_000, 'it never paused');
      await settle();
    }
  };
  return {
    paused,
    firstPause,
    /** Ends one pause after the other. @returns how many there were */
    async endPauses(between: () => void = () => undefined): Promise<number> {
      let count = 0;
      await firstPause();
      for (let work = paused.shift(); work; work = paused.shift()) {
        count++;
        between();
        work();
        await settle();
      }
      return count;
    },
  };
}

/** Has the file that reads items fail to come once. */
function breakImport(): void {
  const hooks = `
    let left = 1;
    export function resolve(name, context, next) {
      if (/read-once/.test(context.parentURL) && left-- > 0) throw new Error('the line is down');
      return next(name, context);
    }`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}

describe('readOnce', () => {
  // The first: what has come once is not asked for again.
  it('tries anew after what reads items could not be had', async () => {
    breakImport();
    const feed = feedOf(SHORT);
    const both = await Promise.allSettled([readOnce(feed, BASE), readOnce(feed, BASE)]);
    assert.ok(both.some(({ status }) => status === 'rejected'));
    assert.equal((await readOnce(feed, BASE)).feed.items.length, SHORT);
  });

  it('reads a long feed once for all who ask, at once or while it is read', async (t) => {
    const { paused, firstPause, endPauses } = fakeTime(t);
    const { feed, seen } = watchedFeed(LONG);
    const together = [readOnce(feed, BASE), readOnce(feed, BASE)];
    await firstPause();
    assert.equal(paused.length, 1);
    const later = readOnce(feed, BASE);
    await endPauses();
    const [first, ...others] = await Promise.all([...together, later, readOnce(feed, BASE)]);
    assert.equal(seen.readings, 1);
    for (const other of others) assert.equal(other, first);
    assert.deepEqual(first, read(feedOf(LONG), BASE));
  });

  it('lets the page go on again and again while it reads a long feed', async (t) => {
    const { endPauses } = fakeTime(t);
    const { feed, seen } = watchedFeed(LONG);
    let isRead = false;
    const reading = readOnce(feed, BASE).then(() => (isRead = true));
    const known: number[] = [];
    const pauses = await endPauses(() => {
      known.push(seen.items);
      assert.equal(isRead, false);
    });
    await reading;
    assert.ok(pauses >= 3, `${pauses} pauses`);
    // Something in each slice, and in none more than 50 ms: then it would be a long task.
    const slices = [...known, LONG].map((items, index) => items - (known[index - 1] ?? 0));
    assert.ok(
      slices.every((items) => items > 0 && items <= 50),
      slices.join(),
    );
  });

  it('reads a short feed in one go, and keeps nobody waiting who asks again', async (t) => {
    const { paused } = fakeTime(t);
    assert.ok(!(readSliced(feedOf(SHORT), BASE) instanceof Promise));
    const { feed, seen } = watchedFeed(SHORT);
    const first = await readOnce(feed, BASE);
    let again: unknown;
    void readOnce(feed, BASE).then((result) => (again = result));
    await Promise.resolve();
    assert.equal(again, first);
    assert.equal(seen.readings, 1);
    assert.equal(paused.length, 0);
  });

  it('reads nothing of what was read elsewhere', async () => {
    const { feed, seen } = watchedFeed(SHORT);
    const result = read(feedOf(1), BASE);
    remember(feed, result);
    assert.equal(await readOnce(feed, BASE), result);
    assert.equal(seen.readings, 0);
  });
});

describe('a long feed that is still being read', () => {
  it('does not come up over a newer one', async (t) => {
    const { paused, firstPause, endPauses } = fakeTime(t);
    const answers = [feedOf(LONG, 'cũ'), feedOf(SHORT, 'mới')];
    t.mock.method(globalThis, 'fetch', () => Promise.resolve(Response.json(answers.shift())));
    const shown: FeedSnapshot[] = [];
    const loader = new FeedLoader((snapshot) => shown.push(snapshot));
    loader.start({ src: BASE, base: BASE, timeout: 0, refresh: 0 });
    await firstPause();
    await loader.reload();
    assert.ok(paused.length > 0, 'the older one is still being read');
    await endPauses();
    assert.deepEqual(
      shown.flatMap(({ feed }) => feed?.title ?? []),
      ['mới'],
    );
    loader.stop();
  });
});

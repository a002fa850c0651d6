import { expect } from 'chai';
import { fetchFeed, MAX_BYTES, recall } from '../../src/feed/client.js';
import { FeedError } from '../../src/feed/error.js';
import { CACHE_NAME, keep } from '../../src/feed/kept.js';
import { page } from '../../src/feed/page.js';
import { afterwards, feedUrl, requestCount, uniqueKey, until } from '../support/page.js';

const patient = () => ({ signal: new AbortController().signal, timeout: 10 });

async function failure(work: Promise<unknown>): Promise<FeedError> {
  try {
    await work;
  } catch (error) {
    expect(error).to.be.instanceOf(FeedError);
    return error as FeedError;
  }
  throw new Error('it did not fail');
}

/** What was asked of `fetch` while a test ran. */
function watchFetch(): RequestInit[] {
  const original = window.fetch;
  const seen: RequestInit[] = [];
  window.fetch = (url, options = {}) => {
    seen.push(options);
    return original(url, options);
  };
  afterwards(() => {
    window.fetch = original;
  });
  return seen;
}

describe('fetchFeed', () => {
  it('makes one request for thirty who ask at once, and parses it once', async () => {
    const key = uniqueKey();
    const url = feedUrl('slow', { key, ms: 50 });
    const answers = await Promise.all([...Array(30).keys()].map(() => fetchFeed(url, patient())));
    expect(new Set(answers.map((answer) => answer.value)).size).to.equal(1);
    expect(await requestCount(key)).to.equal(1);
  });

  it('serves those who come a moment later without asking again', async () => {
    const key = uniqueKey();
    const url = feedUrl('ok.json', { key });
    const first = await fetchFeed(url, patient());
    const second = await fetchFeed(url, patient());
    expect(second).to.equal(first);
    expect(await requestCount(key)).to.equal(1);
  });

  it('asks again for a reload, and hands out the same object when nothing changed', async () => {
    const key = uniqueKey();
    const url = feedUrl('ok.json', { key });
    const first = await fetchFeed(url, patient());
    const second = await fetchFeed(url, { ...patient(), mode: 'reload' });
    expect(await requestCount(key)).to.equal(2);
    expect(second.value).to.equal(first.value);
  });

  it('leaves If-None-Match to the HTTP cache', async () => {
    const askedWith = async (key: string) => {
      const answer = await fetch(feedUrl('count', { key }));
      return ((await answer.json()) as { headers: Record<string, string> }).headers['if-none-match'];
    };
    // What a plain request does here: WebKit's driver has the HTTP cache off.
    const plain = uniqueKey();
    for (const cache of ['default', 'no-cache'] as const) {
      await (await fetch(feedUrl('etag', { key: plain }), { cache })).text();
    }
    const key = uniqueKey();
    const url = feedUrl('etag', { key });
    await fetchFeed(url, patient());
    const again = await fetchFeed(url, { ...patient(), mode: 'reload' });
    expect((again.value as { items: unknown[] }).items).to.have.length(3);
    expect(await askedWith(key)).to.equal((await askedWith(plain)) && `"${key}"`);
  });

  it('sends no credentials and no header of its own, so that there is no preflight', async () => {
    document.cookie = 'mau=1; path=/';
    afterwards(() => {
      document.cookie = 'mau=1; path=/; max-age=0';
    });
    const key = uniqueKey();
    await fetchFeed(feedUrl('ok.json', { key }), { ...patient(), mode: 'reload' });
    const answer = await fetch(feedUrl('count', { key }));
    const seen = (await answer.json()) as { headers: Record<string, string>; preflights: number };
    expect(seen.headers).not.to.have.property('cookie');
    expect(seen.preflights).to.equal(0);
  });

  it('tries again after a cut connection and after 503, and asks thrice at most', async () => {
    for (const path of ['reset', 'status/503', 'status/429']) {
      const key = uniqueKey();
      const { value } = await fetchFeed(feedUrl(path, { key, times: 2 }), patient());
      expect((value as { items: unknown[] }).items, path).to.have.length(3);
      expect(await requestCount(key), path).to.be.at.least(3);
    }
    const key = uniqueKey();
    const error = await failure(fetchFeed(feedUrl('status/500', { key }), patient()));
    expect([error.code, error.status]).to.deep.equal(['http', 500]);
    expect(await requestCount(key)).to.equal(3);
  });

  it('does not try again what cannot pass', async () => {
    for (const status of [404, 403, 410]) {
      const key = uniqueKey();
      const error = await failure(fetchFeed(feedUrl(`status/${status}`, { key }), patient()));
      expect([error.code, error.status]).to.deep.equal(['http', status]);
      expect(await requestCount(key)).to.equal(1);
    }
  });

  it('does not wait for a server that asks for an hour', async () => {
    const key = uniqueKey();
    const url = feedUrl('status/503', { key, 'retry-after': 3600 });
    const error = await failure(fetchFeed(url, patient()));
    expect([error.code, error.status, error.retryAfter]).to.deep.equal(['http', 503, '3600']);
    expect(await requestCount(key)).to.equal(1);
  });

  it('never keeps a failure', async () => {
    const key = uniqueKey();
    const url = feedUrl('status/404', { key, times: 1 });
    await failure(fetchFeed(url, patient()));
    const { value } = await fetchFeed(url, patient());
    expect((value as { items: unknown[] }).items).to.have.length(3);
  });

  it('names what is no JSON', async () => {
    for (const path of ['html', 'truncated', 'empty']) {
      const error = await failure(fetchFeed(feedUrl(path), patient()));
      expect(error.code, path).to.equal('not-json');
    }
  });

  it('reads a feed behind a byte order mark', async () => {
    const { value } = await fetchFeed(feedUrl('bom'), patient());
    expect((value as { items: unknown[] }).items).to.have.length(3);
  });

  it('names a server that never answers, and lets go of the connection', async () => {
    const url = feedUrl('hang', { key: uniqueKey() });
    const error = await failure(fetchFeed(url, { ...patient(), timeout: 0.1 }));
    expect(error.code).to.equal('timeout');
    expect(page().loads.has(url)).to.equal(false);
  });

  it('says what the server said when the time is up between two attempts', async () => {
    const url = feedUrl('status/503', { key: uniqueKey(), 'retry-after': 20 });
    const error = await failure(fetchFeed(url, { ...patient(), timeout: 0.3 }));
    expect([error.code, error.status]).to.deep.equal(['http', 503]);
  });

  it('refuses what is too large, announced or not', async () => {
    const huge = (headers: Record<string, string>, body: BodyInit) => {
      const original = window.fetch;
      window.fetch = () => Promise.resolve(new Response(body, { headers }));
      afterwards(() => {
        window.fetch = original;
      });
    };
    huge({ 'content-length': String(MAX_BYTES + 1) }, '{}');
    expect((await failure(fetchFeed(feedUrl('a'), patient()))).code).to.equal('too-large');
    huge({}, new Uint8Array(MAX_BYTES + 1));
    expect((await failure(fetchFeed(feedUrl('b'), patient()))).code).to.equal('too-large');
  });

  it('ends the request when the last one leaves, not when the first does', async () => {
    const seen = watchFetch();
    const url = feedUrl('hang', { key: uniqueKey() });
    const [one, two] = [new AbortController(), new AbortController()];
    const ask = (signal: AbortSignal) =>
      fetchFeed(url, { signal, timeout: 0 }).then(
        () => 'answered',
        (error: unknown) => (error as Error).name,
      );
    const asked = [ask(one.signal), ask(two.signal)];
    one.abort();
    expect(await asked[0]).to.equal('AbortError');
    expect(seen[0]?.signal?.aborted).to.equal(false);
    two.abort();
    expect(await asked[1]).to.equal('AbortError');
    expect(seen[0]?.signal?.aborted).to.equal(true);
    expect(seen).to.have.length(1);
  });

  it('asks nothing for one who has left already', async () => {
    const gone = new AbortController();
    gone.abort();
    const error = await fetchFeed(feedUrl('ok.json'), { signal: gone.signal, timeout: 1 }).catch(
      (reason: unknown) => reason,
    );
    expect((error as Error).name).to.equal('AbortError');
  });
});

describe('the kept copy', () => {
  it('is in memory for this page and in Cache Storage for the next visit', async () => {
    const url = feedUrl('ok.json', { key: uniqueKey() });
    const { receivedAt } = await fetchFeed(url, patient());
    expect((await recall(url))?.receivedAt).to.equal(receivedAt);
    page().kept.delete(url);
    const copy = await until(() => recall(url), 'the copy on the disk');
    expect((copy.value as { items: unknown[] }).items).to.have.length(3);
    expect(copy.receivedAt).to.equal(receivedAt);
  });

  it('is not there for what was never loaded, and forgets the oldest of many', async () => {
    expect(await recall(feedUrl('never'))).to.equal(undefined);
    const urls = [...Array(22).keys()].map((index) => feedUrl('ok.json', { key: `many-${index}` }));
    for (const url of urls) await fetchFeed(url, patient());
    expect(page().kept.size).to.be.at.most(20);
    expect(page().kept.has(urls[21] ?? '')).to.equal(true);
    expect(page().kept.has(urls[0] ?? '')).to.equal(false);
  });

  it('is the same to the last character when it is long', async () => {
    const url = feedUrl('ok.json', { key: uniqueKey() });
    // Characters of two halves, at every place where the parts may meet.
    const value = ['ủy', ...Array<string>(200_000).fill('🏛🏛')];
    await keep(url, JSON.stringify(value), { value, receivedAt: 1 });
    expect((await recall(url))?.value).to.deep.equal(value);
  });

  it('does without Cache Storage where it is forbidden or full', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'caches');
    afterwards(() => {
      if (original) Object.defineProperty(window, 'caches', original);
      else Reflect.deleteProperty(window, 'caches');
    });
    const forbid = (caches: unknown) =>
      Object.defineProperty(window, 'caches', { configurable: true, get: () => caches });
    const full = {
      open: () =>
        Promise.resolve({
          put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
          match: () => Promise.reject(new DOMException('broken', 'InvalidStateError')),
        }),
    };
    for (const caches of [{ open: () => Promise.reject(new DOMException('no', 'SecurityError')) }, full, undefined]) {
      forbid(caches);
      const url = feedUrl('ok.json', { key: uniqueKey() });
      await fetchFeed(url, patient());
      expect(await recall(url)).to.be.an('object');
      await keep(url, '{}', { value: {}, receivedAt: 0 });
      page().kept.delete(url);
      expect(await recall(url)).to.equal(undefined);
    }
  });

  it('stands under one plain name', () => expect(CACHE_NAME).to.equal('civic-widgets'));
});

import type { Ask } from '../../src/feed/ask.js';
import { FeedError } from '../../src/feed/error.js';
import { read } from '../../src/feed/read.js';
import type { FeedSnapshot } from '../../src/feed/snapshot.js';

export const SETTINGS = { src: 'https://a.example/1', base: 'https://page.example/', refresh: 0, timeout: 20 };
export const SIGNAL = new AbortController().signal;
export const LOADING: FeedSnapshot = { status: 'loading', problems: [] };

/** A feed with these items; a text stands for an item of that id. */
export function feedOf(items: readonly (string | object)[], rest: object = {}): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Nguồn mẫu',
    items: items.map((item) => (typeof item === 'string' ? { id: item, content_text: item } : item)),
    ...rest,
  };
}

/** Asks out of a table of answers by URL; what is not there fails, and each request is written down. */
export function fakeAsk(answers: Record<string, object>): Ask & { readonly asked: string[] } {
  const asked: string[] = [];
  const known = new Map<object, FeedSnapshot>();
  const ask: Ask = ({ src }, signal) => {
    asked.push(src);
    const answer = answers[src];
    if (signal.aborted) return Promise.resolve(undefined);
    if (!answer)
      return Promise.resolve({ status: 'error', problems: [], error: new FeedError('http', src, { status: 404 }) });
    let snapshot = known.get(answer);
    if (!snapshot) {
      const { feed, problems } = read(answer, src);
      known.set(answer, (snapshot = { status: 'ready', feed, problems, receivedAt: 1 }));
    }
    return Promise.resolve(snapshot);
  };
  return Object.assign(ask, { asked });
}

export const idsOf = ({ feed }: FeedSnapshot) => feed?.items.map(({ id }) => id);

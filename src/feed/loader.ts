import { fetchFeed, type FetchOptions, recall } from './client.js';
import { FeedError } from './error.js';
import type { Answer } from './page.js';
import { read, type ReadResult } from './read.js';
import type { FeedSnapshot } from './snapshot.js';

export interface LoaderSettings {
  /** As written in the attribute. */
  readonly src: string;
  /** Absolute URL that `src` is resolved against. */
  readonly base: string;
  /** Seconds between two loads; 0 loads once. */
  readonly refresh: number;
  /** Seconds to wait for an answer; 0 waits for ever. */
  readonly timeout: number;
}

/** Thirty widgets of one feed read one object: it is validated once. */
const results = new WeakMap<object, Map<string, ReadResult>>();

function readOnce(value: unknown, url: string): ReadResult {
  if (typeof value !== 'object' || value === null) return read(value, url);
  let byBase = results.get(value);
  if (!byBase) results.set(value, (byBase = new Map<string, ReadResult>()));
  let result = byBase.get(url);
  if (!result) byBase.set(url, (result = read(value, url)));
  return result;
}

/** Word processors turn the quotes of a pasted snippet into curly ones, which then are part of the value. */
function withoutPastedQuotes(src: string): string {
  return src.trim().replace(/^["'“”‘’″]+|["'“”‘’″]+$/g, '');
}

/**
 * Keeps one feed loaded: first load, refresh, reload, the kept copy when the network fails. Only the latest
 * request counts: a late answer to a former `src` never wins.
 */
export class FeedLoader {
  #snapshot: FeedSnapshot = { status: 'loading', problems: [] };
  #settings: LoaderSettings | undefined;
  #active = false;
  #request: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next refresh is due, in milliseconds since the epoch. */
  #due = 0;
  readonly #onChange: (snapshot: FeedSnapshot) => void;

  constructor(onChange: (snapshot: FeedSnapshot) => void) {
    this.#onChange = onChange;
  }

  get snapshot(): FeedSnapshot {
    return this.#snapshot;
  }

  /** Whether it has been told what to load, and not to stop. */
  get isStarted(): boolean {
    return this.#active;
  }

  /** Starts with these settings, or goes on with them when nothing about the feed's address changed. */
  start(settings: LoaderSettings): void {
    const former = this.#settings;
    const wasActive = this.#active;
    this.#settings = settings;
    this.#active = true;
    if (former?.src !== settings.src || former.base !== settings.base) {
      this.#set({ status: 'loading', problems: [] });
      void this.#load('first');
    } else if (!wasActive && !this.#snapshot.feed) {
      void this.#load('first');
    } else if (!this.#request && (!wasActive || former.refresh !== settings.refresh)) {
      this.#schedule();
    }
  }

  /** Ends the request under way and every timer. What was loaded stays, for an element that is only moved. */
  stop(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#active = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  reload(): Promise<void> {
    return this.#load('reload');
  }

  #set(snapshot: FeedSnapshot): void {
    this.#snapshot = snapshot;
    this.#onChange(snapshot);
  }

  async #load(mode: NonNullable<FetchOptions['mode']>): Promise<void> {
    const settings = this.#settings;
    if (!settings || !this.#active) return;
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const { feed, problems, error } = this.#snapshot;
    if (!feed) this.#set({ status: 'loading', problems, ...(error && { error }) });
    const next = await this.#ask(settings, request.signal, mode);
    if (this.#request !== request) return;
    this.#request = undefined;
    if (next) this.#set(next);
    this.#schedule();
  }

  /** The snapshot that follows from asking; undefined when nobody wants it any more. */
  async #ask(
    settings: LoaderSettings,
    signal: AbortSignal,
    mode: NonNullable<FetchOptions['mode']>,
  ): Promise<FeedSnapshot | undefined> {
    let url = settings.src;
    try {
      try {
        url = new URL(withoutPastedQuotes(settings.src), settings.base).href;
      } catch (cause) {
        throw new FeedError('no-source', settings.src, { cause });
      }
      return this.#ready(await fetchFeed(url, { signal, timeout: settings.timeout, mode }), url);
    } catch (error) {
      if (signal.aborted) return undefined;
      const failure = error instanceof FeedError ? error : new FeedError('network', url, { cause: error });
      return this.#stale(failure, await recall(url), url);
    }
  }

  #ready({ value, receivedAt }: Answer, url: string): FeedSnapshot {
    const { feed, problems, isFeed } = readOnce(value, url);
    if (isFeed) return { status: 'ready', feed, problems, receivedAt };
    throw new FeedError('invalid-feed', url, { message: `${problems[0]?.message ?? ''}: ${url}` });
  }

  #stale(error: FeedError, kept: Answer | undefined, url: string): FeedSnapshot {
    const { feed, problems, receivedAt } = this.#snapshot;
    if (feed) return { status: 'stale', feed, problems, error, ...(receivedAt && { receivedAt }) };
    const copy = kept && readOnce(kept.value, url);
    if (!kept || !copy?.isFeed) return { status: 'error', problems: [], error };
    return {
      status: 'stale',
      feed: copy.feed,
      problems: copy.problems,
      error,
      receivedAt: kept.receivedAt,
    };
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    const seconds = this.#settings?.refresh ?? 0;
    if (!(seconds > 0)) return;
    this.#due = Date.now() + seconds * 1000;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#onVisibility();
  }

  /** Nobody reads a hidden page: the timer stands still, and a refresh that fell due is made on return. */
  readonly #onVisibility = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'hidden') return;
    this.#timer = setTimeout(() => void this.#load('refresh'), Math.max(0, this.#due - Date.now()));
  };
}

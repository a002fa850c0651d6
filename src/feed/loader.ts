import type { Ask, LoaderSettings } from './ask.js';
import { begun } from './begun.js';
import { fetchFeed, type FetchMode, recall } from './client.js';
import { FeedError } from './error.js';
import type { Answer } from './page.js';
import type { Pages } from './pages.js';
import { withoutPastedQuotes } from './pasted.js';
import { readOnce } from './read-once.js';
import type { FeedSnapshot } from './snapshot.js';

const ask: Ask = async (settings, signal, mode, former, show) => {
  const { base, timeout } = settings;
  const src = withoutPastedQuotes(settings.src);
  let url = src;
  try {
    if (/\s/.test(src)) {
      const { askAll } = await import('./several.js');
      return await askAll(ask, { ...settings, src }, signal, mode, former, show);
    }
    try {
      url = new URL(src, base).href;
    } catch (cause) {
      throw new FeedError('no-source', settings.src, { cause });
    }
    return await ready(await fetchFeed(url, { signal, timeout, mode }), url);
  } catch (error) {
    if (signal.aborted) return undefined;
    const failure = error instanceof FeedError ? error : new FeedError('network', url, { cause: error });
    return stale(failure, await recall(url), url, former);
  }
};

async function ready({ value, receivedAt }: Answer, url: string): Promise<FeedSnapshot> {
  const { feed, problems, isFeed } = await readOnce(value, url);
  if (isFeed) return { status: 'ready', feed, problems, receivedAt };
  throw new FeedError('invalid-feed', url, { message: problems[0]?.message });
}

async function stale(
  error: FeedError,
  kept: Answer | undefined,
  url: string,
  former: FeedSnapshot,
): Promise<FeedSnapshot> {
  if (former.feed) return { ...former, status: 'stale', error };
  const copy = kept && (await readOnce(kept.value, url).catch(() => undefined));
  if (!kept || !copy?.isFeed) return { status: 'error', problems: [], error };
  const { feed, problems } = copy;
  return { status: 'stale', feed, problems, error, receivedAt: kept.receivedAt };
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
  /** Once the reader asked for more than the first page. */
  #pages: Pages | undefined;
  #endRefresh: (() => void) | undefined;
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
    // The same object while it says the same: an element tells us at every update, and a page under way hangs on it.
    const same = JSON.stringify(former) === JSON.stringify(settings);
    this.#settings = same ? former : settings;
    this.#active = true;
    if (former?.src !== settings.src || former.base !== settings.base) {
      this.#pages?.stop();
      this.#pages = undefined;
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
    this.#pages?.stop();
    this.#active = false;
    this.#endRefresh?.();
  }

  reload(): Promise<void> {
    return this.#load('reload');
  }

  /**
   * Loads the page behind what is there, where `next_url` names one.
   *
   * @throws {FeedError} as `fetchFeed`; what is there stays, and the page can be asked for again
   */
  async more(): Promise<void> {
    const settings = this.#settings;
    const { Pages } = await import('./pages.js');
    if (!settings || settings.src !== this.#settings?.src || !this.#active) return;
    const pages = (this.#pages ??= new Pages(ask));
    await pages.turn(() => this.#snapshot, settings);
    if (pages === this.#pages) this.#set(pages.join(this.#snapshot));
  }

  #set(snapshot: FeedSnapshot): void {
    this.#snapshot = snapshot;
    this.#onChange(snapshot);
  }

  async #load(mode: FetchMode): Promise<void> {
    const settings = this.#settings;
    if (!settings || !this.#active) return;
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    const { signal } = request;
    if (!this.#snapshot.feed) this.#set({ ...this.#snapshot, status: 'loading' });
    const answer = await ask(settings, signal, mode, this.#snapshot, (part) => this.#set(part));
    // What the reader has paged to stays behind a new first page.
    const next = answer && this.#pages ? await this.#pages.renew(answer, settings) : answer;
    if (this.#request !== request) return;
    this.#request = undefined;
    if (next) this.#set(next);
    this.#schedule();
  }

  #schedule(): void {
    this.#endRefresh?.();
    const { refresh = 0 } = this.#settings ?? {};
    const due = Date.now() + refresh * 1000;
    const load = () => void this.#load('refresh');
    // A feed that says it is finished will not change any more.
    if (refresh > 0 && !this.#snapshot.feed?.expired)
      this.#endRefresh = begun(import('./refresh.js'), ({ whenDue }) => whenDue(due, load));
  }
}

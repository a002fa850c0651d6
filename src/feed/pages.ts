/** Pages behind the first, which a reader asks for; comes with the first of them. */
import type { Ask, LoaderSettings } from './ask.js';
import { FeedError } from './error.js';
import { byDate, firstOf, isMerged, joinItems, nextUrls, type Part, rebuilt } from './join.js';
import type { Problem } from './read-head.js';
import type { Feed } from './schema.js';
import type { FeedSnapshot } from './snapshot.js';

/** A feed that goes on for ever is read so far: more than the ten thousand that one is meant for. */
export const MAX_ITEMS = 50_000;

const WAITING: FeedSnapshot = { status: 'loading', problems: [] };

interface Page extends Part {
  readonly problems: readonly Problem[];
}

/** What the reader has turned to, behind the first page of one feed or of several. */
export class Pages {
  readonly #ask: Ask;
  #pages: readonly Page[] = [];
  /** Addresses still to come, once a page has been turned. */
  #next: readonly string[] = [];
  /** What was put together last, and out of what. */
  #joined: { readonly first: Feed; readonly pages: readonly Page[]; readonly feed: Feed } | undefined;
  #turning: Promise<void> | undefined;
  #request: AbortController | undefined;

  /** @param ask - asks for one feed */
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Ends the request under way; whoever waits for it is told nothing more. */
  stop(): void {
    this.#request?.abort();
  }

  /**
   * Loads the next page, of each source that has one. Whoever asks meanwhile waits for the same.
   *
   * @param current - the snapshot that stands
   * @throws {FeedError} when none of them can be had
   */
  turn(current: () => FeedSnapshot, settings: LoaderSettings): Promise<void> {
    this.#turning ??= this.#load(current, settings).finally(() => {
      this.#turning = undefined;
    });
    return this.#turning;
  }

  /** A snapshot of the first page with the pages behind it; the same object as long as nothing changes. */
  join(snapshot: FeedSnapshot): FeedSnapshot {
    const first = snapshot.feed && firstOf(snapshot.feed);
    if (!first || this.#pages.length === 0) return snapshot;
    if (this.#joined?.first !== first || this.#joined.pages !== this.#pages) {
      this.#joined = { first, pages: this.#pages, feed: this.#whole(first) };
    }
    const problems = new Set(snapshot.problems);
    for (const page of this.#pages) for (const problem of page.problems) problems.add(problem);
    return { ...snapshot, feed: this.#joined.feed, problems: [...problems] };
  }

  /**
   * The pages behind a first page that came anew. Where that has changed they are asked for again, as many as there
   * were; one that cannot be had any more stays as it was.
   */
  async renew(snapshot: FeedSnapshot, settings: LoaderSettings): Promise<FeedSnapshot> {
    await this.#turning?.catch(() => undefined);
    const first = snapshot.feed && firstOf(snapshot.feed);
    const former = this.#pages;
    if (first && former.length > 0 && first !== this.#joined?.first && snapshot.status !== 'stale') {
      const next = this.#next;
      this.#pages = [];
      try {
        while (this.#pages.length < former.length && nextUrls(this.join(snapshot).feed as Feed).length > 0) {
          await this.turn(() => this.join(snapshot), settings);
        }
      } catch {
        this.#pages = former;
        this.#next = next;
      }
    }
    return this.join(snapshot);
  }

  async #load(current: () => FeedSnapshot, settings: LoaderSettings): Promise<void> {
    const { feed } = current();
    const urls = feed ? nextUrls(feed) : [];
    if (!feed || urls.length === 0) return;
    const request = (this.#request = new AbortController());
    const answers = await Promise.all(
      urls.map((src) => this.#ask({ ...settings, src }, request.signal, 'further', WAITING, () => undefined)),
    );
    if (request.signal.aborted) return;
    const firsts = settings.src.split(/\s+/).map((src) => new URL(src, settings.base).href);
    const visited = new Set([...firsts, ...urls, ...this.#pages.map(({ url }) => url)]);
    const known = new Set(feed.items.map(({ id }) => id));
    const next: string[] = [];
    const pages: Page[] = [];
    let failure: FeedError | undefined;
    answers.forEach((answer, index) => {
      const url = urls[index] ?? '';
      if (answer?.status !== 'ready' || !answer.feed) {
        failure ??= answer?.error ?? new FeedError('network', url);
        next.push(url);
        return;
      }
      const problems = answer.problems.map(({ pointer, message }) => ({ pointer, message: `${message} (${url})` }));
      pages.push({ feed: answer.feed, url, problems });
      // A page that brings nothing new is the last, whatever it says: some portals answer every number.
      const isNew = answer.feed.items.some(({ id }) => !known.has(id));
      for (const further of nextUrls(answer.feed)) {
        const left = visited.has(further)
          ? 'the next page is an earlier one'
          : isNew && feed.items.length < MAX_ITEMS
            ? undefined
            : 'the next page is left out: this one is the last that is read';
        if (left === undefined) next.push(further);
        else problems.push({ pointer: '/next_url', message: `${left} (${url})` });
      }
    });
    if (failure && pages.length === 0) throw failure;
    this.#pages = [...this.#pages, ...pages];
    this.#next = next;
  }

  #whole(first: Feed): Feed {
    const merged = isMerged(first);
    // The address of the first page is that of no page behind it: what is relative there starts from its own.
    const items = joinItems([{ feed: first, url: first.feed_url ?? '' }, ...this.#pages], merged);
    return rebuilt(first, merged ? byDate(items, first._civic.timezone) : items, this.#next, first);
  }
}

import type { Feed } from './schema.js';

/** What can turn pages: a widget, a `<civic-feed>`, a controller. */
export interface Paged {
  /** What is there now. */
  readonly feed: Feed | undefined;
  /** Loads the page behind it. */
  readonly more: () => Promise<void>;
}

/**
 * Loads all pages of a feed, one after the other: for what has to see everything, such as a search, and only when the
 * reader asks for it.
 *
 * @param onProgress - told how many items are there after each page; how many there will be, no feed says
 * @param signal - ends it after the page under way
 * @returns whether the feed is complete; false when `signal` said so
 * @throws {FeedError} when a page cannot be had; what came before it stays
 */
export async function loadAllPages(
  paged: Paged,
  onProgress: (items: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const { feed } = paged;
    if (feed?.next_url === undefined) return feed !== undefined;
    if (signal?.aborted) return false;
    await paged.more();
    // Taken off the page, or given another source: of this feed nothing more comes.
    if (paged.feed === feed || (paged.feed?.items.length ?? 0) < feed.items.length) return false;
    onProgress(paged.feed?.items.length ?? 0);
  }
}

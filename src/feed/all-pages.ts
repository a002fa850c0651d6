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
  while (paged.feed?.next_url !== undefined) {
    if (signal?.aborted) return false;
    const { feed } = paged;
    await paged.more();
    // Taken off the page, it loads nothing more.
    if (paged.feed === feed) return false;
    onProgress(paged.feed.items.length);
  }
  return true;
}

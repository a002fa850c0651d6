/**
 * The last good copy of each feed, for the day the network fails: in memory for this page, in Cache Storage for the
 * next visit. Every use of Cache Storage may throw (sandboxed frame, private mode, full disk); then memory is all.
 */
import { type Answer, page } from './page.js';

/** One cache for the whole origin, so that it is plain to find and to delete. */
export const CACHE_NAME = 'civic-widgets';
/** A page shows few feeds; a site with many must not fill the reader's disk. */
const MAX_KEPT = 20;
/** Characters; longer texts are kept on the disk only. */
const MAX_IN_MEMORY = 2_000_000;
const RECEIVED = 'x-received-at';

async function openCache(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE_NAME);
  } catch {
    return undefined;
  }
}

/** Keeps a copy; waits for nothing and never throws. */
export function keep(url: string, text: string, answer: Answer): void {
  const { kept } = page();
  kept.delete(url);
  if (text.length <= MAX_IN_MEMORY) kept.set(url, { ...answer, text });
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(oldest);
  }
  void storeInCache(url, text, answer.receivedAt);
}

async function storeInCache(url: string, text: string, receivedAt: number): Promise<void> {
  const cache = await openCache();
  if (!cache) return;
  try {
    const headers = { 'content-type': 'application/feed+json', [RECEIVED]: String(receivedAt) };
    await cache.put(url, new Response(text, { headers }));
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -MAX_KEPT).map((request) => cache.delete(request)));
  } catch {
    // A copy for later is a courtesy; the reader has the feed already.
  }
}

/**
 * The kept copy of a feed.
 *
 * @param url - absolute
 */
export async function recall(url: string): Promise<Answer | undefined> {
  const inMemory = page().kept.get(url);
  if (inMemory) return inMemory;
  const cache = await openCache();
  try {
    const response = await cache?.match(url);
    if (!response) return undefined;
    const value = JSON.parse(await response.text()) as unknown;
    return { value, receivedAt: Number(response.headers.get(RECEIVED)) };
  } catch {
    return undefined;
  }
}

/**
 * The last good copy of each feed in Cache Storage, for the visit on which the network fails. A file of its own,
 * because it is for later. Every use of Cache Storage may throw (sandboxed frame, private mode, full disk); then
 * there is no copy but the one in memory.
 */
import { type Answer, MAX_KEPT } from './page.js';

/** One cache for the whole origin, so that it is plain to find and to delete. */
export const CACHE_NAME = 'civic-widgets';
const RECEIVED = 'x-received-at';
/** Characters that become bytes in one task: a feed of ten thousand documents would hold the page up. */
const PART = 500_000;

/** Keeps a copy, if it may; never throws. */
export async function keep(url: string, text: string, { value, receivedAt }: Answer): Promise<void> {
  try {
    const cache = await caches.open(CACHE_NAME);
    const headers = { 'content-type': 'application/feed+json', [RECEIVED]: String(receivedAt) };
    // What was XML is kept as what it means, so that a copy needs no other reader.
    const json = /^\s*</.test(text) ? JSON.stringify(value) : text;
    await cache.put(url, new Response(await bytesOf(json), { headers }));
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -MAX_KEPT).map((request) => cache.delete(request)));
  } catch {
    // A copy for later is a courtesy; the reader has the feed already.
  }
}

async function bytesOf(json: string): Promise<Blob> {
  const parts: Blob[] = [];
  for (let from = 0, to; from < json.length; from = to) {
    // Behind a quotation mark, which is never half of a character.
    to = json.indexOf('"', from + PART) + 1 || json.length;
    parts.push(new Blob([json.slice(from, to)]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts);
}

/**
 * The kept copy of a feed, if there is one; never throws.
 *
 * @param url - absolute
 */
export async function recall(url: string): Promise<Answer | undefined> {
  try {
    const response = await (await caches.open(CACHE_NAME)).match(url);
    if (!response) return undefined;
    const value = JSON.parse(await response.text()) as unknown;
    return { value, receivedAt: Number(response.headers.get(RECEIVED)) };
  } catch {
    return undefined;
  }
}

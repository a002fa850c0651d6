/** Several feeds, or several pages of one, as one list of items. */
import { absolute } from './absolute.js';
import { parseDate } from './dates.js';
import type { Feed, FeedItem } from './schema.js';

/** A feed, or a page of one, and where it came from. */
export interface Part {
  readonly feed: Feed;
  /** Absolute URL; what is relative in its HTML starts from there. */
  readonly url: string;
}

/** The first page, or the sources without their further pages, by the feed that was put together. */
const firsts = new WeakMap<Feed, Feed>();

/** What a feed was before pages came behind it. */
export const firstOf = (feed: Feed): Feed => firsts.get(feed) ?? feed;

/** Pages that follow, by the feed that was put together: several sources have one each. */
const outstanding = new WeakMap<Feed, readonly string[]>();

/** Absolute URLs of the pages behind a feed; [] when there are none. */
export function nextUrls(feed: Feed): readonly string[] {
  return outstanding.get(feed) ?? (feed.next_url === undefined ? [] : [feed.next_url]);
}

/** Whether a feed is several sources put together, in the order of their dates. */
export const isMerged = (feed: Feed): boolean => outstanding.has(firstOf(feed));

/**
 * A feed with other items and other pages behind it; `next_url` is the first of those, or goes.
 *
 * @param first - what it is without further pages, where it has some
 */
export function rebuilt(feed: Feed, items: FeedItem[], next: readonly string[], first?: Feed): Feed {
  const { next_url: _, ...rest } = feed;
  const whole: Feed = { ...rest, ...(next[0] !== undefined && { next_url: next[0] }), items };
  outstanding.set(whole, next);
  if (first) firsts.set(whole, first);
  return whole;
}

/** What became of an item, and of what it had to fit: a list that grows page by page holds the same objects all along. */
const settled = new WeakMap<FeedItem, { readonly key: string; readonly own: FeedItem }>();

/** An item as it reads among those of another feed: its addresses, its zone and its language are its own. */
function moved(item: FeedItem, { feed, url }: Part, into: Part, id: string): FeedItem {
  const zone = feed._civic.timezone;
  const isElsewhere = url !== into.url;
  const key = JSON.stringify([id, isElsewhere && url, into.feed._civic.timezone, into.feed.language]);
  const known = settled.get(item);
  if (known?.key === key) return known.own;
  const own: FeedItem = { ...item, id };
  if (isElsewhere && own.content_html) own.content_html = absolute(own.content_html, url);
  if (zone !== into.feed._civic.timezone) {
    for (const date of ['date_published', 'date_modified'] as const) {
      const span = parseDate(own[date] ?? '', zone);
      if (span?.precision === 'time') own[date] = span.start.toISOString();
    }
  }
  if (own.language === undefined && feed.language !== undefined && feed.language !== into.feed.language) {
    own.language = feed.language;
  }
  settled.set(item, { key, own });
  return own;
}

/** Addresses that lead to one item only: a portal may send all its campaigns to one page. */
function ownAddresses(items: readonly FeedItem[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { url } of items) if (url !== undefined) counts.set(url, (counts.get(url) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([url]) => url));
}

/**
 * All items of the parts, each once.
 *
 * Pages of one feed share their ids. Sources that know nothing of each other may both count from 1: there an item is
 * the same when its address is, or when its id is and nothing in the addresses speaks against it.
 *
 * @param merged - whether the parts are sources of their own
 */
export function joinItems(parts: readonly Part[], merged: boolean): FeedItem[] {
  const [into] = parts;
  if (!into) return [];
  const urlOf = new Map<string, string | undefined>();
  const addresses = new Set<string>();
  const items: FeedItem[] = [];
  for (const part of parts) {
    const own = merged ? ownAddresses(part.feed.items) : new Set<string>();
    for (const item of part.feed.items) {
      const { id, url } = item;
      if (url !== undefined && own.has(url) && addresses.has(url)) continue;
      const isTaken = urlOf.has(id);
      const other = urlOf.get(id);
      const isAnother = merged && url !== undefined && other !== undefined && other !== url && !urlOf.has(url);
      if (isTaken && !isAnother) continue;
      const ownId = isTaken && url !== undefined ? url : id;
      items.push(part === into && ownId === id ? item : moved(item, part, into, ownId));
      urlOf.set(ownId, url);
    }
    for (const url of own) addresses.add(url);
  }
  return items;
}

/**
 * The newest first; items of one instant, and those without a date at the end, keep their order.
 *
 * @param zone - IANA name of the feed's zone
 */
export function byDate(items: readonly FeedItem[], zone: string): FeedItem[] {
  return items
    .map((item) => ({ item, at: parseDate(item.date_published ?? '', zone)?.start.getTime() ?? -8.64e15 }))
    .sort((left, right) => right.at - left.at)
    .map(({ item }) => item);
}

import { parseDate } from '../../feed/dates.js';
import type { FeedItem } from '../../feed/schema.js';

/** The first instant that a Date can hold. */
const BEFORE_ALL = -8.64e15;

/**
 * The newest items first; items of the same instant, and all without a date after them, keep the feed's order.
 *
 * @param limit - how many at most; 0 is all
 * @param zone - IANA name of the feed's zone
 */
export function latest(items: readonly FeedItem[], limit: number, zone: string): FeedItem[] {
  const dated = items.map((item) => ({
    item,
    at: parseDate(item.date_published ?? '', zone)?.start.getTime() ?? BEFORE_ALL,
  }));
  dated.sort((left, right) => right.at - left.at);
  const sorted = dated.map(({ item }) => item);
  return limit > 0 ? sorted.slice(0, limit) : sorted;
}

import { parseDate } from '../../feed/dates.js';
import type { FeedItem } from '../../feed/schema.js';

/**
 * The newest items first; items of the same instant, and all without a date after them, keep the feed's order.
 *
 * @param limit - how many at most; 0 is all
 * @param zone - IANA name of the feed's zone
 */
export function latest(items: readonly FeedItem[], limit: number, zone: string): FeedItem[] {
  const dated = items.map((item) => ({
    item,
    at:
      item.date_published === undefined
        ? -Infinity
        : (parseDate(item.date_published, zone)?.start.getTime() ?? -Infinity),
  }));
  // Subtracting two infinities is no number: compare instead.
  dated.sort((left, right) => (left.at === right.at ? 0 : left.at < right.at ? 1 : -1));
  const sorted = dated.map(({ item }) => item);
  return limit > 0 ? sorted.slice(0, limit) : sorted;
}

/** Characters of a text that stand in for a title. */
const LONGEST_TITLE = 100;

/** What an item is called: its title, else the beginning of its summary or text; JSON Feed leaves titles optional. */
export function titleOf(item: FeedItem): string {
  const text = (item.title || item.summary || item.content_text || item.id).trim();
  if (item.title || text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

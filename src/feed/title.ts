import type { FeedItem } from './schema.js';

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

import type { FeedItem } from '../../feed/schema.js';
import { queryVariants } from '../../text/abbreviations.js';
import { fold } from '../../text/fold.js';

/** Folding takes longer than looking: an item is folded once, not at every letter that is typed. */
const folded = new WeakMap<FeedItem, string>();

function foldedOf(item: FeedItem): string {
  let text = folded.get(item);
  if (text === undefined) {
    const { slogan, organiser, launchedBy } = item._civic?.campaign ?? {};
    const words = [item.title, slogan, organiser, launchedBy, item.summary, item.content_text, ...(item.tags ?? [])];
    // Folded white space is a blank, so that no match reaches over this from one field into the next.
    text = words.map((word) => fold(word ?? '').text).join('\n');
    folded.set(item, text);
  }
  return text;
}

/**
 * Tells whether a campaign holds a query anywhere in its words; marks, case and common abbreviations make no
 * difference. An empty query finds everything.
 */
export function finder(query: string): (item: FeedItem) => boolean {
  const variants = queryVariants(query);
  return (item) => variants.length === 0 || variants.some((variant) => foldedOf(item).includes(variant));
}

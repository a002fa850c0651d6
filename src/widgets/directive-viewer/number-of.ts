import type { FeedItem } from '../../feed/schema.js';

/** Number and notation as they are written together, "01/CT-UBND"; what there is of them, where one is missing. */
export function numberOf(item: FeedItem): string | undefined {
  const { codeNumber, codeNotation } = item._civic?.directive ?? {};
  const number = codeNumber?.trim();
  const notation = codeNotation?.trim();
  if (!number || !notation) return number || notation || undefined;
  // The Party writes "36-HD/VPTW": its notation brings its own sign along.
  return /^[-/]/.test(notation) ? number + notation : `${number}/${notation}`;
}

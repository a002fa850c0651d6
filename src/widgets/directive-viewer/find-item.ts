import { yearIn } from '../../feed/days.js';
import type { FeedItem } from '../../feed/schema.js';
import {
  documentNumberOf,
  parseDocumentNumber,
  sameDocument,
  type DocumentNumber,
} from '../../text/document-number.js';
import { numberOf } from './number-of.js';

/** The item of an id, with spaces around it or without. */
export const itemOfId = (items: readonly FeedItem[], wanted: string): FeedItem | undefined =>
  items.find(({ id }) => id === wanted) ?? items.find(({ id }) => id === wanted.trim());

/** A document's own number; feeds may have all of it in one field, and leave the sign out that the Party's begins with. */
export function numberIn(item: FeedItem): DocumentNumber | undefined {
  const { codeNumber = '', codeNotation = '' } = item._civic?.directive ?? {};
  return documentNumberOf(codeNumber, codeNotation) ?? parseDocumentNumber(numberOf(item) ?? '');
}

/**
 * The item that a page means.
 *
 * @param wanted - an item's id or a document number, in any spelling
 * @param zone - IANA name of the feed's zone: says in which year a document was issued
 * @returns undefined when no item is meant; where numbers repeat from year to year, the first in the feed
 */
export function findItem(items: readonly FeedItem[], wanted: string, zone: string): FeedItem | undefined {
  const byId = itemOfId(items, wanted);
  if (byId) return byId;
  const number = parseDocumentNumber(wanted);
  const plain = wanted.normalize().trim().toLowerCase();
  return items.find((item) => {
    const written = numberOf(item);
    if (written === undefined) return false;
    if (written.normalize().toLowerCase() === plain) return true;
    return !!number && means(number, item, zone);
  });
}

/** Numbers begin anew each year: the year of issue tells apart what the number alone does not. */
export function means(wanted: DocumentNumber, item: FeedItem, zone: string): boolean {
  const { issuedDate } = item._civic?.directive ?? {};
  const own = numberIn(item);
  if (!own || !sameDocument(wanted, own)) return false;
  const unknown = wanted.year === undefined || own.year !== undefined || issuedDate === undefined;
  return unknown || wanted.year === yearIn(zone, issuedDate);
}

import { yearIn } from '../../feed/days.js';
import type { FeedItem } from '../../feed/schema.js';
import {
  documentNumberOf,
  parseDocumentNumber,
  sameDocument,
  type DocumentNumber,
} from '../../text/document-number.js';
import { numberOf } from './number-of.js';

/**
 * The item that a page or another document means.
 *
 * @param wanted - an item's id or a document number, in any spelling
 * @param zone - IANA name of the feed's zone: says in which year a document was issued
 * @returns undefined when no item is meant; where numbers repeat from year to year, the first in the feed
 */
export function findItem(items: readonly FeedItem[], wanted: string, zone: string): FeedItem | undefined {
  const byId = items.find(({ id }) => id === wanted) ?? items.find(({ id }) => id === wanted.trim());
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
  const { codeNumber = '', codeNotation = '', issuedDate } = item._civic?.directive ?? {};
  const own = documentNumberOf(codeNumber, codeNotation);
  if (!own || !sameDocument(wanted, own)) return false;
  const unknown = wanted.year === undefined || own.year !== undefined || issuedDate === undefined;
  return unknown || wanted.year === yearIn(zone, issuedDate);
}

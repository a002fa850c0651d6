import type { FeedItem } from '../../feed/schema.js';
import { documentNumberOf, parseDocumentNumber, sameDocument, type DocumentNumber } from '../../text/document-number.js';

/** Number and notation as they are written together, "01/CT-UBND"; undefined where either is unknown. */
export function numberOf(item: FeedItem): string | undefined {
  const { codeNumber, codeNotation } = item._civic?.directive ?? {};
  if (!codeNumber?.trim() || !codeNotation?.trim()) return undefined;
  // The Party writes "36-HD/VPTW": its notation brings its own sign along.
  return /^\s*[-/]/.test(codeNotation)
    ? codeNumber.trim() + codeNotation.trim()
    : `${codeNumber.trim()}/${codeNotation.trim()}`;
}

/**
 * The item that a page or another document means.
 *
 * @param wanted - an item's id or a document number, in any spelling
 * @returns undefined when no item is meant; where numbers repeat from year to year, the first in the feed
 */
export function findItem(items: readonly FeedItem[], wanted: string): FeedItem | undefined {
  const byId = items.find(({ id }) => id === wanted) ?? items.find(({ id }) => id === wanted.trim());
  if (byId) return byId;
  const number = parseDocumentNumber(wanted);
  const plain = wanted.normalize().trim().toLowerCase();
  return items.find((item) => {
    const written = numberOf(item);
    if (written === undefined) return false;
    if (written.normalize().toLowerCase() === plain) return true;
    const own = number && numberWithYear(item);
    return !!own && sameDocument(number, own);
  });
}

/** Numbers begin anew each year, so the year of issue tells apart what the number alone does not. */
function numberWithYear(item: FeedItem): DocumentNumber | undefined {
  const { codeNumber = '', codeNotation = '', issuedDate } = item._civic?.directive ?? {};
  const number = documentNumberOf(codeNumber, codeNotation);
  return number && number.year === undefined && issuedDate !== undefined
    ? { ...number, year: Number(issuedDate.trim().slice(0, 4)) }
    : number;
}

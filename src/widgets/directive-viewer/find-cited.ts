/** Which document of the feed another one names. Numbers begin anew each year and in each organ: one of several is never guessed. */
import type { FeedItem } from '../../feed/schema.js';
import { typeAtStart } from '../../text/citations.js';
import { type DocumentNumber, parseDocumentNumber, withoutYear } from '../../text/document-number.js';
import type { Issued } from '../../text/issued.js';
import { canBeSameOrgan } from '../../text/organ-name.js';
import { plain } from '../../text/plain.js';
import type { Steps } from '../../text/steps.js';
import { means } from './find-item.js';
import { numberOf } from './number-of.js';

/** Items between two interruptions. */
const STEP = 64;
const LAW = /^(?:bộ luật|luật|pháp lệnh)$/;

/** The documents of a feed, looked through once. */
export interface ItemIndex {
  /** By number without year. */
  readonly items: ReadonlyMap<string, readonly FeedItem[]>;
  /** Laws by name, composed and in lower case. */
  readonly laws: ReadonlyMap<string, { readonly number: DocumentNumber } | undefined>;
}

const indexes = new WeakMap<readonly FeedItem[], ItemIndex>();

export function* indexItems(items: readonly FeedItem[]): Steps<ItemIndex> {
  const known = indexes.get(items);
  if (known) return known;
  const byNumber = new Map<string, FeedItem[]>();
  const laws = new Map<string, { readonly number: DocumentNumber } | undefined>();
  let read = 0;
  for (const item of items) {
    if (++read % STEP === 0) yield;
    const number = parseDocumentNumber(numberOf(item) ?? '');
    if (!number) continue;
    const key = withoutYear(number);
    byNumber.set(key, [...(byNumber.get(key) ?? []), item]);
    const { title = '' } = item;
    const type = plain(item._civic?.directive?.typeName ?? typeAtStart(title) ?? '');
    if (!LAW.test(type)) continue;
    const name = typeAtStart(title) === type ? plain(title) : `${type} ${plain(title)}`;
    laws.set(name, laws.has(name) ? undefined : { number });
  }
  const index = { items: byNumber, laws };
  indexes.set(items, index);
  return index;
}

/**
 * @param zone - IANA name of the feed's
 * @param own - the document that cites: its own number, of which nothing else is said, is its own
 * @returns undefined where none is meant, or several can be
 */
export function findCited(
  { items }: ItemIndex,
  number: DocumentNumber,
  { date, organ }: Issued,
  zone: string,
  own?: FeedItem,
): FeedItem | undefined {
  const found = (items.get(withoutYear(number)) ?? []).filter((item) => {
    const { issuedDate, organ: issuer } = item._civic?.directive ?? {};
    if (!means(number, item, zone)) return false;
    if (date && issuedDate && !isSameDay(date, issuedDate)) return false;
    return !organ || !issuer?.name || canBeSameOrgan(organ, issuer.name);
  });
  if (own && !date && !organ && found.includes(own)) return own;
  return found[1] ? undefined : found[0];
}

/** Midnight in Việt Nam is the day before by the clock of the world. */
function isSameDay(date: string, written: string): boolean {
  const day = written.trim();
  return day.startsWith(date) || (day.includes('T') && Math.abs(Date.parse(day) - Date.parse(date)) < 24 * 3_600_000);
}

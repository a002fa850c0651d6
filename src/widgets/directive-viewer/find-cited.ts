/** Which document of the feed another one names. Numbers begin anew each year and in each organ: one of several is never guessed. */
import { yearIn } from '../../feed/days.js';
import type { FeedItem } from '../../feed/schema.js';
import {
  type DocumentNumber,
  findDocumentNumbers,
  parseDocumentNumber,
  withoutYear,
} from '../../text/document-number.js';
import { type Issued, issuedBehind } from '../../text/issued.js';
import { canBeSameOrgan } from '../../text/organ-name.js';
import { plain } from '../../text/plain.js';
import { atOnce, type Steps } from '../../text/steps.js';
import { itemOfId, means, numberIn } from './find-item.js';
import { numberOf } from './number-of.js';

/** Items between two interruptions. */
const STEP = 64;
/** At the beginning of a title or a type. What reads citations is not asked: it comes after the first document. */
const LAW = /^(?:bộ luật|luật|pháp lệnh)(?!\p{L})/u;
/** What may be said behind the name of a law: its days and years, and who passes laws. */
const NAMED =
  /^(?:căn cứ )?(.+?)((?:,? (?:ngày|tháng|năm) [\d/.-]+)*(?:,? của (?:\S+ ban thường vụ )?quốc hội)?[ ;.,]*)$/u;
/** "01/CT-UBND năm 2023". */
const YEAR = /^,?\s*năm\s+((?:19|20)\d\d)(?!\d)/iu;
/** Longer than the name of any law with what is said behind it: what is no name costs no time. */
const LONGEST_NAME = 300;

/** The documents of a feed, looked through once. */
export interface ItemIndex {
  /** By number without year. */
  readonly items: ReadonlyMap<string, readonly FeedItem[]>;
  /** Laws by name, composed and in lower case. */
  readonly laws: ReadonlyMap<string, { readonly number: DocumentNumber } | undefined>;
  /** By other words, composed and in lower case: what stands for a number where it is none, and laws by name. */
  readonly named: ReadonlyMap<string, readonly FeedItem[]>;
}

/** Another document as a basis or a relation names it. */
export interface NamedDocument {
  /** Where it names one and no other. */
  readonly number: DocumentNumber | undefined;
  /** Undefined where the feed has none, or several can be meant. */
  readonly item: FeedItem | undefined;
}

const indexes = new WeakMap<readonly FeedItem[], ItemIndex>();

export function* indexItems(items: readonly FeedItem[]): Steps<ItemIndex> {
  const known = indexes.get(items);
  if (known) return known;
  const byNumber = new Map<string, FeedItem[]>();
  const named = new Map<string, FeedItem[]>();
  const laws = new Map<string, { readonly number: DocumentNumber } | undefined>();
  const add = (map: Map<string, FeedItem[]>, key: string, item: FeedItem) => {
    const others = map.get(key);
    if (others) others.push(item);
    else map.set(key, [item]);
  };
  let read = 0;
  for (const item of items) {
    if (++read % STEP === 0) yield;
    const written = numberOf(item);
    const number = numberIn(item);
    if (number) add(byNumber, withoutYear(number), item);
    else if (written) add(named, plain(written), item);
    const name = lawName(item);
    if (!name) continue;
    if (number) laws.set(name, named.has(name) ? undefined : { number });
    else if (laws.has(name)) laws.set(name, undefined);
    add(named, name, item);
  }
  const index = { items: byNumber, laws, named };
  indexes.set(items, index);
  return index;
}

/** A title may leave out the type that the feed says by itself. */
function lawName({ title = '', _civic }: FeedItem): string | undefined {
  const name = plain(title);
  const [typeInTitle] = LAW.exec(name) ?? [];
  const type = plain(_civic?.directive?.typeName ?? typeInTitle ?? '');
  if (!name || LAW.exec(type)?.[0] !== type) return undefined;
  return typeInTitle === type ? name : `${type} ${name}`;
}

/**
 * The document that a basis or a relation names: by its id, by its number with what is said of date and organ, a law by its name.
 *
 * @param target - as the feed has it
 * @param zone - IANA name of the feed's
 */
export function findNamed(items: readonly FeedItem[], target: string, zone: string): NamedDocument {
  const text = target.normalize();
  const whole = parseDocumentNumber(text);
  const [found, another] = whole ? [] : findDocumentNumbers(text);
  const number = another ? undefined : (whole ?? found?.number);
  const byId = itemOfId(items, target);
  if (byId || another) return { number, item: byId };
  const index = atOnce(indexItems(items));
  if (!number) return { number, item: findByName(index, text, zone) };
  const end = found?.end ?? text.length;
  const [words = '', year] = YEAR.exec(text.slice(end)) ?? [];
  const wanted = year && number.year === undefined ? { ...number, year: Number(year) } : number;
  return { number, item: findCited(index, wanted, issuedBehind(text, end + words.length), zone) };
}

function findByName({ named }: ItemIndex, text: string, zone: string): FeedItem | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const words = plain(text);
  const [, name = '', told = ''] = NAMED.exec(words) ?? [];
  const issued = issuedBehind(told, 0);
  const [, year] = YEAR.exec(told) ?? [];
  const found = (named.get(words) ?? named.get(name) ?? []).filter((item) => {
    const { issuedDate } = item._civic?.directive ?? {};
    const own = numberIn(item)?.year ?? (issuedDate && yearIn(zone, issuedDate));
    return canBe(item, issued) && (!year || !own || own === Number(year));
  });
  return only(found);
}

/**
 * @param zone - IANA name of the feed's
 * @param own - the document that cites: its own number, of which nothing else is said, is its own
 * @returns undefined where none is meant, or several can be
 */
export function findCited(
  { items }: ItemIndex,
  number: DocumentNumber,
  issued: Issued,
  zone: string,
  own?: FeedItem,
): FeedItem | undefined {
  const found = (items.get(withoutYear(number)) ?? []).filter(
    (item) => means(number, item, zone) && canBe(item, issued),
  );
  return own && !issued.date && !issued.organ && found.includes(own) ? own : only(found);
}

/** One of several would be a guess. */
const only = <One>(found: readonly One[]): One | undefined => (found[1] ? undefined : found[0]);

/** Whether nothing that is said of a document contradicts what it says of itself. */
function canBe({ _civic }: FeedItem, { date, organ }: Issued): boolean {
  const { issuedDate, organ: issuer } = _civic?.directive ?? {};
  if (date && issuedDate && !isSameDay(date, issuedDate)) return false;
  return !organ || !issuer?.name || canBeSameOrgan(organ, issuer.name);
}

/** Midnight in Việt Nam is the day before by the clock of the world. */
function isSameDay(date: string, written: string): boolean {
  const day = written.trim();
  // What is known to the year or month alone can be that day.
  return (
    day.startsWith(date) ||
    date.startsWith(day) ||
    (day.includes('T') && Math.abs(Date.parse(day) - Date.parse(date)) < 24 * 3_600_000)
  );
}

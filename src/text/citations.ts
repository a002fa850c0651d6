import { TYPES } from './act-names.js';
import { type DocumentNumber, findDocumentNumbers } from './document-number.js';
import { type Issued, issuedBehind, NOT_SAID } from './issued.js';
import { mapText, remembered } from './mapped-text.js';
import { plain } from './plain.js';
import { quotedLines } from './quoted.js';
import { findSections, type SectionCitation } from './section-citations.js';
import { atOnce, type Steps } from './steps.js';

export interface DocumentCitation {
  readonly kind: 'document';
  readonly start: number;
  readonly end: number;
  readonly number: DocumentNumber;
  /** What is said of it here, or where it was named in full. */
  readonly issued: Issued;
}

/** A stretch of a text that names another document, or a section of this one. */
export type Citation = DocumentCitation | SectionCitation;

/** A number with what is said around it. */
interface ReadNumber {
  readonly number: DocumentNumber;
  /** UTF-16 offsets of the number itself. */
  readonly at: number;
  readonly end: number;
  /** As written before it. */
  readonly type: string | undefined;
  /** Where the words begin that say what it is the number of. */
  readonly start: number;
  readonly told: Issued;
}

/** A document as it was named in full; undefined where two have the same name, for neither is better than the wrong one. */
type Named = (Issued & { readonly number: DocumentNumber }) | undefined;

/** What a document says once in full and later in short. */
export interface CitedNames {
  /** By the name of a law, composed and in lower case. */
  readonly names: ReadonlyMap<string, Named>;
  /** By type and number without the organ, "nghị định 98/2023". */
  readonly short: ReadonlyMap<string, Named>;
  /** By type, where a document names one of that type alone: what "Nghị định này" means in a directive. */
  readonly types: ReadonlyMap<string, Named>;
  /** By number: when and by whom it was issued, where that is said once. */
  readonly issued: ReadonlyMap<string, Named>;
  /** By paragraph: what was found in it when it was read for its names. To look for numbers is most of the work. */
  readonly numbers: ReadonlyMap<string, readonly ReadNumber[]>;
  /** Paragraphs within a quotation of several, and the end of it in the last one. */
  readonly quoted: ReadonlyMap<string, number>;
}

const TYPE_BEFORE = new RegExp(`(${TYPES})(?:\\s+số)?:?\\s+$`, 'iu');
/** The name of the law right before its number: the last one, as the other laws of a list have theirs behind them. */
const NAME_BEFORE =
  /(?:^|[^\p{L}])((?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu}(?:(?!(?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu})[^.;:()“”"\n]){1,120}?)\s+(?:số|\(số|ban hành số):?\s+$/u;
const LAW = /^(?:Bộ luật|Luật|Pháp lệnh)/u;
/** An act that changes another has a name of its own, which holds that of the other. */
const AMENDING = /(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thi hành|hướng dẫn)[^.;:\n]*$/iu;
const NAMES_IN = /(?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu}/gu;
/** A cheap look for what `SHORT` ends with: most paragraphs have none. */
const MAY_BE_SHORT = /\d\/(?:19|20)\d\d(?![\d/-])/;
const SHORT = new RegExp(`(${TYPES})\\s+(?:số:?\\s+)?(\\d{1,5}/(?:19|20)\\d{2})(?![\\d/-])`, 'giu');
const THIS = new RegExp(`(${TYPES})\\s+này(?!\\p{L})`, 'giu');

/** The few types that there are, as keys. */
const plainType = remembered(plain);

const LONGEST_NAME = 200;

/** Paragraphs between two interruptions. */
const STEP = 4;

const TYPE_AT_START = new RegExp(`^\\s*(${TYPES})(?!\\p{L})`, 'iu');

/** The type that a text begins with, as a title does: "chỉ thị". */
export const typeAtStart = (text: string): string | undefined => {
  const [, type] = TYPE_AT_START.exec(text.normalize()) ?? [];
  return type && plain(type);
};

/** A cheap look for what may be a number: most paragraphs have none. */
const mayHaveNumber = (text: string) => text.includes('/') || MAY_BE_OLD.test(text);
const MAY_BE_OLD = /\d(?:[a-z]? ?[-–] ?[A-ZĐ]{2}|_)/;

function readNumbers(text: string): readonly ReadNumber[] {
  if (!mayHaveNumber(text)) return [];
  return findDocumentNumbers(text).map(({ number, start: at, end }) => {
    const [words = '', type] = TYPE_BEFORE.exec(text.slice(Math.max(0, at - 40), at)) ?? [];
    return { number, at, end, type, start: at - words.length, told: issuedBehind(text, end) };
  });
}

/** The first who has a name keeps it; a second one takes it from both. */
function name(map: Map<string, Named>, key: string, number: DocumentNumber, issued: Issued = {}): void {
  if (!map.has(key)) map.set(key, { number, ...issued });
  else if (map.get(key)?.number.key !== number.key) map.set(key, undefined);
}

/** What is said of a number at one place adds to what is said at another, unless the two contradict each other. */
function noteIssued(map: Map<string, Named>, number: DocumentNumber, { date, organ }: Issued): void {
  const former = map.get(number.key);
  if (map.has(number.key) && (!former || (date && former.date && date !== former.date))) map.set(number.key, undefined);
  else map.set(number.key, { number, ...former, ...(date && { date }), ...(organ && { organ }) });
}

/** Reads a document through for what it names in full. */
export function* citedNames(paragraphs: readonly string[]): Steps<CitedNames> {
  const names = new Map<string, Named>();
  const short = new Map<string, Named>();
  const types = new Map<string, Named>();
  const issued = new Map<string, Named>();
  const numbers = new Map<string, readonly ReadNumber[]>();
  let read = 0;
  for (const text of paragraphs) {
    if (!mayHaveNumber(text)) continue;
    if (++read % STEP === 0) yield;
    const { text: copy } = composed(text);
    const found = readNumbers(copy);
    if (copy === text) numbers.set(text, found);
    for (const { number, at, type, told } of found) {
      if (told !== NOT_SAID) noteIssued(issued, number, told);
      const before = copy.slice(Math.max(0, at - 160), at);
      const match = /Luật|luật|Pháp lệnh/.test(before) && NAME_BEFORE.exec(before);
      if (match && !AMENDING.test(before.slice(0, match.index))) name(names, plain(match[1] ?? ''), number, told);
      const kind = type ?? (match && LAW.exec(match[1] ?? '')?.[0]);
      if (kind) name(types, plainType(kind), number, told);
      if (type && number.year !== undefined)
        name(short, `${plainType(type)} ${number.number}/${number.year}`, number, told);
    }
  }
  return { names, short, types, issued, numbers, quoted: quotedIn(paragraphs) };
}

function quotedIn(paragraphs: readonly string[]): ReadonlyMap<string, number> {
  const quoted = new Map<string, number>();
  if (!paragraphs.some((text) => /^\s*[“"]/.test(text))) return quoted;
  const lines = paragraphs.map((text) => ({ text: text.trimStart() }));
  quotedLines(lines).forEach((isQuoted, at) => {
    const text = paragraphs[at] ?? '';
    if (!isQuoted) return;
    const close = /[”"][^“”"]*$/.exec(text)?.index;
    quoted.set(text, close ?? text.length);
  });
  return quoted;
}

/** Letters with their marks as one, so that the words above are found however they are written. */
const composed = (text: string): { text: string; offsets?: readonly number[] } =>
  /[\u0300-\u036f]/.test(text) ? mapText(text, (piece) => piece.normalize()) : { text };

/**
 * The citations in a paragraph, in order and without overlaps. Nothing inside a quotation is one: an amendment's
 * words belong to the act that it amends.
 *
 * @param known - what the document names in full elsewhere
 * @param here - id of the section that the paragraph stands in
 * @param own - what this document is called, "chỉ thị", and its annexes: "Chỉ thị này" is itself
 */
export function findCitations(
  written: string,
  known: CitedNames = atOnce(citedNames([written])),
  here?: string,
  own?: ReadonlySet<string>,
): readonly Citation[] {
  const { text, offsets } = composed(written);
  const found: Citation[] = [];
  const add = (citation: Citation) => {
    if (!found.some(({ start, end }) => citation.start < end && start < citation.end)) found.push(citation);
  };
  const addNamed = (named: Named, start: number, end: number) => {
    if (named)
      add({ kind: 'document', number: named.number, issued: known.issued.get(named.number.key) ?? named, start, end });
  };
  for (const { number, start, end, told } of known.numbers.get(text) ?? readNumbers(text)) {
    const issued = told === NOT_SAID ? (known.issued.get(number.key) ?? told) : told;
    add({ kind: 'document', number, issued, start, end });
  }
  for (const { index, 0: whole, 1: type = '', 2: number = '' } of MAY_BE_SHORT.test(text) ? text.matchAll(SHORT) : [])
    addNamed(known.short.get(`${plainType(type)} ${number}`), index, index + whole.length);
  if (known.names.size > 0) addNames(text, known.names, addNamed);
  for (const citation of findSections(text, here)) add(citation);
  // Who does not know what it is called itself cannot tell whom it means.
  for (const { index, 0: whole, 1: type = '' } of own?.size && text.includes('này') ? text.matchAll(THIS) : [])
    if (!own?.has(plainType(type))) addNamed(known.types.get(plainType(type)), index, index + whole.length);
  const unquoted = withoutQuoted(text, found, known.quoted.get(written) ?? 0).sort((a, b) => a.start - b.start);
  if (!offsets) return unquoted;
  return unquoted.map((one) => ({ ...one, start: offsets[one.start] ?? 0, end: offsets[one.end] ?? written.length }));
}

function addNames(
  text: string,
  names: CitedNames['names'],
  add: (named: Named, start: number, end: number) => void,
): void {
  for (const { index } of text.matchAll(NAMES_IN)) {
    let best: Named;
    let to = 0;
    const words = plain(text.slice(index, index + LONGEST_NAME));
    for (const [name, named] of names) {
      // As long as the name, however its letters are composed and its spaces are.
      const end = index + name.length;
      const after = text.slice(end, end + 10);
      // With its number behind it, that is the link.
      if (
        !words.startsWith(name) ||
        end <= to ||
        plain(text.slice(index, end)) !== name ||
        /^(?:\p{L}|\s+\(?số)/u.test(after)
      )
        continue;
      best = named;
      to = end;
    }
    add(best, index, to);
  }
}

/**
 * A quotation that holds more than a name: at least a sentence or a marker of its own.
 *
 * @param before - where a quotation ends that began in a paragraph before
 */
function withoutQuoted(text: string, found: Citation[], before: number): Citation[] {
  if (found.length === 0 || (!before && !/[“"]/.test(text))) return found;
  const quoted: [number, number][] = [[0, before]];
  for (const { index, 0: whole } of text.matchAll(/“[^”]*(?:”|$)|"[^"]*"/gu))
    quoted.push([index, index + whole.length]);
  return found.filter(({ start, end }) => !quoted.some(([from, to]) => start >= from && end <= to));
}

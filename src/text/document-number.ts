import { canonicalType } from './document-types.js';
import { mapText, remembered, type MappedText } from './mapped-text.js';
import { AT_PLACE, forWhole, isCued, isTail, type NumberForm, START } from './number-patterns.js';

/** A document's number taken apart. Written forms: Nghị định 30/2020/NĐ-CP, Luật 80/2015/QH13, Hướng dẫn 36-HD/VPTW. */
export interface DocumentNumber {
  readonly form: NumberForm;
  /** As written: "01" keeps its zero. */
  readonly number: string;
  readonly year?: number;
  /** Properly spelled: "NĐ", "TTr", "VBHN". A law and a công văn have none. */
  readonly typeCode?: string;
  /** "CP", "UBND", "BTP-BCA-TANDTC", "QH15", "UBND-NV". */
  readonly organ: string;
  /** The number as it should be written, "98/2023/NĐ-CP". */
  readonly text: string;
  /** Equal for all spellings of one number; holds the year only where the number does. */
  readonly key: string;
}

/** A number found in a running text. */
export interface FoundNumber {
  /** The same one wherever it is written in the same way. */
  readonly number: DocumentNumber;
  /** UTF-16 offsets in the original text. */
  readonly start: number;
  readonly end: number;
}

/** An address whose path may look like a number: "https://…", "www.…", "quan.gov.vn/…". */
const ADDRESS = /^[(<"'“[]*(?:[a-z][a-z\d+.-]*:\/\/|www\.|[a-z\d-]+(?:\.[a-z\d-]+)+[/?#:])/iu;
/** Addresses longer than this are cut: it bounds the look back. */
const LONGEST_ADDRESS = 300;

/**
 * Reads one number, such as the `item` of a viewer: "01/CT-UBND", in any case, damaged or not.
 *
 * @returns undefined for what is no document number
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const trimmed = normalise(text)
    .text.trim()
    .replace(/^số:? /iu, '');
  return readWhole(trimmed) ?? readWhole(trimmed.toUpperCase().replace(/\bTTG\b/gu, 'TTg'));
}

/**
 * The number that a feed's fields make up: `codeNumber` "01" and `codeNotation` "CT-UBND" or
 * "2023/NĐ-CP" or, for the Party, "-CT/TU".
 */
export function documentNumberOf(codeNumber: string, codeNotation: string): DocumentNumber | undefined {
  const notation = codeNotation.trim();
  const joined = /^[-/]/u.test(notation) ? codeNumber + notation : `${codeNumber}/${notation}`;
  const [slash, dash] = [joined, `${codeNumber}-${notation}`].map(parseDocumentNumber);
  return dash?.form === 'party' ? dash : (slash ?? dash);
}

/** The same for all spellings of a number, and for the one that leaves the year out. */
export const withoutYear = (number: DocumentNumber): string => keyOf(number, undefined);

/** Whether two numbers can name the same document: equal, or equal but for a year that one leaves out. */
export function sameDocument(a: DocumentNumber, b: DocumentNumber): boolean {
  if (a.key === b.key) return true;
  const oneYear = (a.year === undefined) !== (b.year === undefined);
  return oneYear && withoutYear(a) === withoutYear(b);
}

/**
 * Finds the document numbers in a text. The text is matched in a normalised copy (composed
 * letters, plain dashes and spaces) and is itself never changed.
 */
export function findDocumentNumbers(text: string): readonly FoundNumber[] {
  if (!/\d/.test(text)) return [];
  const { text: copy, offsets } = normalise(text);
  const placeOf = (at: number) => offsets?.[at] ?? at;
  const found: FoundNumber[] = [];
  // Not `matchAll`, which makes a pattern of its own for every paragraph.
  START.lastIndex = 0;
  for (let at = START.exec(copy); at; at = START.exec(copy)) {
    const { index } = at;
    const previous = found[found.length - 1];
    const start = placeOf(index);
    if (previous !== undefined && start < previous.end) continue;
    if (isTail(copy, index)) continue;
    const match = matchAt(copy, index);
    if (match === undefined || isInAddress(copy, index)) continue;
    found.push({ number: match.number, start, end: placeOf(match.end) });
  }
  return found;
}

const read = new Map<string, DocumentNumber>();

function matchAt(text: string, at: number): { number: DocumentNumber; end: number } | undefined {
  for (const { form, pattern, cued } of AT_PLACE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match && cued && !isCued(text, at)) continue;
    // With its parts, as a list of them is written.
    const key = form + String(match);
    const number = match && (read.get(key) ?? readMatch(form, match.groups));
    if (!number) continue;
    // A law names the same few acts again and again; arbitrary texts must not grow the map for ever.
    if (read.size < 512) read.set(key, number);
    return { number, end: pattern.lastIndex };
  }
  return undefined;
}

function isInAddress(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < LONGEST_ADDRESS && !/\s/u.test(text.charAt(start - 1))) start -= 1;
  return start < at && ADDRESS.test(text.slice(start, at));
}

function readWhole(text: string): DocumentNumber | undefined {
  // Each of the patterns takes a millisecond when it is first tried; many items have no number at all.
  if (!/^\d/.test(text)) return undefined;
  for (const [form, pattern] of forWhole()) {
    const match = pattern.exec(text);
    if (match !== null) return readMatch(form, match.groups);
  }
  return undefined;
}

function readMatch(
  form: NumberForm,
  groups: Readonly<Record<string, string | undefined>> | undefined,
): DocumentNumber | undefined {
  const number = groups?.['number'];
  const written = groups?.['organ'];
  if (number === undefined || written === undefined) return undefined;
  const type = groups?.['type'];
  const typeCode = type === 'VBHN' || type === undefined ? type : canonicalType(type);
  const writtenYear = groups?.['year'];
  const year = writtenYear === undefined ? undefined : Number(writtenYear.padStart(4, '19'));
  const parts = { form, number, typeCode, organ: organOf(written) };
  return {
    form,
    number,
    ...(year === undefined ? {} : { year }),
    ...(typeCode === undefined ? {} : { typeCode }),
    organ: parts.organ,
    text: writeNumber(parts, year),
    key: keyOf(parts, year),
  };
}

/** As it should be written: "HĐND", "TTg", capitals, without spaces, "QH14" where the Q is lost. */
function organOf(written: string): string {
  const organ = written
    .replace(/ /g, '')
    .replace(/HDND/gu, 'HĐND')
    .replace(/^H(?=\d)/u, 'QH');
  return (/\p{Lu}/u.test(organ) ? organ : organ.toUpperCase()).replace(/^TTG$/iu, 'TTg');
}

interface Parts {
  readonly form: NumberForm;
  readonly number: string;
  readonly typeCode?: string | undefined;
  readonly organ: string;
}

function keyOf(parts: Parts, year: number | undefined): string {
  const number = parts.number.replace(/^0+(?=\d)/u, '');
  return writeNumber({ ...parts, number }, year).toUpperCase();
}

function writeNumber({ form, number, typeCode, organ }: Parts, year: number | undefined): string {
  if (form === 'old') return `${number}-${organ}`;
  if (form === 'party') return `${number}-${typeCode ?? ''}/${organ}`;
  const notation = typeCode === undefined ? organ : `${typeCode}-${organ}`;
  return [number, year, notation].filter((part) => part !== undefined).join('/');
}

/**
 * What {@link normalise} may write otherwise: all but printable ASCII and composed Latin letters other than eth, and spaces in
 * a row. Few paragraphs have any, and going through one letter by letter is most of the work.
 */
const ODD = /[^ -~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u02af\u1e00-\u1eff\u2018-\u201f\u2026]| {2}/;

/** Composed letters, plain dashes, slashes and single spaces; eth (U+00D0) as Đ. */
function normalise(text: string): Pick<MappedText, 'text'> & Partial<MappedText> {
  if (!ODD.test(text)) return { text };
  return mapText(text, (piece, last) => {
    const plain = normalisePiece(piece);
    return plain === ' ' && last === ' ' ? '' : plain;
  });
}

const normalisePiece = remembered((piece) => {
  if (/^[\n\r\u2028\u2029]/u.test(piece)) return '\n';
  if (/^\s/u.test(piece)) return ' ';
  if (/^\p{Cf}/u.test(piece)) return '';
  if (/^[\p{Pd}\u2212]/u.test(piece)) return '-';
  if (/^[\u2044\u2215\uff0f]/u.test(piece)) return '/';
  return piece
    .normalize('NFC')
    .replace(/\u00d0/gu, 'Đ')
    .replace(/\u00f0/gu, 'đ');
});

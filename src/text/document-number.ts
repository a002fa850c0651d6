import { canonicalType, TYPE_PATTERN } from './document-types.js';
import { mapText, remembered, type MappedText } from './mapped-text.js';

/** A document's number taken apart. Written forms: Nghị định 30/2020/NĐ-CP, Luật 80/2015/QH13, Hướng dẫn 36-HD/VPTW. */
export interface DocumentNumber {
  /**
   * `law` n/yyyy/QHk · `normative` n/yyyy/TYPE-ORG · `individual` n/TYPE-ORG ·
   * `letter` n/ORG-UNIT (công văn, judgments; n/ORG before 1996) · `consolidated` n/VBHN-ORG · `party` n-TYPE/ORG ·
   * `old` n-ORG or n-ORG/TYPE, before 1996
   */
  readonly form: 'law' | 'normative' | 'individual' | 'letter' | 'consolidated' | 'party' | 'old';
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
export interface FoundNumber extends DocumentNumber {
  /** UTF-16 offsets in the original text. */
  readonly start: number;
  readonly end: number;
}

const SLASH = ' ?/{1,2} ?';
const DASH = ' ?[-_] ?';
const YEAR = '(?<year>(?:19|20)\\d{2})';
// Before 2000 two digits are written, too: "12/97/QĐ-UB".
const SOME_YEAR = '(?<year>(?:19|20)\\d{2}|[89]\\d)';
const NUMBER = '(?<number>\\d{1,5}[a-zA-Z]?)';
// Organs are capitals, SNgV and GDTrH apart. Digits belong to an organ only in QH15, HĐNN8 and BCĐ389, and in its units
// (NC1, NV1): others are a footnote's.
const UNIT_WITH_DIGIT = '(?:N[CLV]|TH|VX|K[HT]|CN|TC|ĐT|XD|QT|VP|CV)\\d';
const ORGAN_NAME = `(?:UBTVQH ?(?:1\\d|2\\d|\\d)|QH ?(?:1\\d|2\\d|\\d)|QHK\\d{1,2}|HĐNN\\d|NHNN\\d{1,2}|(?:BCĐ|TCT|ĐA|TCTĐA)\\d{2}|${UNIT_WITH_DIGIT}(?!\\d)|T[Tt]g|(?:\\p{Lu}[ghr]?){1,15}(?: ?& ?\\p{Lu}{1,5}|\\d{3})?)`;
// Ministries join by "-", joint circulars by "/" too; "NN&PTNT" is one, "TT.HĐND" has a part of one in front.
const JOINED = `(?:[-.]|/(?=\\p{Lu}{2})|- (?=[VIX]+\\.)|- ?(?=${UNIT_WITH_DIGIT}))`;
const ORGAN = `(?<organ>${ORGAN_NAME}(?:${JOINED}${ORGAN_NAME}){0,9})`;
// The hyphen of "NĐCP" may be lost only where what follows is surely an organ.
const SURE_ORGAN =
  '(?:CP|TTg|UBND|HĐND|HDND|CTN|UBTVQH\\d{1,2}|QH\\d{1,2}|VPCP|B\\p{Lu}{2,7}|S\\p{Lu}{2,6})(?![\\p{Lu}\\d-])';
const JOINT = `(?:${DASH}|\\.|(?: ?(?=${SURE_ORGAN})))`;
// A lost stroke: "15/2006QĐ-BTC".
const BEFORE_TYPE = `(?:${SLASH}|-|(?=(?:QĐ|NĐ|TT|CT|NQ)))`;

type Pattern = readonly [form: DocumentNumber['form'], pattern: string];

const PATTERNS: readonly Pattern[] = [
  ['law', `${NUMBER}${SLASH}${YEAR}${SLASH}(?<organ>(?:UBTV)?QH ?(?:1\\d|2\\d|\\d))`],
  ['consolidated', `${NUMBER}${SLASH}(?:${YEAR}${SLASH})?(?<type>VBHN)${DASH}${ORGAN}`],
  [
    'normative',
    `${NUMBER}(?:${SLASH}|-)${SOME_YEAR}${BEFORE_TYPE}(?<type>${TYPE_PATTERN})(?:${JOINT}|${SLASH})${ORGAN}`,
  ],
  ['individual', `${NUMBER}${SLASH}(?<type>${TYPE_PATTERN})(?:${JOINT}|${SLASH}(?=\\p{Lu}{2}))${ORGAN}`],
  ['party', `${NUMBER}(?:${DASH}| )(?<type>${TYPE_PATTERN})${SLASH}${ORGAN}`],
];
/**
 * Organs that nothing else is called: with one of these it is a letter of theirs, whatever stands before it. So are the
 * marks of judgments, "136/2024/DS-PT".
 */
const WELL_KNOWN =
  '(?:UBND|HĐND|UBMTTQ|VPCP|TTCP|TTg|CP|NHNN|KBNN|BHXH|TLĐ|TANDTC|VKSNDTC|KTNN|ĐTN|TC(?:HQ|T|DS|TK|ĐBVN|LN)|B(?:C[AT]|G[DT]|K|L|N[GNV]|QP|T[CDNPT]|V[HT]|XD|YT|[TY])\\p{Lu}{0,6}|S(?:C[T]|G[DT]|K|L|N[GNV]|T[CDNPT]|V[HT]|XD|YT|[TY])\\p{Lu}{0,5})(?![\\p{L}])';
const LETTER_ORGAN = `(?<organ>${ORGAN_NAME}(?:(?:${JOINED}|- (?=\\p{Lu}{2})| -(?=\\p{Lu}{2}))${ORGAN_NAME}){0,9})`;
// Only the cue tells "123/VP-TH" from any other pair of abbreviations.
const LETTER = `${NUMBER}(?:${SLASH}|-(?=(?:19|20)\\d\\d/))(?:${YEAR}${SLASH})?${LETTER_ORGAN}`;
const KNOWN_LETTER = `${NUMBER}${SLASH}(?:${YEAR}${SLASH})?(?=(?:\\p{Lu}{1,5}-)?${WELL_KNOWN}|(?:DS|HS|HC|KDTM|LĐ|HNGĐ)-(?:PT|ST|GĐT))(?<organ>${ORGAN_NAME}(?:${JOINED}${ORGAN_NAME}){1,9})`;
/** Before 1996: "78-CP", "15-BTC/TT". The Council of Ministers and the Government alone need no cue. */
const OLD = `${NUMBER}(?:${DASH}| (?=\\p{Lu}{2,6}[-/]\\p{Lu}))(?<organ>\\p{Lu}{2,10}(?:[-/]\\p{Lu}{2,10}){0,3})`;
const OLD_KNOWN = `${NUMBER}${DASH}(?<organ>HĐBT|HĐCP|CP|TTg)`;

const TYPE_WORDS =
  'công văn|văn bản|nghị định|quyết định|chỉ thị|thông tư|tờ trình|báo cáo|thông báo|kế hoạch|hướng dẫn|kết luận|nghị quyết|' +
  'quy chế|quy định|công điện|biên bản|luật|pháp lệnh|sắc lệnh|lệnh|bản án|thông tri|chương trình|phương án|đề án|giấy mời|điện|' +
  'thông cáo|phiếu chuyển|quy trình|quyết nghị|giấy phép|điều lệ|hợp đồng|phúc đáp|QĐ|NĐ|TT|CV|TB|KH|BC|NQ|CT|HD|TTr';
const LETTER_CUE = new RegExp(
  `(?:^|[^\\p{L}])(?:${TYPE_WORDS})(?:(?: \\p{L}+){0,8} \\(?(?:số|SỐ|Số)(?: hiệu| ký hiệu)?| ?\\(| \\(?số)?:? ?$`,
  'iu',
);
/** What has a number of its own that is none of a document. */
const OTHER_CUE =
  /(?:mẫu|mã|biểu|bảng|nhà|tờ|thửa|lô|tài khoản|điện thoại|hóa đơn|hoá đơn|serial|seri|quyển|hộp|xe|tổ|phòng|đường|ngõ) (?:số )?:? ?$/iu;
/** The head of a document, "Số: 2728/TCT-DNL": less of a cue, so that the number must have its unit. Not "Mẫu số: 01/…". */
const HEAD_CUE = /(?:^|[^\p{L}])S[ốỐ](?: hiệu| ký hiệu)? ?:? ?$/u;
const WITH_UNIT =
  /^(?:[^\s-]{3,24} ?- ?\p{Lu}|\d+[a-z]? ?\/ ?(?:UBND|HĐND|B\p{Lu}{2,5}|S\p{Lu}{2,5})(?!\p{L})|\d+[a-z]? ?- ?\p{Lu}{3}|\d+[a-z]? ?- ?\p{Lu}{2,}\/|\d+-(?:CP|TTg|UB))/u;

const START = /\d+[a-zA-Z]?(?: ?[/_-]| (?=\p{Lu}+[a-z]?\p{Lu}*[-/]))/gu;
// Not the tail of a longer number, path or word, and not the head of one. (Older Safari has no look-behind.)
const TAIL = /(?:[\p{L}\p{N}_/-]|[\p{N}.][.,])$/u;
/** "số12/2010/…", "QĐ15/2006/…": a space is missing. */
const GLUED = /(?:^|[^\p{L}])(?:s[ốỐ]|QĐ|NĐ|TT|CT|NQ)$/iu;
// A space may be missing: "UBNDngày".
const AFTER = '(?!(?!ngày|của|về )[\\p{L}_]|\\d{3}|-?\\d*/|-[\\p{L}])';

type Rule = readonly [form: DocumentNumber['form'], pattern: RegExp, cued: boolean];

const ruleOf = ([form, pattern]: Pattern, cued = false): Rule => [form, new RegExp(pattern + AFTER, 'uy'), cued];
const AT_PLACE: readonly Rule[] = [
  ...PATTERNS.map((one) => ruleOf(one)),
  ruleOf(['letter', KNOWN_LETTER]),
  ruleOf(['old', OLD_KNOWN]),
  ruleOf(['letter', LETTER], true),
  ruleOf(['old', OLD], true),
];
const WHOLE: readonly (readonly [DocumentNumber['form'], RegExp])[] = [
  ...PATTERNS,
  ['letter', LETTER] as const,
  ['old', OLD] as const,
].map(([form, pattern]) => [form, new RegExp(`^${pattern}$`, 'u')]);

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
  for (const { index } of copy.matchAll(START)) {
    const previous = found[found.length - 1];
    const start = placeOf(index);
    if (previous !== undefined && start < previous.end) continue;
    if (TAIL.test(copy.slice(Math.max(0, index - 2), index)) && !GLUED.test(copy.slice(Math.max(0, index - 3), index)))
      continue;
    const match = matchAt(copy, index);
    if (match === undefined || isInAddress(copy, index)) continue;
    found.push({ ...match.number, start, end: placeOf(match.end) });
  }
  return found;
}

const read = new Map<string, DocumentNumber>();

function matchAt(text: string, at: number): { number: DocumentNumber; end: number } | undefined {
  for (const [form, pattern, cued] of AT_PLACE) {
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

function isCued(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  if (OTHER_CUE.test(before)) return false;
  return LETTER_CUE.test(before) || (HEAD_CUE.test(before) && WITH_UNIT.test(text.slice(at, at + 32)));
}

function isInAddress(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < LONGEST_ADDRESS && !/\s/u.test(text.charAt(start - 1))) start -= 1;
  return start < at && ADDRESS.test(text.slice(start, at));
}

function readWhole(text: string): DocumentNumber | undefined {
  for (const [form, pattern] of WHOLE) {
    const match = pattern.exec(text);
    if (match !== null) return readMatch(form, match.groups);
  }
  return undefined;
}

function readMatch(
  form: DocumentNumber['form'],
  groups: Readonly<Record<string, string | undefined>> | undefined,
): DocumentNumber | undefined {
  const number = groups?.['number'];
  const written = groups?.['organ'];
  if (number === undefined || written === undefined) return undefined;
  const type = groups?.['type'];
  const typeCode = type === 'VBHN' || type === undefined ? type : canonicalType(type);
  const writtenYear = groups?.['year'];
  const year = writtenYear === undefined ? undefined : Number(writtenYear.padStart(4, '19'));
  const parts = { form, number, typeCode, organ: written.replace(/HDND/gu, 'HĐND').replace(/ /g, '') };
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

interface Parts {
  readonly form: DocumentNumber['form'];
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

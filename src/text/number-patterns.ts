/**
 * How numbers of documents are written, as patterns on normalised text: composed letters, "-", "/" and single spaces.
 * Widened by what real documents have, spoiled ones too (`test/text/citations`).
 */
import { KINDS, TYPE_PATTERN } from './document-types.js';

// "_" where a file's name was copied.
const SLASH = ' ?[/_]{1,2} ?';
const DASH = ' ?[-_] ?';
const SLASH_OR_DASH = `(?:${SLASH}|-)`;
const YEAR = '(?<year>(?:19|20)\\d{2})';
// Before 2000 two digits are written, too: "12/97/QĐ-UB".
const SOME_YEAR = '(?<year>(?:19|20)\\d{2}|[89]\\d)';
const NUMBER = '(?<number>\\d{1,6}[a-zA-Z]?)';
const QH = '(?:UBTV)?QH ?(?:1\\d|2\\d|\\d)';

// Digits belong to an organ only in QH15, HĐND7, HĐNN8, BCĐ389 and the like, and in its units (NC1, P5): others are a
// footnote's.
const UNIT_WITH_DIGIT = '(?:N[CLV]|TH|VX|K[HT]|CN|TC|ĐT|XD|QT|VP|CV)\\d(?!\\d)';
const WITH_DIGITS = `${QH}|(?:QHK|H[ĐD]NDK?|NHNN|\\p{Lu}{0,6}(?:BCĐ|TCT|ĐA)|(?:UBND)?[KPQ])\\d{1,2}(?!\\d)|HĐNN\\d|${UNIT_WITH_DIGIT}`;
// Organs are capitals, SNgV and GDTrH apart; "NN&PTNT" is one.
const ORGAN_NAME = `(?:${WITH_DIGITS}|T[Tt]g|BGD ĐT|(?:\\p{Lu}[ghr]?){1,15}(?: ?& ?\\p{Lu}{1,12}|\\d{3})?)`;
// Ministries join by "-", in joint circulars by "/" too; "TT.HĐND" has a part of one in front.
const JOINED = `(?:[-.]| ?/ ?(?=\\p{Lu}{2})|- (?=[VIX]+\\.)|(?: -|- )(?=[A-ZĐ]{2,8}(?!\\p{L}| \\p{Lu}{2}))|- ?(?=${UNIT_WITH_DIGIT}))`;
const ORGAN = `(?<organ>${ORGAN_NAME}(?:${JOINED}${ORGAN_NAME}){0,9})`;
// The hyphen of "NĐCP" may be lost only where what follows is surely an organ.
const SURE_ORGAN = `(?:(?:CP|TTg|UBND|H[ĐD]ND|CTN|VPCP|[BS]\\p{Lu}{2,7})(?![\\p{Lu}\\d-])|${QH}|HĐND\\d)`;
const JOINT = `(?:${DASH}|\\.|(?: ?(?=${SURE_ORGAN})))`;
// A lost stroke, "15/2006QĐ-BTC", and a lost letter, "170/2003/N -CP".
const BEFORE_TYPE = `(?:${SLASH}|-|(?=(?:QĐ|NĐ|TT|CT|NQ)))`;
const LOST = '[NQ] (?=-)';

const LOWER_TYPE = TYPE_PATTERN.toLowerCase();

/**
 * `law` n/yyyy/QHk · `normative` n/yyyy/TYPE-ORG · `individual` n/TYPE-ORG ·
 * `letter` n/ORG-UNIT (công văn, judgments; n/ORG before 1996) · `consolidated` n/VBHN-ORG · `party` n-TYPE/ORG ·
 * `old` n-ORG or n-ORG/TYPE, before 1996
 */
export type NumberForm = 'law' | 'normative' | 'individual' | 'letter' | 'consolidated' | 'party' | 'old';

type Pattern = readonly [form: NumberForm, pattern: string];

const PATTERNS: readonly Pattern[] = [
  ['law', `${NUMBER}${SLASH}${YEAR}${SLASH_OR_DASH}(?<organ>${QH}|H1\\d)`],
  ['consolidated', `${NUMBER}${SLASH}(?:${YEAR}${SLASH})?(?<type>VBHN)${DASH}${ORGAN}`],
  [
    'normative',
    `${NUMBER}${SLASH_OR_DASH}${SOME_YEAR}${BEFORE_TYPE}(?<type>${TYPE_PATTERN}|${LOST})(?:${JOINT}|${SLASH})${ORGAN}`,
  ],
  ['normative', `${NUMBER}/(?:${YEAR}/)?(?<type>${LOWER_TYPE})-(?<organ>\\p{Ll}{2,8}(?:-\\p{Ll}{2,8}){0,5})`],
  ['individual', `${NUMBER}${SLASH}(?<type>${TYPE_PATTERN})(?:${JOINT}|${SLASH}(?=\\p{Lu}{2}))${ORGAN}`],
  ['party', `${NUMBER}(?:${DASH}|\\.| )(?<type>${TYPE_PATTERN})${SLASH}${ORGAN}`],
];

/**
 * Organs that nothing else is called: with one of these it is a letter of theirs, whatever stands before it. So are the
 * marks of judgments, "136/2024/DS-PT".
 */
const WELL_KNOWN =
  '(?:UBND|HĐND|UBMTTQ|VPCP|TTCP|TTg|CP|NHNN|KBNN|BHXH|TLĐ|LĐTBXH|TANDTC|VKSNDTC|KTNN|ĐTN|TC(?:HQ|T|DS|TK|ĐBVN|LN)|[BS](?:C[AT]|G[DT]|K|L|N[GNV]|QP|T[CDNPT]?|V[HT]|XD|YT?)\\p{Lu}{0,6})(?!\\p{L})';
const JUDGMENT = '(?:DS|HS|HC|KDTM|LĐ|HNGĐ)-(?:PT|ST|GĐT)';
const KNOWN = `(?=(?:(?:\\p{Lu}[ghr]?){1,6}-)?${WELL_KNOWN}|${JUDGMENT})`;
/** In a letter a digit is the unit's. */
const UNIT = `(?:\\p{Lu}{1,5}\\d{1,2}(?!\\d)|${ORGAN_NAME})`;
const KNOWN_LETTER = `${NUMBER}${SLASH}(?:${YEAR}${SLASH})?${KNOWN}(?<organ>${ORGAN_NAME}(?:${JOINED}${UNIT}){1,9})`;

// Only the cue tells "123/VP-TH" from any other pair of abbreviations. "12/SNV - VP" has a unit, "12/SNV - UBND tỉnh" none.
const UNIT_BEHIND = `(?:${JOINED}|- (?=\\p{Lu}{2})| -(?=\\p{Lu}{2})| - (?!${WELL_KNOWN})(?=\\p{Lu}{2}))`;
const LETTER = `${NUMBER}(?:${SLASH}|-(?=(?:19|20)\\d\\d/))(?:${YEAR}${SLASH})?(?<organ>${ORGAN_NAME}(?:${UNIT_BEHIND}${UNIT}){0,9})`;
const SURELY_OLD = '(?:HĐBT|HĐCP|CP|TTg)';
/** Before 1996: "78-CP", "15-BTC/TT", "1502TM/XNK". The Council of Ministers and the Government alone need no cue. */
const OLD = `${NUMBER}(?:${DASH}| ?(?=\\p{Lu}{2,6}[-/]\\p{Lu})| (?=${SURELY_OLD}(?!\\p{L})))(?<organ>(?:TTg|\\p{Lu}{2,10})(?:(?:[-/]| -|- )\\p{Lu}{2,10}){0,3})`;
const OLD_KNOWN = `${NUMBER}${DASH}(?<organ>${SURELY_OLD})`;

/** A contract is no document that readers find by its number. */
const TYPE_WORDS = `${KINDS.replace('Hợp đồng|', '')}|Văn bản|Sắc lệnh|Bản án|Thông tri|Giấy mời|Điện|Phiếu chuyển|Quy trình|Án lệ|Phúc đáp|Thư mời|QĐ|NĐ|TT|TTLT|CV|VB|TB|KH|KL|BC|NQ|CT|CTr|HD|TTr|GM`;
const LETTER_CUE = new RegExp(
  `(?:^|[^\\p{L}])(?:${TYPE_WORDS})(?: liên (?:tịch|bộ|ngành))?(?:(?: \\p{L}+){0,8} \\(?số(?: hiệu| ký hiệu)?| ?\\(| \\(?số)?:? ?$`,
  'iu',
);
/** What has a number of its own that is none of a document. */
const OTHER_CUE =
  /(?:mẫu|mã|biểu|bảng|nhà|tờ|thửa|lô|tài khoản|điện thoại|h(?:óa|oá) đơn|serial|seri|quyển|hộp|xe|tổ|phòng|đường|ngõ) (?:số )?:? ?$/iu;
/** The head of a document, "Số: 2728/TCT-DNL": less of a cue, so that the number must have its unit. Not "Mẫu số: 01/…". */
const HEAD_CUE = /(?:^|[^\p{L}])S[ốỐ](?: hiệu(?: văn bản)?| ký hiệu)? ?:? ?$/u;
const WITH_UNIT = new RegExp(
  `^\\d+[a-zA-Z]? ?(?:/[^\\s-]{2,20} ?- ?\\p{Lu}|/ ?(?:TTg|HĐBT|${WELL_KNOWN})|- ?\\p{Lu}{3}|-? ?\\p{Lu}{2,}/\\p{Lu}|-(?:CP|TTg|UB))`,
  'u',
);
/** Letters before a number that reach so far are looked at for a cue. */
const REACH = 80;

/** Whether what stands before a place says that a number of a document follows, whatever its form. */
export function isCued(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (OTHER_CUE.test(before)) return false;
  return LETTER_CUE.test(before) || (HEAD_CUE.test(before) && WITH_UNIT.test(text.slice(at, at + 32)));
}

/** Where a number may start. */
export const START =
  /\d+[a-zA-Z]?(?: ?[/_-]| (?=TTg|CP|HĐBT)|\.?(?=\p{Lu}{1,5}\/)| ?(?=\p{Lu}{1,12}[a-z]?\p{Lu}{0,8}[-/]))/gu;

// Not the tail of a longer number, path or word. (Older Safari has no look-behind.)
const TAIL = /(?:[\p{L}\p{N}_/-]|[\p{N}.][.,])$/u;
/** "số12/2010/…", "QĐ15/2006/…": a space is missing. */
const GLUED = /(?:^|[^\p{L}])(?:s[ốỐ]|QĐ|NĐ|TT|CT|NQ)$/iu;

/** Whether what stands before a place makes what follows the end of something longer. */
export function isTail(text: string, at: number): boolean {
  return TAIL.test(text.slice(Math.max(0, at - 2), at)) && !GLUED.test(text.slice(Math.max(0, at - 3), at));
}

// Nor the head of a longer one; a space may be missing: "UBNDngày", "BGDĐT10/10/2018".
const AFTER = '(?!(?!ngày|của|về|và|năm|quy)[\\p{L}_]|\\d{3}|-?\\d*/(?!\\d{1,2}/\\d{4})|-[\\p{L}])';

/** A pattern that is looked for at one place, and only behind a cue if `cued`. */
export interface Rule {
  readonly form: NumberForm;
  readonly cued: boolean;
  /** Sticky. */
  readonly pattern: RegExp;
}

/** Made when it is first tried: of ten patterns, each of which takes half a millisecond, most laws need three. */
function ruleOf([form, pattern]: Pattern, cued = false): Rule {
  let made: RegExp | undefined;
  return {
    form,
    cued,
    get pattern() {
      return (made ??= new RegExp(pattern + AFTER, 'uy'));
    },
  };
}

/** In the order in which they are tried. */
export const AT_PLACE: readonly Rule[] = [
  ...PATTERNS.map((pattern) => ruleOf(pattern)),
  ruleOf(['letter', KNOWN_LETTER]),
  ruleOf(['old', OLD_KNOWN]),
  ruleOf(['letter', LETTER], true),
  ruleOf(['old', OLD], true),
];

let whole: readonly (readonly [form: NumberForm, pattern: RegExp])[] | undefined;

/** For a text that is nothing but a number; made when the first is read, since that takes milliseconds. */
export const forWhole = (): NonNullable<typeof whole> =>
  (whole ??= [...PATTERNS, ['letter', LETTER] as const, ['old', OLD] as const].map(([form, pattern]) => [
    form,
    new RegExp(`^${pattern}$`, 'u'),
  ]));

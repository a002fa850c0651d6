/** The sections of its own document that a text names: "điểm a, đ khoản 2 Điều 5", "Điều 3 đến Điều 7", "khoản này". */
import { ACT } from './act-names.js';

export interface SectionCitation {
  readonly kind: 'section';
  readonly start: number;
  readonly end: number;
  /** Id of a section, as the outline makes them: `dieu-5-khoan-2-diem-a`. */
  readonly section: string;
}

/** Not by a flag: a law is looked through letter by letter, and to fold each one is half of that. */
const [DIEM, KHOAN, DIEU] = ['(?:[Đđ]iểm|ĐIỂM)', '(?:[Kk]hoản|KHOẢN)', '(?:[Đđ]iều|ĐIỀU)'];
/** A cheap look for what is named here: most paragraphs have neither. */
const MAY_BE_SECTION = new RegExp(`${DIEU}\\s+(?:\\d|này)|${KHOAN}\\s+này`, 'u');
/** Longer ones no act has; text made to be slow has. */
const LONGEST_LIST = 12;
const AND = '(?:\\s*,\\s*|\\s+(?:và|hoặc|hay)\\s+)';
const END = '(?![\\p{L}\\d/-])';
const listOf = (one: string, word: string) => `${one}${END}(?:${AND}(?:${word}\\s+)?${one}${END}){0,${LONGEST_LIST}}`;
const POINT = '[a-eghiklmnopqrstuvxyđ]\\d?';
const CLAUSE = '\\d+[a-z]?';
const POINTS = `(?:${DIEM}\\s+(?<points>${listOf(POINT, DIEM)})\\s+)?`;
const CLAUSES = `${KHOAN}\\s+(?<clauses>${listOf(CLAUSE, KHOAN)}|này${END})`;
/** With an article at its end, "này" for the one it stands in; or "điểm a khoản này". */
const SECTION = new RegExp(
  `${POINTS}(?:${CLAUSES}\\s+)?${DIEU}\\s+(?<article>\\d+[a-z]?|này)${END}|` +
    `(?:${DIEM}\\s+(?<here>${listOf(POINT, DIEM)})\\s+)?${KHOAN}\\s+này${END}`,
  'gu',
);
/** "các Điều 3, 4 và 5": only then is a bare number behind one an article. */
const MORE_ARTICLES = new RegExp(`^(?:(?:\\s*,\\s*|\\s+(?:và|hoặc|đến)\\s+)\\d+[a-z]?${END}){1,${LONGEST_LIST}}`, 'iu');
const ONE = new RegExp(`(?:(?:điểm|khoản)\\s+)?(${POINT}|${CLAUSE})${END}`, 'giu');

// In small letters, as they are compared: a law is full of sections, and such a pattern is slow where it folds letters itself.
const ACTS = ACT.toLowerCase();
/** What goes on with the same act: ", Điều 22", "và khoản 3 Điều 9", "đến Điều 7", "Chương II". */
const GOES_ON =
  /^[\s,;(]*(?:(?:và|hoặc|hay|đến|tới)\s+)?(?:các\s+)?(?:điểm|khoản|điều|chương|mục|tiểu mục|phần)\s+(?:[\divxlc]+[a-zđ]?|[a-zđ]\d?)(?:(?:\s*,\s*|\s+(?:và|hoặc|đến)\s+)(?:\d+[a-zđ]?|[a-zđ]\d?)(?![\p{L}\d/-])){0,12}(?![\p{L}\d/-])/u;
const OF = '(?:của|thuộc|tại|trong|ban hành kèm theo|kèm theo)';
/** The act that a section belongs to, where that is another one. */
const OF_ANOTHER = new RegExp(`^[\\s,(]*(?:${OF}\\s+)?(?:các\\s+)?(?:${ACTS})(?!\\p{L})(?!\\s+này)`, 'u');
const OF_THIS = new RegExp(`^[\\s,]*(?:${OF}\\s+)?(?:${ACTS})\\s+này(?!\\p{L})`, 'u');
const WORD = /^[\s,;(]*(\p{L}+)/u;
/** What may follow of all that begins with one of these. */
const FIRST_WORDS = new Set(
  `${ACTS}|của|thuộc|tại|trong|ban|kèm|và|hoặc|hay|đến|tới|các|điểm|khoản|điều|chương|mục|tiểu|phần`
    .split('|')
    .map((words) => words.split(' ')[0]),
);
/** A sentence that amends speaks of the act that it amends. */
const MAY_AMEND = /sửa đổi|bổ sung|thay|bỏ/;
const AMENDS =
  /(?:^|[.;:“"]\s*|\d\.\s+|\p{L}\)\s*)(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay cụm từ|hủy bỏ|huỷ bỏ)(?!\p{L})[^.;:]*$/u;

/** "98/2023/NĐ-CP (", with when and by whom it was issued, and what may be named in the brackets before this one. */
const BEHIND_NUMBER =
  /\d[\d/]*[-/]\p{Lu}[\p{L}\d/.-]*(?:,?\s+ngày\s[\d\s/.-]{1,12}(?:tháng\s[\d\s]{1,4}năm\s+\d{4})?)?(?:\s+của\s[\p{L}\s]{1,60})?\s*\((?:[\s,;]|(?:[Tt]ại|[Cc]ác|và|hoặc|hay|đến|tới|[Đđ]iểm|[Kk]hoản|[Đđ]iều|\d+[a-zđ]?|[a-zđ]\d?)(?![\p{L}\d]))*$/u;

/**
 * Each of several points or clauses is named by itself, and the last one together with what they are of. A section of
 * another act is none of these, nor one in a sentence that amends: a list of articles belongs to the act at its end.
 *
 * @param here - id of the section that the text stands in: what "Điều này" and "khoản này" mean
 */
export function findSections(text: string, here = ''): readonly SectionCitation[] {
  if (!MAY_BE_SECTION.test(text)) return [];
  const found: SectionCitation[] = [];
  // Not `matchAll`, which makes a pattern of its own for every paragraph.
  SECTION.lastIndex = 0;
  for (let match = SECTION.exec(text); match; match = SECTION.exec(text)) {
    const { index, 0: whole } = match;
    const before = text.slice(Math.max(0, index - 5), index);
    const end = index + whole.length;
    const [more = ''] = (/các\s+$/iu.test(before) && MORE_ARTICLES.exec(text.slice(end, end + 200))) || [];
    if (/\p{L}$/u.test(before) || isOfAnother(text, index, end + more.length)) continue;
    // The number of the section itself.
    if (index < 40 && !text.slice(0, index).trim() && /^\s*(?:[.:]|$)/.test(text.slice(end))) continue;
    found.push(...readOne(match, here));
    for (const { index: at, 0: number } of more ? more.matchAll(/\d+[a-z]?/giu) : [])
      found.push(made(end + at, end + at + number.length, [`dieu-${number}`]));
  }
  return found;
}

function readOne({ index, 0: whole, groups = {} }: RegExpExecArray, here: string): readonly SectionCitation[] {
  const { article: number, clauses, points = groups['here'] ?? '' } = groups;
  const [, article, clause] = HERE.exec(here) ?? [];
  const end = index + whole.length;
  const of = number === undefined || isThis(number) ? [article] : [`dieu-${number}`];
  // In a text without articles, "khoản này" is one of the document's.
  if (number !== undefined && of[0] === undefined) return [];
  let parts = points;
  if (number === undefined || (clauses !== undefined && isThis(clauses))) {
    if (clause === undefined) return [];
    of.push(clause);
  } else if (clauses !== undefined && IS_LIST.test(clauses)) {
    // Points of several clauses at once would be a guess.
    if (points) return [];
    parts = clauses;
  } else if (clauses !== undefined) of.push(`khoan-${clauses}`);
  if (!parts) return [made(index, end, of)];
  const idOf = (sign: string) => [...of, `${parts === points ? 'diem' : 'khoan'}-${sign.replace(/đ/iu, 'dd')}`];
  if (!IS_LIST.test(parts)) return [made(index, end, idOf(parts))];
  const offset = index + whole.indexOf(parts);
  const all = [...parts.matchAll(ONE)];
  return all.map(({ index: at, 0: one, 1: sign = '' }, place) => {
    const from = place === 0 ? index : offset + at;
    return made(from, place === all.length - 1 ? end : offset + at + one.length, idOf(sign));
  });
}

const HERE = /^(dieu-[^-]+)?-?(khoan-[^-]+)?/;
const IS_LIST = /[\s,]/;
const isThis = (written: string) => !/^\d/.test(written) && written.toLowerCase().normalize() === 'này';

const made = (start: number, end: number, parts: readonly (string | undefined)[]): SectionCitation => ({
  kind: 'section',
  start,
  end,
  section: parts.filter(Boolean).join('-').toLowerCase(),
});

function isOfAnother(text: string, start: number, end: number): boolean {
  let rest = text.slice(end, end + 300).toLowerCase();
  const saidBefore = () => amends(text, start) || isBehindNumber(text, start, end);
  if (!FIRST_WORDS.has(WORD.exec(rest)?.[1])) return saidBefore();
  if (OF_THIS.test(rest)) return false;
  for (let on = GOES_ON.exec(rest); on; on = GOES_ON.exec(rest)) rest = rest.slice(on[0].length);
  return OF_ANOTHER.test(rest) || (!OF_THIS.test(rest) && saidBefore());
}

function amends(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start).toLowerCase();
  return MAY_AMEND.test(before) && AMENDS.test(before);
}

/** "này" is never that document, whose number only happens to stand before. */
function isBehindNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return before.includes('(') && BEHIND_NUMBER.test(before) && !/này$/i.test(text.slice(start, end));
}

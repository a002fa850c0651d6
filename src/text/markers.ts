import { letterValue, ordinalValue, romanValue } from './numerals.js';
import type { SectionLevel } from './outline-types.js';

/** What a section is counted by. Two sections of one scheme under one parent form a sequence. */
export type MarkerScheme =
  'part' | 'chapter' | 'capital' | 'roman' | 'section' | 'subsection' | 'article' | 'clause' | 'subclause' | 'point';

/** A line that starts the way a section starts; whether it is one, the sequence decides. */
export interface Marker {
  readonly scheme: MarkerScheme;
  readonly level: SectionLevel;
  /** Sections of a lower rank may hold this one. */
  readonly rank: number;
  /** As written. */
  readonly number: string;
  /** What it counts; for `subclause` the last of its numbers. */
  readonly value: number;
  /** "a" in "Điều 5a", which an amendment has put between 5 and 6; else ''. */
  readonly inserted: string;
  /** All numbers of a `subclause`, "1.2" → [1, 2]; else only the value. */
  readonly path: readonly number[];
  /** The marker as written, "Điều 5.". */
  readonly text: string;
  /** Where in the line, as written, the words after the marker begin. */
  readonly end: number;
}

interface Rule {
  readonly scheme: MarkerScheme;
  readonly level: SectionLevel;
  readonly rank: number;
  /** Group 1 is the marker, group 2 the number. */
  readonly pattern: RegExp;
  readonly value: (number: string) => number | undefined;
  /** What may not follow the marker: a running sentence that only mentions the section. */
  readonly notBefore?: RegExp;
}

// "Mục 2 Chương III Luật này …", "Phần I của …": a mention, not a heading. A stop settles it.
const MENTION = /^(?:\p{Ll}|(?:Phần|Chương|Mục|Điều|Luật|Bộ luật|Nghị định|Nghị quyết)\s)/u;
const STOP = /[.:)/–-]$/u;

const arabic = (number: string): number | undefined => {
  const value = Number.parseInt(number, 10);
  return value > 0 ? value : undefined;
};
const romanOrArabic = (number: string): number | undefined =>
  /^\d/.test(number) ? arabic(number) : romanValue(number.toUpperCase());
const partNumber = (number: string): number | undefined =>
  romanOrArabic(number) ?? ordinalValue(number.replace(/^thứ\s+/iu, ''));

const RULES: readonly Rule[] = [
  {
    scheme: 'part',
    level: 'part',
    rank: 0,
    pattern:
      /^(Phần\s+((?:thứ\s+)?(?:nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)|[ivxlc]+|\d{1,2})(?![\p{L}\p{N}])[.:]?)/iu,
    value: partNumber,
    notBefore: MENTION,
  },
  {
    scheme: 'chapter',
    level: 'chapter',
    rank: 1,
    pattern: /^(Chương\s+([ivxlc]+|\d{1,3})(?![\p{L}\p{N}])[.:]?)/iu,
    value: romanOrArabic,
    notBefore: MENTION,
  },
  {
    scheme: 'subsection',
    level: 'subsection',
    rank: 4,
    pattern: /^(Tiểu mục\s+([ivxlc]+|\d{1,3})(?![\p{L}\p{N}])[.:]?)/iu,
    value: romanOrArabic,
    notBefore: MENTION,
  },
  {
    scheme: 'section',
    level: 'section',
    rank: 3,
    pattern: /^(Mục\s+([ivxlc]+|\d{1,3})(?![\p{L}\p{N}])[.:]?)/iu,
    value: romanOrArabic,
    notBefore: MENTION,
  },
  {
    scheme: 'article',
    level: 'article',
    rank: 5,
    // The stop is required unless the line ends: "Điều 5 của Luật này …" is a mention.
    pattern: /^([ĐÐ]iều\s+(\d{1,4}[a-zđ]?)\s?(?:[.:)]|$|(?=[-–]\s)))/iu,
    value: arabic,
  },
  {
    scheme: 'subclause',
    level: 'clause',
    rank: 7,
    pattern: /^((\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]|(?=\s)))(?=\s*[\p{Lu}“"])/u,
    value: (number) => arabic(number.slice(number.lastIndexOf('.') + 1)),
  },
  {
    scheme: 'clause',
    level: 'clause',
    rank: 6,
    pattern: /^((\d{1,3}[a-zđ]?)(?:[.)/]|-(?=\s)))(?=\s|\p{Lu}|[“"]|$)/u,
    value: arabic,
  },
  {
    scheme: 'roman',
    level: 'section',
    rank: 4.5,
    pattern: /^(([IVXL]{1,7})(?:[.)/]|\s?[-–](?=\s)))(?=\s|\p{Lu}|$)/u,
    value: romanValue,
  },
  {
    scheme: 'capital',
    level: 'part',
    rank: 2,
    pattern: /^(([A-EGHIK-VXYĐ])(?:[.)/]|\s?[-–](?=\s)))(?=\s)/u,
    value: letterValue,
  },
  {
    scheme: 'point',
    level: 'point',
    rank: 20,
    pattern: /^(([a-eg-ik-vxyđ])[.)/])(?=\s|\p{Lu}|[“"])/u,
    value: letterValue,
  },
];

const COUNTED = RULES.filter(({ scheme }) => scheme.endsWith('clause'));
/** By a word or a letter. */
const NAMED = RULES.filter((rule) => !COUNTED.includes(rule));
const LETTERED = NAMED.filter(({ scheme }) => /^(?:roman|capital|point)$/.test(scheme));

/** Those that a line may be one of, by how it begins: "a)" is no chapter. */
function rulesFor(head: string): readonly Rule[] {
  if (/^\d/.test(head)) return COUNTED;
  return /^.[.)/]/.test(head) ? LETTERED : NAMED;
}

/** No marker is longer than this, white space runs included. */
const REACH = 60;

/**
 * The markers that a line may start with, most often none. Several where the writing is
 * ambiguous ("I." may be Roman one or the letter after H).
 *
 * @param line without white space at its start
 */
export function markersOf(line: string): readonly Marker[] {
  if (!MAY_START.test(line)) return [];
  const raw = line.slice(0, REACH);
  const head = raw.normalize('NFC');
  let found: readonly Marker[] = [];
  for (const rule of rulesFor(head)) {
    const match = rule.pattern.exec(head);
    const written = match?.[1];
    const number = match?.[2];
    if (written === undefined || number === undefined) continue;
    const value = rule.value(number);
    if (value === undefined) continue;
    if (!STOP.test(written) && rule.notBefore?.test(head.slice(written.length).trimStart()) === true) continue;
    const end = head === raw ? written.length : writtenLength(raw, written);
    const path = rule.scheme === 'subclause' ? number.split('.').map(Number) : [value];
    const marker: Marker = {
      scheme: rule.scheme,
      level: rule.level,
      rank: rule.rank + (rule.scheme === 'subclause' ? path.length - 2 : 0),
      number,
      value,
      inserted: /^\d+([a-zđ])$/iu.exec(number)?.[1] ?? '',
      path,
      text: raw.slice(0, end).trim(),
      end: line.length - line.slice(end).trimStart().length,
    };
    // Nearly always one: a list that can grow would be held with room for more.
    found = found.length > 0 ? [...found, marker] : [marker];
  }
  return found;
}

// A cheap look before the rules: a digit, one letter and a stop, or a word that names a level.
const MAY_START = /^(?:\d|[\p{L}]{1,7}\s?[.)/–-]|[pcmtđÐ])/iu;

/** How much of the text as written (perhaps decomposed) makes up a composed beginning. */
function writtenLength(raw: string, composed: string): number {
  let length = composed.length;
  while (length < raw.length && raw.slice(0, length).normalize('NFC').length < composed.length) {
    length += 1;
  }
  // The marks of the last letter belong to it.
  while (/^\p{M}/u.test(raw.slice(length))) length += 1;
  return length;
}

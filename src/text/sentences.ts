import { ABBREVIATIONS } from './abbreviations.js';
import { typeNameOf } from './document-types.js';
import type { TextRange } from './search.js';

/** Longer utterances stop in the middle in Chromium. */
const LONGEST = 220;
/** A stop after one of these ends no sentence: an abbreviation, one capital, the number of a section. */
const GOES_ON = /(?:^|\s)(?:TP|Tp|TX|ThS|TS|PGS|GS|TM|KT|TL|TUQ|v\.v|\p{Lu}|\d{1,3}|[a-zđ])\.$/u;

/** "II." before a heading. */
const ROMAN = /^\s*[IVX]{1,5}\.$/u;

/** Cuts a paragraph into sentences, and long ones at a comma or a space, for reading aloud. "…" and "..." end none. */
export function sentencesOf(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  const add = (end: number) => {
    let from = start;
    while (end - from > LONGEST) {
      const part = text.slice(from, from + LONGEST);
      const cut = Math.max(part.lastIndexOf(', '), part.lastIndexOf('; ')) + 1 || part.lastIndexOf(' ') || LONGEST;
      found.push({ start: from, end: from + Math.max(cut, 1) });
      from += Math.max(cut, 1);
    }
    if (text.slice(from, end).trim()) found.push({ start: from, end });
    start = end;
  };
  for (const { 0: stop, index } of text.matchAll(/[.!?;:]["”)]?(?=\s)/gu)) {
    const end = index + stop.length;
    const before = text.slice(Math.max(start, end - 12), end);
    if (stop === '.' && (before.endsWith('..') || GOES_ON.test(before) || ROMAN.test(text.slice(start, end)))) continue;
    add(end);
  }
  add(text.length);
  return found;
}

/** Said in full, but no names that anybody would search each other for. */
const SAID = new Map<string, string>([
  ...ABBREVIATIONS,
  ['CP', 'Chính phủ'],
  ['TW', 'Trung ương'],
  ['HCM', 'Hồ Chí Minh'],
  ['TPHCM', 'thành phố Hồ Chí Minh'],
  ['KT-XH', 'kinh tế xã hội'],
  ['CNTT', 'công nghệ thông tin'],
  ['T/M', 'thay mặt'],
]);
/** With a stop that ends no sentence and is not heard; without it, some mean other things. */
const WITH_STOP = new Map([
  ['TP', 'thành phố'],
  ['Tp', 'thành phố'],
  ['TX', 'thị xã'],
  ['TM', 'thay mặt'],
  ['T/M', 'thay mặt'],
  ['KT', 'ký thay'],
  ['TL', 'thừa lệnh'],
  ['TUQ', 'thừa ủy quyền'],
]);
/** Words and what hyphens and slashes make one: "98/2023/NĐ-CP". A stop before a capital is looked at, too. */
const CHAIN = /([\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*)(\.(?=\s*\p{Lu}))?/gu;

/** "QH13" is the Quốc hội of that term, "UBTVQH15" its committee. */
function fullName(short: string): string | undefined {
  const [, organ, term] = /^(QH|UBTVQH)(\d+)$/.exec(short) ?? [];
  if (term) return `${SAID.get(organ ?? '') ?? 'Quốc hội'} khóa ${term}`;
  return SAID.get(short);
}

/** A number in the order in which it is written: "98/2023/Nghị định Chính phủ". */
function chainInFull(chain: string): string {
  const parts = chain.split(/([-/])/);
  let said = '';
  let wasShort = false;
  for (let at = 0; at < parts.length; at += 2) {
    const [part = '', before = '', next = ''] = [parts[at], parts[at - 1], parts[at + 2]];
    const isAfterNumber = /^\d/.test(parts[at - 2] ?? '');
    // "1/PL" may be anything; a type stands behind a year, or before whose document it is.
    const isType = /^\p{Lu}/u.test(part) && (isAfterNumber ? next !== '' || at > 2 : at === 0 && fullName(next));
    const name = fullName(part) ?? (isType ? typeNameOf(part) : undefined);
    said += (wasShort || (name && !isAfterNumber && said) ? ' ' : before) + (name ?? part);
    wasShort = name !== undefined;
  }
  return said;
}

/** What a voice should say for a text: abbreviations in full, no end mark. */
export function spoken(text: string): string {
  return text
    .normalize()
    .replace(/\.\s?\/\s?\./g, ' ')
    .replace(CHAIN, (_, chain: string, stop?: string) => {
      const silent = stop && WITH_STOP.get(chain);
      return silent ? `${silent} ` : (SAID.get(chain) ?? chainInFull(chain)) + (stop ?? '');
    })
    .replace(/\s+/g, ' ')
    .trim();
}

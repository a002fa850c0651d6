import type { SectionLevel } from './outline-types.js';

/** The longest label made from a clause, "…" included. */
export const LABEL_LENGTH = 80;

const HEADING_LENGTH = 250;

// The end of a clause: a stop before white space, but neither "..." nor "…" (they end no sentence).
const CLAUSE_END = /([.…]*)([;:!?.])(?=\s|$)/u;
// A stop after one of these belongs to the word.
const ABBREVIATED = /(?:^|\s)(?:TP|Tp|TX|Q|P|TS|ThS|GS|PGS|TM|KT|TL|TUQ|Mr|St|\p{Lu})$/u;

/** A paragraph that can be a heading: short, and not a sentence. All capitals may end as they like. */
export function looksLikeHeading(text: string): boolean {
  if (text === '' || text.length > HEADING_LENGTH) return false;
  return isCapitals(text) || !/[.;:,!?…]["”]?$/u.test(text);
}

export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
}

/** Levels whose heading may stand on the line below the marker. */
export function hasTitleBelow(level: SectionLevel): boolean {
  return level === 'part' || level === 'chapter' || level === 'section' || level === 'subsection';
}

/** One line, single spaces: for showing only, never written back. */
export function oneLine(text: string): string {
  // Most lines are one line already, and looking is far cheaper than replacing every space.
  return (/[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, ' ') : text).trim();
}

/** A label made from the first clause of a paragraph, cut at a word where it is too long. */
export function deriveLabel(text: string): string {
  // A label holds little, so only the beginning of a long paragraph is looked at.
  const beginning = oneLine(text.slice(0, LABEL_LENGTH * 3));
  const clause = firstClause(beginning);
  const goesOn = clause === beginning && text.length > LABEL_LENGTH * 3;
  return goesOn && clause.length < LABEL_LENGTH ? `${clause}…` : cutAtWord(clause, LABEL_LENGTH);
}

function firstClause(text: string): string {
  let from = 0;
  for (;;) {
    const found = CLAUSE_END.exec(text.slice(from));
    if (found === null) return text;
    const [whole, dots = '', stop] = found;
    const end = from + found.index + dots.length;
    const clause = text.slice(0, end);
    const goesOn = stop === '.' && (dots !== '' || ABBREVIATED.test(clause));
    if (clause !== '' && !goesOn) return clause;
    from += found.index + whole.length;
  }
}

/** Cuts a line to `length` UTF-16 units at most, between two words, and closes it with "…". */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const space = room.lastIndexOf(' ');
  const cut = space > length / 2 ? room.slice(0, space) : text.slice(0, length - 1);
  // No dangling comma, dash or opening quotation mark, and no half of a surrogate pair.
  return cut.replace(/[\s,;:“"(\-–]+$/u, '').replace(/[\ud800-\udbff]$/u, '') + '…';
}

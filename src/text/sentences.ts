import { ABBREVIATIONS } from './abbreviations.js';
import type { TextRange } from './search.js';

/** Longer utterances stop in the middle in Chromium. */
const LONGEST = 220;
/** A stop after one of these ends no sentence: an abbreviation, one capital, the number of a section. */
const GOES_ON = /(?:^|\s)(?:TP|Tp|TX|ThS|TS|PGS|GS|TM|KT|TL|TUQ|v\.v|\p{Lu}|\d{1,3}|[a-zđ])\.$/u;

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
    if (stop === '.' && (before.endsWith('..') || GOES_ON.test(before))) continue;
    add(end);
  }
  add(text.length);
  return found;
}

/** What a voice should say for a text: abbreviations in full, no end mark. */
export function spoken(text: string): string {
  let said = text.normalize().replace(/\.\s?\/\s?\./g, ' ');
  for (const [short, long] of ABBREVIATIONS) {
    // Older Safari has no look-behind.
    said = said.replace(new RegExp(`(^|[^\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'gu'), `$1${long}`);
  }
  return said.replace(/\s+/g, ' ').trim();
}

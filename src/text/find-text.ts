import { queryTerms } from './abbreviations.js';
import { foldQuery } from './fold.js';

/** A text made ready for being searched often: both folded. */
export interface SearchableText {
  readonly title: string;
  readonly body: string;
}

/**
 * How well texts answer a query: every word of it must be there, in whatever place, marks, case and common
 * abbreviations aside. One letter is enough.
 *
 * @returns 3 for the query as it stands in the title, 2 for all its words in the title, 1 for the text, 0 for no match;
 *   undefined for an empty query, which asks for nothing
 */
export function matcher(query: string): ((text: SearchableText) => 0 | 1 | 2 | 3) | undefined {
  const phrase = foldQuery(query);
  if (!phrase) return undefined;
  const terms = queryTerms(query);
  const isIn = (text: string) => terms.every((words) => words.some((word) => text.includes(word)));
  return ({ title, body }) => {
    if (title.includes(phrase)) return 3;
    if (isIn(title)) return 2;
    return terms.every((words) => words.some((word) => body.includes(word) || title.includes(word))) ? 1 : 0;
  };
}

/** Named letters of HTML, which fold to the letter that their name begins with. */
const NAMED = /&([a-z])(?:acute|grave|circ|tilde|uml|horn|dot|th);/gi;

/** The words of HTML, roughly and fast: for searching only, never for showing. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, ' ')
    .replace(NAMED, '$1')
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_, hex: string, digits: string) => {
      const code = parseInt(digits, hex ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/&(\w+);/g, (_, name: string) => (name === 'amp' ? '&' : ' '));
}

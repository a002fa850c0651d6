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

/** Elements that end a word; all others stand within one, as Word's `Quyết đ<span>ịnh</span>`. */
const APART = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/**
 * A comment, an element that holds no words for a reader, or one tag, whose name is kept. Each ends with the text at the
 * latest, so that no start is tried for nothing, however a text is broken.
 */
const MARKUP =
  /<!--(?:-?>|[^]*?(?:--!?>|$))|<(?:(style|script|template|noscript|noembed|noframes|iframe|title|xmp|xml|svg|math|object|textarea|select)(?=[\s/>])[^]*?(?:<\/\1(?=[\s/>])[^>]*(?:>|$)|$)|\/?([a-z][^\s/>]*)(?:[^>=]+|=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))?)*(?:>|$)|[!?/][^>]*(?:>|$))/gi;

/** Named letters of HTML, which fold to the letter that their name begins with. */
const NAMED = /&([a-z])(?:acute|grave|circ|tilde|uml|horn|dot|th|breve|strok);/gi;

/** The words of HTML, roughly and fast: for searching only, never for showing. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(MARKUP, (_, _mute, name: string | undefined) => (name && APART.has(name.toLowerCase()) ? ' ' : ''))
    .replace(NAMED, '$1')
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_, hex: string, digits: string) => {
      const code = parseInt(digits, hex ? 16 : 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/&(\w+);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'shy' ? '' : ' '));
}

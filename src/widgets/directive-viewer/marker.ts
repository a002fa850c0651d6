/** The number of a section that has no heading: it hangs beside the text, and is the link by which the section is copied. */
import { make } from './make.js';

const CLASS = 'anchor marker';

/** Element id of the words that say what such a link is for. */
export const LINK_HELP = 'section-link';

let sign: HTMLElement | undefined;
let link: HTMLElement | undefined;
let numbered: HTMLElement | undefined;

/** What opens the menu of a section; where it leads differs from one to the next. */
function makeLink(className: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  return make('a', className, { part: 'anchor', 'aria-expanded': 'false', ...attributes });
}

/** The sign beside a heading. There are hundreds in a law, so that all are copies of one. */
export function makeSign(name: string, href: string): HTMLElement {
  const made = (sign ??= makeLink('anchor')).cloneNode() as HTMLElement;
  made.setAttribute('aria-label', name);
  made.setAttribute('href', href);
  return made;
}

/**
 * A number set apart: thousands of copies. It is read out as it stands, at the
 * beginning of its sentence; what it does is its description.
 */
export function makeMarker(written: string): HTMLElement {
  const made = (link ??= makeLink(CLASS, { 'aria-describedby': LINK_HELP })).cloneNode() as HTMLElement;
  made.textContent = written;
  return made;
}

/** A paragraph of words, its number set apart where it begins with that; thousands of copies, too. */
export function makeParagraph(text: string, number: string): HTMLElement {
  if (!number || !text.startsWith(number)) return make('p', '', {}, text);
  const made = (numbered ??= make('p', '', {}, makeMarker(''))).cloneNode(true) as HTMLElement;
  // The space belongs to the number, where it takes no room: the first line begins exactly above the second.
  const words = text.slice(number.length).trimStart();
  (made.firstElementChild as Element).textContent = text.slice(0, text.length - words.length);
  made.append(words);
  return made;
}

/** The number that a paragraph begins with, if it was set apart; with it may have come what is around it, such as bold print. */
export function markerIn(paragraph: Element | null): Element | undefined {
  let at = paragraph?.firstElementChild;
  while (at && at.className !== CLASS) at = at.firstElementChild;
  return at ?? undefined;
}

/** The number of a section that has no heading: it hangs beside the text, and is the link by which the section is copied. */
import { make } from './make.js';

const CLASS = 'anchor marker';

/** Element id of the words that say what such a link is for. */
export const LINK_HELP = 'section-link';

let link: HTMLElement | undefined;

/** What opens the menu of a section; where it leads differs from one to the next. */
function makeLink(className: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  return make('a', className, { part: 'anchor', 'aria-expanded': 'false', ...attributes });
}

/** The sign beside a heading. */
export function makeSign(name: string, href: string): HTMLElement {
  return makeLink('anchor', { 'aria-label': name, href });
}

/**
 * A number set apart. There are thousands in a law, so that all are copies of one. It is read out as it stands, at the
 * beginning of its sentence; what it does is its description.
 */
export function makeMarker(written: string): HTMLElement {
  const made = (link ??= makeLink(CLASS, { 'aria-describedby': LINK_HELP })).cloneNode() as HTMLElement;
  made.textContent = written;
  return made;
}

/** The number that a paragraph begins with, if it was set apart; with it may have come what is around it, such as bold print. */
export function markerIn(paragraph: Element | null): Element | undefined {
  let at = paragraph?.firstElementChild;
  while (at && at.className !== CLASS) at = at.firstElementChild;
  return at ?? undefined;
}

/** The number of a section that has no heading: it hangs beside the text, and is the link by which the section is copied. */
import { make } from './make.js';

const CLASS = 'anchor marker';

let link: HTMLElement | undefined;

/** What opens the menu of a section; where it leads and what it is called differ from one to the next. */
export function makeAnchor(className: string): HTMLElement {
  return make('a', className, { part: 'anchor', 'aria-expanded': 'false' });
}

/** A number set apart. There are thousands in a law, so that all are copies of one. */
export function makeMarker(written: string): HTMLElement {
  const made = (link ??= makeAnchor(CLASS)).cloneNode() as HTMLElement;
  made.textContent = written;
  return made;
}

/** The number that a paragraph begins with, if it was set apart; with it may have come what is around it, such as bold print. */
export function markerIn(paragraph: Element | null): Element | undefined {
  let at = paragraph?.firstElementChild;
  while (at && at.className !== CLASS) at = at.firstElementChild;
  return at ?? undefined;
}

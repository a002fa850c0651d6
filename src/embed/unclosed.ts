/**
 * `<civic-news-list />` does not close: the parser takes the slash for nothing, and what follows on the page ends up
 * inside, where it would be shown only while there is no data.
 */
import { WIDGETS } from '../embed-address.js';

/** Children that nobody means as fallback content. */
const SWALLOWED = `:scope>:is(${WIDGETS},civic-feed,script,style,form,main,header,footer,nav,article,section,aside,h1,h2)`;

/** Puts what a widget swallowed behind it, and says so; does nothing to one that was closed. */
export function release(widget: Element): void {
  if (!widget.matches(WIDGETS) || !widget.querySelector(SWALLOWED)) return;
  console.warn(`civic-widgets: <${widget.localName}> is not closed. Write </${widget.localName}> behind it.`);
  widget.after(...widget.childNodes);
}

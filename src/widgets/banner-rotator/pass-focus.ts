import type { ReactiveElement } from 'lit';

/**
 * Gives the focus to the link on show where the page's own in the tag, which has given way to it, had it: a browser forgets the
 * focus of what is drawn no more, and a reader with a keyboard would begin at the top of the page. Where the first picture is quicker than this file, the browser has
 * forgotten it already.
 */
export function passFocus(host: ReactiveElement): void {
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  const own = [...host.children].find((child) => child.contains(activeElement));
  // What stands in a slot is seen still: a heading, or the page's banner before there is another.
  if (!own || own.assignedSlot) return;
  host.renderRoot.querySelector<HTMLElement>('.set:not(.leave) a.link')?.focus({ preventScroll: true });
}

/** Where the reader was: the page's scrolling, and what had the focus. */
export interface Place {
  /** Id of the document that was open; undefined is where the viewer began. */
  readonly id: string | undefined;
  readonly isList: boolean;
  readonly scrolled: readonly (readonly [Element, number])[];
}

/** The element around a node, through shadow roots and slots. */
function around(node: Node): Element | null {
  const parent = (node instanceof Element && node.assignedSlot) || node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** Remembers how far everything around an element is scrolled: the page may scroll in a box of its own. */
export function placeOf(host: Element, id: string | undefined, isList: boolean): Place {
  const scrolled: [Element, number][] = [];
  for (let box: Element | null = host; box; box = around(box)) {
    if (box.scrollTop > 0) scrolled.push([box, box.scrollTop]);
  }
  return { id, isList, scrolled };
}

/** Scrolls back. */
export function returnTo({ scrolled }: Place): void {
  for (const [box, top] of scrolled) box.scrollTop = top;
}

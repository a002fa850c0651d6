/** Where the reader was: the page's scrolling, and what had the focus. */
export interface Place {
  /** Id of the document that was open; undefined is where the viewer began. */
  readonly id: string | undefined;
  readonly isList: boolean;
  readonly scrolled: readonly (readonly [Element, number])[];
}

/** Remembers how far everything around an element is scrolled, through shadow roots: the page may scroll in a box of its own. */
export function placeOf(host: Element, id: string | undefined, isList: boolean): Place {
  const scrolled: [Element, number][] = [];
  let box: Node | null = host;
  while (box) {
    if (box instanceof Element && box.scrollTop > 0) scrolled.push([box, box.scrollTop]);
    box = (box as Element).assignedSlot ?? box.parentNode ?? (box as Partial<ShadowRoot>).host ?? null;
  }
  return { id, isList, scrolled };
}

/** Scrolls back. */
export function returnTo({ scrolled }: Place): void {
  for (const [box, top] of scrolled) box.scrollTop = top;
}

/** What reaches no further than this many pixels below the page's own bars has been read. */
const READ = 48;
/** Less than this many pixels is no reading on: a scroll position may be rounded. */
const MOVED = 4;
/** Milliseconds from one mark to the next: for each the outline moves, and a fast scroll would have one in every frame. */
const PACE = 200;

/**
 * Marks in the outline which section is being read: the first that crosses the upper part of the viewport. Told by
 * an IntersectionObserver, so that scrolling itself costs nothing.
 */
export class CurrentSection {
  #observer: IntersectionObserver | undefined;
  #sections: readonly Element[] = [];
  /** Those that are within another, by that; those within none by undefined. */
  readonly #within = new Map<Element | undefined, Element[]>();
  #nav: Element | undefined;
  #current: Element | undefined;
  #pinned: Element | undefined;
  /** Where the jump put the pinned section, in pixels of the viewport. */
  #pinnedAt = 0;
  readonly #inBand = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Starts anew when the document is another.
   *
   * @param nav - holds the entries, each with `data-section`
   * @param sections - those with an entry, in the order of the text
   */
  follow(nav: Element | undefined, sections: readonly Element[]): void {
    const same = sections.length === this.#sections.length && sections.every((one, i) => one === this.#sections[i]);
    if (nav === this.#nav && same) return;
    if (nav && same && this.#observer) {
      // The same outline, drawn elsewhere.
      this.#nav = nav;
      if (this.#current) this.#mark(this.#current);
      return;
    }
    const [pinned, pinnedAt] = [this.#pinned, this.#pinnedAt];
    this.stop();
    this.#nav = nav;
    this.#sections = sections;
    if (!nav) return;
    const [first] = sections;
    const top = Math.round(parseFloat(first ? getComputedStyle(first).scrollMarginTop : '') || 0) + READ;
    this.#observer = new IntersectionObserver((entries) => this.#onChange(entries), {
      rootMargin: `-${top}px 0px -60% 0px`,
    });
    const known = new Set(sections);
    for (const section of sections) {
      const around = section.parentElement ?? undefined;
      const place = around && known.has(around) ? around : undefined;
      const list = this.#within.get(place);
      if (list) list.push(section);
      else this.#within.set(place, [section]);
    }
    for (const section of this.#within.get(undefined) ?? []) this.#observer.observe(section);
    // There is more of the text now; the reader is where the jump led.
    if (pinned?.isConnected) this.pin(pinned, pinnedAt);
  }

  /** Whether this is the outline it marks. */
  follows(nav: Element | undefined): boolean {
    return nav === this.#nav;
  }

  stop(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#observer = this.#nav = this.#current = this.#pinned = undefined;
    this.#sections = [];
    this.#within.clear();
    this.#inBand.clear();
  }

  /**
   * The reader chose this one: it stays current as long as it stays where the jump put it, though near the end of a
   * page it cannot come up to the top. Told by its place and not by what the observer says next: on a busy machine
   * that may still be about the time before the jump.
   *
   * One without an entry, a clause that is folded away, is marked by what it is in.
   *
   * @param top - where the jump put it, in pixels of the viewport; one that is no longer there is left alone
   */
  pin(section: Element, top: number): void {
    if (Math.abs(section.getBoundingClientRect().top - top) >= MOVED) return;
    this.#pinned = section;
    this.#pinnedAt = top;
    let marked: Element | null = section;
    while (marked && !this.#sections.includes(marked)) marked = marked.parentElement;
    if (marked) this.#mark(marked);
  }

  /** Articles are observed as long as their chapter can be seen: for each one the browser has to look at every frame. */
  #note(section: Element, isIntersecting: boolean): void {
    if (this.#inBand.has(section) === isIntersecting) return;
    if (isIntersecting) this.#inBand.add(section);
    else this.#inBand.delete(section);
    for (const inner of this.#within.get(section) ?? []) {
      if (isIntersecting) this.#observer?.observe(inner);
      else {
        this.#observer?.unobserve(inner);
        this.#note(inner, false);
      }
    }
  }

  /** The innermost of those that begin first: a chapter holds its articles. */
  #crossing(within?: Element): Element | undefined {
    const first = this.#within.get(within)?.find((section) => this.#inBand.has(section));
    return first && (this.#crossing(first) ?? first);
  }

  #onChange(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) this.#note(target, isIntersecting);
    if (this.#timer === undefined) this.#choose();
  }

  #choose(): void {
    const candidate = this.#crossing();
    if (this.#pinned) {
      if (Math.abs(this.#pinned.getBoundingClientRect().top - this.#pinnedAt) < MOVED) return;
      this.#pinned = undefined;
    }
    // Between two sections, as in the header or a figure, the last one stays.
    if (!candidate || candidate === this.#current) return;
    this.#mark(candidate);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#choose();
    }, PACE);
  }

  #mark(section: Element): void {
    this.#current = section;
    const entry = this.#nav?.querySelector<HTMLElement>(`[data-section="${CSS.escape(section.id)}"]`);
    for (const marked of this.#nav?.querySelectorAll('[aria-current]') ?? []) {
      if (marked !== entry) marked.removeAttribute('aria-current');
    }
    if (!entry || entry.hasAttribute('aria-current')) return;
    // First where it is, then the mark: the other way round, the browser would have to lay out for the answer.
    reveal(entry);
    entry.setAttribute('aria-current', 'location');
  }
}

/** Scrolls the outline, and nothing around it, so that the entry can be seen. */
function reveal(entry: HTMLElement): void {
  const box = entry.closest<HTMLElement>('.entries');
  if (!box || box.scrollHeight <= box.clientHeight) return;
  // Never under a pointer that is about to choose an entry: the click would land on another.
  if (box.matches(':hover')) return;
  const place = entry.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    box.scrollTop += place.top - frame.top - (frame.height - place.height) / 2;
  }
}

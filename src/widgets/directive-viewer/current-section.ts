/** What reaches no further than this many pixels below the page's own bars has been read. */
const READ = 48;
/** Less than this many pixels is no reading on: a scroll position may be rounded. */
const MOVED = 4;

/**
 * Marks in the outline which section is being read: the first that crosses the upper part of the viewport. Told by
 * an IntersectionObserver, so that scrolling itself costs nothing.
 */
export class CurrentSection {
  #observer: IntersectionObserver | undefined;
  #sections: readonly Element[] = [];
  #nav: Element | undefined;
  #current: Element | undefined;
  #pinned: Element | undefined;
  /** Where the jump put the pinned section, in pixels of the viewport. */
  #pinnedAt = 0;
  readonly #inBand = new Set<Element>();

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
    this.stop();
    this.#nav = nav;
    this.#sections = sections;
    if (!nav) return;
    const [first] = sections;
    const top = Math.round(parseFloat(first ? getComputedStyle(first).scrollMarginTop : '') || 0) + READ;
    this.#observer = new IntersectionObserver((entries) => this.#onChange(entries), {
      rootMargin: `-${top}px 0px -60% 0px`,
    });
    for (const section of sections) this.#observer.observe(section);
  }

  /** Whether this is the outline it marks. */
  follows(nav: Element | undefined): boolean {
    return nav === this.#nav;
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = this.#nav = this.#current = this.#pinned = undefined;
    this.#sections = [];
    this.#inBand.clear();
  }

  /**
   * The reader chose this one: it stays current as long as it stays where the jump put it, though near the end of a
   * page it cannot come up to the top. Told by its place and not by what the observer says next: on a busy machine
   * that may still be about the time before the jump.
   */
  pin(section: Element): void {
    this.#pinned = section;
    this.#pinnedAt = section.getBoundingClientRect().top;
    this.#mark(section);
  }

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inBand.add(target);
      else this.#inBand.delete(target);
    }
  }

  #onChange(entries: readonly IntersectionObserverEntry[]): void {
    this.#note(entries);
    const crossing = this.#sections.filter((section) => this.#inBand.has(section));
    // A chapter holds its articles: the innermost of those that begin first is the one that is read.
    const candidate = crossing.find(
      (section) => !crossing.some((other) => other !== section && section.contains(other)),
    );
    if (this.#pinned) {
      if (Math.abs(this.#pinned.getBoundingClientRect().top - this.#pinnedAt) < MOVED) return;
      this.#pinned = undefined;
    }
    // Between two sections, as in the header or a figure, the last one stays.
    if (candidate) this.#mark(candidate);
  }

  #mark(section: Element): void {
    this.#current = section;
    for (const entry of this.#nav?.querySelectorAll<HTMLElement>('[data-section]') ?? []) {
      if (entry.dataset['section'] !== section.id) entry.removeAttribute('aria-current');
      else if (entry.getAttribute('aria-current') !== 'location') {
        entry.setAttribute('aria-current', 'location');
        reveal(entry);
      }
    }
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

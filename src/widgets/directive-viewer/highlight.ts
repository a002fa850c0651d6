/** Marks stretches of the text without changing it: the CSS Custom Highlight API, or boxes laid behind the words. */

interface Highlights {
  get(name: string): Set<Range> | undefined;
  set(name: string, highlight: Set<Range>): void;
}
declare const Highlight: (new () => Set<Range>) | undefined;

function registry(): Highlights | undefined {
  const { highlights } = CSS as unknown as { highlights?: Highlights };
  return typeof Highlight === 'undefined' ? undefined : highlights;
}

/** One kind of mark in one document; several viewers of a page share the name, not the ranges. */
export class Marks {
  readonly #name: string;
  #ranges: readonly Range[] = [];
  #layer: HTMLElement | undefined;

  /** @param name - also the class of the boxes: `found`, `current`, `spoken` */
  constructor(name: string) {
    this.#name = name;
  }

  show(ranges: readonly Range[], root: Element): void {
    this.clear();
    this.#ranges = ranges;
    const all = registry();
    if (all && typeof Highlight !== 'undefined') {
      const name = `civic-${this.#name}`;
      let shared = all.get(name);
      if (!shared) all.set(name, (shared = new Highlight()));
      for (const range of ranges) shared.add(range);
    } else this.#lay(root);
  }

  clear(): void {
    const shared = registry()?.get(`civic-${this.#name}`);
    for (const range of this.#ranges) shared?.delete(range);
    this.#ranges = [];
    this.#layer?.remove();
    this.#layer = undefined;
  }

  #lay(root: Element): void {
    const layer = document.createElement('div');
    layer.className = `marks ${this.#name}`;
    layer.setAttribute('aria-hidden', 'true');
    const origin = root.getBoundingClientRect();
    for (const range of this.#ranges) {
      for (const { left, top, width, height } of range.getClientRects()) {
        const box = document.createElement('i');
        const place = { left: left - origin.left, top: top - origin.top, width, height };
        for (const [side, pixels] of Object.entries(place)) box.style.setProperty(side, `${pixels}px`);
        layer.append(box);
      }
    }
    // After the text: nothing that a template counts on is moved.
    root.append(layer);
    this.#layer = layer;
  }
}

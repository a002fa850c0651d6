/** Marks stretches of the text without changing it: the CSS Custom Highlight API, or boxes laid behind the words. */
import { titleAbove } from './text-blocks.js';

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
  /** Tells when the words may stand elsewhere. */
  #moved: ResizeObserver | undefined;
  #root: Element | undefined;

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
    } else if (ranges.length > 0) this.#follow(root);
  }

  clear(): void {
    const shared = registry()?.get(`civic-${this.#name}`);
    for (const range of this.#ranges) shared?.delete(range);
    this.#ranges = [];
    this.#moved?.disconnect();
    this.#root?.removeEventListener('scroll', this.#lay, true);
    this.#layer?.remove();
    this.#moved = this.#root = this.#layer = undefined;
  }

  /** Boxes do not go with the words: they are laid anew when the text has another size, or something in it is scrolled. */
  #follow(root: Element): void {
    this.#root = root;
    const layer = (this.#layer = document.createElement('div'));
    layer.className = `marks ${this.#name}`;
    layer.setAttribute('aria-hidden', 'true');
    // After the text: nothing that a template counts on is moved.
    root.append(layer);
    // Its first word comes before anything is painted.
    this.#moved = new ResizeObserver(this.#lay);
    this.#moved.observe(root);
    // The text may stay as large as it is while the title above gets another line.
    const title = titleAbove(root);
    if (title) this.#moved.observe(title);
    root.addEventListener('scroll', this.#lay, true);
  }

  readonly #lay = (): void => {
    const origin = this.#root?.getBoundingClientRect();
    if (!origin) return;
    const boxes: HTMLElement[] = [];
    for (const range of this.#ranges) {
      // A wide table shows a part of itself.
      const frame = range.startContainer.parentElement?.closest('.scroll')?.getBoundingClientRect();
      for (const rect of range.getClientRects()) {
        const left = Math.max(rect.left, frame?.left ?? rect.left);
        const width = Math.min(rect.right, frame?.right ?? rect.right) - left;
        if (width <= 0) continue;
        const box = document.createElement('i');
        const place = { left: left - origin.left, top: rect.top - origin.top, width, height: rect.height };
        for (const [side, pixels] of Object.entries(place)) box.style.setProperty(side, `${pixels}px`);
        boxes.push(box);
      }
    }
    this.#layer?.replaceChildren(...boxes);
  };
}

/** Sizes of the text in percent of the viewer's own. */
const SIZES = [85, 100, 115, 130, 150, 175, 200];
const NORMAL = 100;

/** How large the reader wants the text. */
export class TextSize {
  #percent = NORMAL;

  get percent(): number {
    return this.#percent;
  }

  /** Whether there is a size beyond this one in that direction. */
  can(step: -1 | 1): boolean {
    return SIZES[SIZES.indexOf(this.#percent) + step] !== undefined;
  }

  /** Goes to the next size; stays at either end. */
  step(step: -1 | 1): void {
    this.#percent = SIZES[SIZES.indexOf(this.#percent) + step] ?? this.#percent;
  }

  /** Set through CSSOM: a strict content security policy refuses a `style` attribute. */
  apply(element: HTMLElement | null): void {
    element?.style.setProperty('--_reading', String(this.#percent / 100));
  }
}

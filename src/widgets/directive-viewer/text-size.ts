/** Sizes of the text in percent of the viewer's own. */
const SIZES = [85, 100, 115, 130, 150, 175, 200];
const NORMAL = 100;
const KEY = 'civic-widgets:reading';

interface Reading {
  readonly percent: number;
  readonly contrast: boolean;
}

function remembered(): Reading {
  try {
    const { percent, contrast } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Reading>;
    return { percent: SIZES.includes(percent ?? 0) ? (percent ?? NORMAL) : NORMAL, contrast: contrast === true };
  } catch {
    // No storage, in a sandboxed frame say, or something else under our name.
    return { percent: NORMAL, contrast: false };
  }
}

/** How the reader wants the text: its size, and black on white. Remembered on this device. */
export class TextSize {
  #reading = remembered();

  get percent(): number {
    return this.#reading.percent;
  }

  get contrast(): boolean {
    return this.#reading.contrast;
  }

  /** Whether there is a size beyond this one in that direction. */
  can(step: -1 | 1): boolean {
    return SIZES[SIZES.indexOf(this.percent) + step] !== undefined;
  }

  /** Goes to the next size; stays at either end. */
  step(step: -1 | 1): void {
    this.#remember({ percent: SIZES[SIZES.indexOf(this.percent) + step] ?? this.percent });
  }

  toggleContrast(): void {
    this.#remember({ contrast: !this.contrast });
  }

  /** Set through CSSOM: a strict content security policy refuses a `style` attribute. */
  apply(element: HTMLElement | null): void {
    element?.style.setProperty('--_reading', String(this.percent / 100));
    element?.classList.toggle('contrast', this.contrast);
  }

  /** The other choice may have been made in another viewer since this one read it: what is stored of it stays. */
  #remember(change: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...change }));
    } catch {
      // It holds for this visit.
    }
  }
}

/** CSS pixels that make a swipe out of a touch. */
const DISTANCE = 40;

/**
 * Steps when a finger or a pen is drawn across. The page goes on scrolling upwards and downwards
 * (`touch-action: pan-y`), and the link under the finger is not followed.
 */
export class Swipe {
  readonly #onSwipe: (toward: 'left' | 'right') => void;
  #start: { id: number; x: number; y: number } | undefined;
  #swiped = false;

  constructor(onSwipe: (toward: 'left' | 'right') => void) {
    this.#onSwipe = onSwipe;
  }

  /** To be called with the pointer and click events of the area. */
  readonly handleEvent = (event: Event): void => {
    if (event.type === 'click') this.#click(event);
    else if (event instanceof PointerEvent) this.#point(event);
  };

  #click(event: Event): void {
    if (this.#swiped) event.preventDefault();
    this.#swiped = false;
  }

  #point({ type, pointerType, pointerId, isPrimary, clientX, clientY }: PointerEvent): void {
    if (type === 'pointerdown') {
      this.#swiped = false;
      const draws = isPrimary && (pointerType === 'touch' || pointerType === 'pen');
      this.#start = draws ? { id: pointerId, x: clientX, y: clientY } : undefined;
      return;
    }
    const start = this.#start;
    if (start?.id !== pointerId) return;
    this.#start = undefined;
    if (type !== 'pointerup') return;
    const across = clientX - start.x;
    if (Math.abs(across) < DISTANCE || Math.abs(across) < Math.abs(clientY - start.y)) return;
    this.#swiped = true;
    this.#onSwipe(across < 0 ? 'left' : 'right');
  }
}

/** What is seen of a transition, in milliseconds. */
const SEEN_MS = 400;
/** Where a browser expects the end of an animation, it draws frames that change nothing: none of ours comes that far. */
const NEVER_MS = 100_000;
/** A clock of animations that is further behind has stood still since the last frame. */
const STALE_MS = 50;

const shift = (part: number) => ({ transform: `translateX(${part * 100}%)` });

/** How one turn gives way to the next: both lie in the same place while they do, and the compositor alone moves them. */
export class Transition {
  /** When who comes is there as a whole, by `performance.now()`; 0 without a transition. */
  whole = 0;
  #animations: Animation[] = [];
  #leaves: HTMLElement | undefined;

  /**
   * Both have been drawn.
   *
   * @param toward - which way both slide: 1 to the right, -1 to the left; 0 fades
   */
  begin(comes: HTMLElement, leaves: HTMLElement, toward: 1 | -1 | 0): void {
    this.end();
    this.#leaves = leaves;
    this.whole = performance.now() + SEEN_MS;
    comes.style.opacity = '';
    const [from, still, to] = toward
      ? [shift(-toward), shift(0), shift(toward)]
      : [{ opacity: 0 }, { opacity: 1 }, { opacity: 0 }];
    this.#move(comes, from, still);
    this.#move(leaves, still, to);
  }

  /** It has been seen. Who has left lies there unseen until the next drawing, so that it costs none of its own. */
  end(): void {
    for (const animation of this.#animations) animation.cancel();
    this.#animations = [];
    this.whole = 0;
    if (this.#leaves) this.#leaves.style.opacity = '0';
    this.#leaves = undefined;
  }

  #move(element: HTMLElement, from: Keyframe, to: Keyframe): void {
    const frames = [{ ...from, easing: 'ease' }, { ...to, offset: SEEN_MS / NEVER_MS }, to];
    const animation = element.animate(frames, NEVER_MS);
    const now = Number(document.timeline.currentTime);
    // Else it would wait for the compositor to say when it began, and then draw a frame more.
    if (performance.now() - now < STALE_MS) animation.startTime = now;
    this.#animations.push(animation);
  }
}

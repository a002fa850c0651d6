/**
 * Moves a track of headlines through its window, on the compositor: between two frames the page does nothing.
 *
 * While it stands still for the keyboard or for good, the window is an ordinary scroll container, so that every
 * headline can be reached and the browser brings the focused one into view by itself.
 */
export class Ticker {
  #animation: Animation | undefined;

  /**
   * Starts, or goes on.
   *
   * @param track - as wide as its headlines; its parent is the window
   * @param speed - characters a second
   */
  run(track: HTMLElement, speed: number): void {
    const window = track.parentElement;
    if (!window) return;
    if (!this.#animation) {
      const from = window.scrollLeft;
      window.scrollLeft = 0;
      const way = track.scrollWidth + window.clientWidth;
      const characters = Math.max(1, track.textContent.trim().length);
      const msPerPixel = ((characters / speed) * 1000) / track.scrollWidth;
      const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
      this.#animation = track.animate(
        [
          { transform: `translateX(${sign * window.clientWidth}px)` },
          { transform: `translateX(${-sign * track.scrollWidth}px)` },
        ],
        { duration: way * msPerPixel, iterations: Infinity },
      );
      // It begins with the first headline in place, not with an empty window.
      this.#animation.currentTime = (window.clientWidth + Math.abs(from)) * msPerPixel;
    }
    this.#animation.play();
  }

  /** Stands still where it is. */
  hold(): void {
    this.#animation?.pause();
  }

  /** Goes back to an ordinary scroll container that starts with the first headline. */
  stop(): void {
    this.#animation?.cancel();
    this.#animation = undefined;
  }
}

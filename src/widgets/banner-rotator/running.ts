import type { Banner, Feed } from '../../feed/schema.js';
import { nextBorder, planOf, runningAt, type Slot } from './schedule.js';
import { LONGEST_TIMER_MS } from './stage.js';

/** Which of a feed's banners run now; wakes its owner when that changes while the page stays open. */
export class Running {
  /** In the feed's order. */
  banners: readonly Banner[] = [];

  readonly #wake: () => void;
  #feed: Feed | undefined;
  #placement: string | undefined;
  #told = '';
  #plan: readonly Slot[] = [];
  /** The stretch of time for which {@link banners} holds. */
  #since = Infinity;
  #border = Infinity;
  #timer: number | undefined;
  #watching = false;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /**
   * Takes a feed, or the same again.
   *
   * @returns whether it is another feed than before
   */
  update(feed: Feed, placement: string | undefined): boolean {
    const isNew = feed !== this.#feed;
    if (isNew || placement !== this.#placement) {
      this.#feed = feed;
      this.#placement = placement;
      const { banners, timezone } = feed._civic;
      // The same banners come with every refresh: what stands goes on standing.
      const told = JSON.stringify([banners, timezone, placement]);
      if (told !== this.#told) {
        this.#told = told;
        this.#plan = planOf(banners, timezone, placement);
        this.#since = Infinity;
      }
    }
    const now = Date.now();
    // A clock may be set back, or a laptop may have slept through the timer.
    if (now >= this.#border || now < this.#since) {
      this.banners = runningAt(this.#plan, now);
      this.#since = now;
      this.#border = nextBorder(this.#plan, now);
      this.#arm();
    }
    return isNew;
  }

  watch(): void {
    this.#watching = true;
    document.addEventListener('visibilitychange', this.#wake);
    this.#arm();
  }

  leave(): void {
    this.#watching = false;
    document.removeEventListener('visibilitychange', this.#wake);
    window.clearTimeout(this.#timer);
  }

  #arm(): void {
    window.clearTimeout(this.#timer);
    if (!this.#watching || this.#border === Infinity) return;
    const wait = Math.max(0, this.#border - Date.now());
    this.#timer = window.setTimeout(
      () => (Date.now() < this.#border ? this.#arm() : this.#wake()),
      Math.min(wait, LONGEST_TIMER_MS),
    );
  }
}

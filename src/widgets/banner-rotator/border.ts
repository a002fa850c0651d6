import type { Slot } from './schedule.js';
import { LONGEST_TIMER_MS } from './turns.js';

/**
 * When the set of running banners changes next.
 *
 * @param now - milliseconds since the epoch
 * @returns milliseconds since the epoch; Infinity when it never changes again
 */
export function nextBorder(plan: readonly Slot[], now: number): number {
  let border = Infinity;
  for (const { from, until } of plan) {
    if (from > now) border = Math.min(border, from);
    else if (until > now) border = Math.min(border, until);
  }
  return border;
}

/** Wakes its owner when a banner's time begins or ends while the page stays open. */
export class BorderWatch {
  readonly #wake: () => void;
  #timer: number | undefined;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** @param further - another instant at which something changes */
  watch(plan: readonly Slot[], further = Infinity): void {
    this.stop();
    const border = Math.min(nextBorder(plan, Date.now()), further);
    if (border === Infinity) return;
    // A wait that is too long for one timer is waited for in parts: waking for nothing changes nothing.
    this.#timer = window.setTimeout(this.#wake, Math.min(border - Date.now(), LONGEST_TIMER_MS));
  }

  stop(): void {
    window.clearTimeout(this.#timer);
  }
}

import type { Slot } from './schedule.js';

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

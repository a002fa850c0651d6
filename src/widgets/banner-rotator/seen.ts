import type { Banner } from '../../feed/schema.js';

/** One entry for the whole origin, so that it is plain to find and to delete. It never leaves the device. */
const STORE = 'civic-widgets:seen';

/** How often each banner was shown on one day; what was before it is forgotten. */
interface Seen {
  day: number;
  times: Record<string, number>;
}

/** Where the browser lets nothing be kept, a cap holds for as long as the page is open. */
let seen: Seen = { day: 0, times: {} };
let read: string | null = null;

/** The same banner, in whatever feed and object it comes. Not shared with the script, which a late part cannot import. */
const keyOf = ({ id, image }: Banner) => `${id} ${image}`;

/** What this and other tabs have shown today. A clock that jumps begins anew. */
function recall(day: number): Seen {
  try {
    const text = localStorage.getItem(STORE);
    if (text !== null && text !== read) {
      read = text;
      const kept = JSON.parse(text) as Partial<Seen> | null;
      if (typeof kept?.day === 'number' && typeof kept.times === 'object') seen = kept as Seen;
    }
  } catch {
    // Forbidden, or not ours: what is known goes on.
  }
  if (seen.day !== day) seen = { day, times: {} };
  return seen;
}

/** @param day - number of the day in the feed's zone */
export function seenOn(day: number, banner: Banner): number {
  const times = Number(recall(day).times[keyOf(banner)]);
  return times > 0 ? times : 0;
}

/** A banner was shown once more. */
export function noteSeen(day: number, banner: Banner): void {
  const times = seenOn(day, banner) + 1;
  seen.times[keyOf(banner)] = times;
  try {
    read = JSON.stringify(seen);
    localStorage.setItem(STORE, read);
  } catch {
    // A full or forbidden store: the page itself remembers.
  }
}

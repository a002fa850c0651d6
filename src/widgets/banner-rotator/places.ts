import { page } from '../../feed/page.js';
import type { Banner } from '../../feed/schema.js';

/** Where banners are shown: a rotator. */
export interface Place {
  /** Where they come from: those of another feed are others, whatever they are called. */
  feedName: string;
  requestUpdate(): void;
}

/** What is on show in all rotators of a page, whichever copy of the script each came from. */
interface Places {
  readonly held: Map<string, Place>;
  /** Those that have nothing to show because others show it. */
  readonly waiting: Set<Place>;
}

const places = (): Places => (page().banners ??= { held: new Map(), waiting: new Set() }) as Places;

/** The same banner, in whatever object a feed that was read twice holds it. */
export const keyOf = ({ id, image }: Banner): string => `${id} ${image}`;

const keyIn = ({ feedName }: Place, banner: Banner) => `${feedName} ${keyOf(banner)}`;

/** Whether no other place of the page shows a banner. */
export function isFree(place: Place, banner: Banner): boolean {
  return (places().held.get(keyIn(place, banner)) ?? place) === place;
}

/** What a place shows from now on, and nothing else; [] when it is gone. */
export function hold(place: Place, banners: readonly Banner[]): void {
  const { held, waiting } = places();
  const keys = new Set(banners.map((banner) => keyIn(place, banner)));
  let left = false;
  for (const [key, holder] of held) {
    if (holder !== place || keys.has(key)) continue;
    held.delete(key);
    left = true;
  }
  for (const key of keys) held.set(key, place);
  if (!left) return;
  for (const other of waiting) if (other !== place) other.requestUpdate();
}

/** Whether a place is asked to update when another one lets a banner go. */
export function wait(place: Place, waits: boolean): void {
  if (waits) places().waiting.add(place);
  else places().waiting.delete(place);
}

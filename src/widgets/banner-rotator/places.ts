import { page } from '../../feed/page.js';
import type { Banner } from '../../feed/schema.js';

/** Where banners are shown: a rotator. */
export interface Place {
  /** Where they come from: those of another feed are others, whatever they are called. */
  feedName: string;
  /** Has nothing to show, or less than it could, because others show it. */
  waits?: boolean;
  requestUpdate(): void;
}

/** What each rotator of a page shows, by keys, whichever copy of the script it came from. */
const places = () => (page().banners ??= new Map()) as Map<Place, ReadonlySet<string>>;

/** The same banner, in whatever object a feed that was read twice holds it. */
const keyIn = ({ feedName }: Place, { id, image }: Banner) => `${feedName} ${id} ${image}`;

/** Whether no other place of the page shows a banner. */
export function isFree(place: Place, banner: Banner): boolean {
  const key = keyIn(place, banner);
  return [...places()].every(([other, keys]) => other === place || !keys.has(key));
}

/** What a place shows from now on, and nothing else. */
export function hold(place: Place, banners: readonly Banner[]): void {
  const former = places().get(place);
  const keys = new Set(banners.map((banner) => keyIn(place, banner)));
  places().set(place, keys);
  if (!former || [...former].every((key) => keys.has(key))) return;
  for (const [other] of places()) if (other !== place && other.waits) other.requestUpdate();
}

/** A place is gone, and what it showed may come elsewhere. */
export function leave(place: Place): void {
  hold(place, []);
  places().delete(place);
}

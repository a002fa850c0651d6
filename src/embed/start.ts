/**
 * The script of the rotator: asks for all that it needs at once, and for the first picture before the rotator takes the
 * browser's time for itself. Where the page has a banner in the tag, that one has the line for itself. Done when the element
 * is defined.
 */
import { fetchEarly } from './early.js';
import { preloadFirst } from './first-banner.js';
import { load, loadShared } from './modules.js';

/** Longest that the rotator waits for that; a server that takes its time does not hold it up. */
const PATIENCE_MS = 700;
const TAG = 'civic-banner-rotator';

const pictures: (Promise<void> | undefined)[] = [...document.querySelectorAll(`${TAG}:not([loading=lazy])`)].map(
  (rotator) => preloadFirst(rotator, fetchEarly(rotator.getAttribute('src'))),
);
const own = document.querySelector<HTMLImageElement>(`${TAG}:not([loading=lazy])>a>img:not([loading])`);
if (!own) loadShared();
await Promise.race([
  Promise.allSettled([own?.decode(), ...pictures]),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
]);
if (own) loadShared();
await load(TAG);

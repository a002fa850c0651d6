/**
 * The script of the rotator: asks for all that it needs at once, and for the first picture before the rotator takes the
 * browser's time for itself. Done when the element is defined.
 */
import { fetchEarly } from './early.js';
import { preloadFirst } from './first-banner.js';
import { load, loadShared } from './modules.js';

/** Longest that the rotator waits for that; a server that takes its time does not hold it up. */
const PATIENCE_MS = 700;
const TAG = 'civic-banner-rotator';

const pictures = [...document.querySelectorAll(`${TAG}:not([loading=lazy])`)].map((rotator) =>
  preloadFirst(rotator, fetchEarly(rotator.getAttribute('src'))),
);
if (!document.querySelector(`${TAG} img`)) loadShared();
await Promise.race([Promise.all(pictures), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
loadShared();
await load(TAG);

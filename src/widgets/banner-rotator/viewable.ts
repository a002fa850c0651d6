/**
 * When a banner counts as seen, by the Media Rating Council (Viewable Ad Impression Measurement Guidelines): half of its
 * pixels for one second without a break, of a film for two seconds in which it plays.
 */
const SHARE = 0.5;
const PICTURE_MS = 1000;
const FILM_MS = 2000;
/** Where there are this many pixels, 30 % of them are enough. */
const LARGE_PIXELS = 242_500;
const LARGE_SHARE = 0.3;

/** All shares that are asked for: an observer has to tell of each. */
export const SHARES: readonly number[] = [LARGE_SHARE, SHARE];

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The share of a banner's pixels that has to be in sight. A small picture that lies in the box of a larger neighbour is no
 * large one: it is not enlarged (`object-fit: scale-down`), and a page that enlarges it only asks for more than it must.
 *
 * @param box - the box that it lies in
 * @param own - the picture's own size; undefined for what fills its box
 */
export function shareOf(box: Size, own: Size = box): number {
  const scale = Math.min(1, box.width / own.width, box.height / own.height);
  return own.width * own.height * scale ** 2 >= LARGE_PIXELS ? LARGE_SHARE : SHARE;
}

/** Milliseconds that it has to be in sight without a break. */
export const durationOf = (isFilm: boolean): number => (isFilm ? FILM_MS : PICTURE_MS);

import type { Problem } from '../../feed/read-head.js';
import type { Banner } from '../../feed/schema.js';

/**
 * A banner without `alt` is shown, because its picture may well be understood; who cannot see it gets its number, so
 * whoever publishes the feed should know. An empty `alt` is a decision, and no problem; a banner of words needs none.
 *
 * @param banners - of the feed, in its order
 * @param shown - those of them that matter here
 */
export function missingAlt(banners: readonly Banner[], shown: readonly Banner[]): Problem[] {
  return banners.flatMap(({ id, image, alt }, index) =>
    image && alt === undefined && shown.some((banner) => banner.id === id)
      ? { pointer: `/_civic/banners/${index}/alt`, message: `banner "${id}" has no alt: say what its picture says` }
      : [],
  );
}

import type { Problem } from '../../feed/read-head.js';
import type { Banner, Feed } from '../../feed/schema.js';

/**
 * A banner without `alt` is shown, because its picture may well be understood; who cannot see it gets its number, so
 * whoever publishes the feed should know. An empty `alt` is a decision, and no problem; a banner of words needs none.
 *
 * @param shown - those of its banners that matter here
 */
export function missingAlt(feed: Feed | undefined, shown: readonly Banner[]): Problem[] {
  const banners = feed?._civic.banners ?? [];
  return banners.flatMap(({ id, image, alt }, index) =>
    image && alt === undefined && shown.some((banner) => banner.id === id)
      ? { pointer: `/_civic/banners/${index}/alt`, message: `banner "${id}" has no alt: say what its picture says` }
      : [],
  );
}

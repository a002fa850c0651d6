import type { Banner } from '../../feed/schema.js';

/** The banner whose picture is there, or under way, before the element has chosen one. */
export interface Fallback {
  readonly banner: Banner;
  /** What has been asked for. */
  readonly url: string;
}

/** A rotator whose first picture was asked for before it was there: `embed/first-banner.ts`. */
export type Begun = Element & { civicFirst?: HTMLImageElement };

/** The first of the banners that the element's own content already shows, or that was asked for ahead. */
export function fallbackOf(host: Begun, banners: readonly Banner[]): Fallback | undefined {
  const { civicFirst } = host;
  for (const image of civicFirst ? [civicFirst] : host.querySelectorAll('img')) {
    const url = image.currentSrc || image.src;
    const banner = banners.find(({ image: src, sources = [] }) => [{ src }, ...sources].some((own) => own.src === url));
    if (banner) return { banner, url };
  }
  return undefined;
}

import type { Banner } from '../../feed/schema.js';

/** The banner that the page put between the tags. */
export interface Fallback {
  readonly banner: Banner;
  /** What the page has loaded for it. */
  readonly url: string;
}

/** The first of the banners that the element's own content already shows. */
export function fallbackOf(host: Element, banners: readonly Banner[]): Fallback | undefined {
  for (const image of host.querySelectorAll('img')) {
    const url = image.currentSrc || image.src;
    const banner = banners.find(({ image: src, sources = [] }) => [{ src }, ...sources].some((own) => own.src === url));
    if (banner) return { banner, url };
  }
  return undefined;
}

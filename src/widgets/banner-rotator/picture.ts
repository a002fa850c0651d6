import type { Banner } from '../../feed/schema.js';
import { pictureSources } from './sources.js';

/** How a picture is to be had. */
export interface PictureWish {
  /** Take this URL and no other: it is on the page already, so it costs no second download. */
  readonly url?: string | undefined;
  /** Fetched when it comes near the viewport, else at once, on the page or not. */
  readonly lazy?: boolean;
}

/**
 * A banner's `<picture>`, built off the page so that the very element that was fetched and decoded is shown later.
 */
export class Picture {
  readonly element = document.createElement('picture');
  readonly image = document.createElement('img');
  /** Loaded and decoded; shown now, it is there with the next frame. */
  ready = false;
  /** Fulfilled with true once {@link ready}, with false when there is no such picture; may never be fulfilled. */
  readonly settled: Promise<boolean>;

  constructor(banner: Banner, { url, lazy = false }: PictureWish = {}) {
    const { element, image } = this;
    element.className = 'picture';
    element.setAttribute('part', 'picture');
    image.className = 'image';
    image.setAttribute('part', 'image');
    image.decoding = 'async';
    image.draggable = false;
    if (lazy) image.loading = 'lazy';
    const { groups, srcset } = pictureSources(url ? { image: url } : banner);
    for (const { type, media, srcset: candidates } of groups) {
      const source = document.createElement('source');
      if (type) source.type = type;
      if (media) source.media = media;
      source.srcset = candidates;
      element.append(source);
    }
    element.append(image);
    this.settled = new Promise((resolve) => {
      image.addEventListener('load', () => {
        // A failed decode of what did load (the reader turned the phone, another source was chosen) is no failure.
        void image
          .decode()
          .catch(() => undefined)
          .then(() => resolve((this.ready = true)));
      });
      image.addEventListener('error', () => resolve(false));
    });
    if (srcset) image.srcset = srcset;
    image.src = url ?? banner.image;
    const { width, height } = banner;
    if (width && height) {
      image.width = width;
      image.height = height;
    }
  }

  /** Ends the download: a server that never answers would keep one of the few connections there are. */
  cancel(): void {
    for (const part of this.element.querySelectorAll('source, img')) {
      part.removeAttribute('srcset');
      part.removeAttribute('src');
    }
  }
}

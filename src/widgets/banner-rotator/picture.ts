import type { Banner } from '../../feed/schema.js';
import { pictureSources } from './sources.js';

function make<Tag extends 'picture' | 'img'>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', name);
  return element;
}

/** What is shown of a banner. */
export interface Shown {
  /** What stands in the link. */
  readonly element: HTMLElement;
  /** What is looked at when it is asked whether the banner can be seen. */
  readonly image: HTMLElement & { alt?: string };
  /** Shown now, it is there with the next frame. */
  readonly ready: boolean;
  /** Fulfilled with true once {@link ready}, with false when it cannot be had; may never be fulfilled. */
  readonly settled: Promise<boolean>;
}

/**
 * A banner's `<picture>`, built off the page so that the very element that was fetched is shown later.
 */
export class Picture implements Shown {
  readonly element = make('picture', 'picture');
  readonly image = make('img', 'image');
  /** Loaded. */
  ready = false;
  readonly settled: Promise<boolean>;

  /**
   * @param lazy - fetched when it comes near the viewport, else at once, on the page or not
   * @param url - take this URL and no other: it is on the page already, so it costs no second download
   */
  constructor(banner: Banner, lazy: boolean, url?: string) {
    const { element, image } = this;
    // Decoded with the frame that shows it, and beside the main thread: asking for it before would take a frame of its own.
    image.decoding = 'sync';
    if (lazy) image.loading = 'lazy';
    const { width, height } = banner;
    // It is shown as wide as it is, or as what it stands in, whose width nobody knows yet.
    const sizes = `(max-width:${width}px) 100vw,${width}px`;
    const { groups, srcset } = pictureSources(url ? { image: url } : banner);
    for (const { type, media, srcset: candidates } of groups) {
      const source = document.createElement('source');
      if (type) source.type = type;
      if (media) source.media = media;
      source.srcset = candidates;
      source.sizes = sizes;
      element.append(source);
    }
    element.append(image);
    this.settled = new Promise((resolve) => {
      image.onload = () => resolve((this.ready = true));
      image.onerror = () => resolve(false);
    });
    image.sizes = sizes;
    if (srcset) image.srcset = srcset;
    image.src = url ?? (banner.image as string);
    if (width && height) {
      image.width = width;
      image.height = height;
    }
  }
}

import { css } from 'lit';
import type { Banner } from '../../feed/schema.js';

/** Longest that a turn waits for the end of a video, in seconds. */
const LONGEST = 30;

/** A video lies over its picture, which is seen until the first frame is there, in print, and where nothing plays. */
export const videoStyles = css`
  .video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  @media print {
    .video {
      display: none;
    }
  }
`;

/** The videos of a rotation: without sound, one at a time, playing only while the rotation runs. */
export class Videos {
  readonly #elements = new Map<Banner, HTMLVideoElement>();
  readonly #broken = new Set<string>();
  readonly #onChange: () => void;

  /** @param onChange - the length of a turn, or whether there is a video, has changed */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * The video of a banner on show; it is fetched only then.
   *
   * @param loops - it is alone and comes again by itself
   */
  of(banner: Banner, loops: boolean): HTMLVideoElement | undefined {
    const { video } = banner;
    if (video === undefined || this.#broken.has(video)) return undefined;
    let element = this.#elements.get(banner);
    if (!element) {
      element = document.createElement('video');
      element.className = 'video';
      element.setAttribute('part', 'video');
      // Its words are those of the picture under it.
      element.setAttribute('aria-hidden', 'true');
      element.tabIndex = -1;
      element.muted = true;
      element.playsInline = true;
      element.disablePictureInPicture = true;
      element.onloadedmetadata = this.#onChange;
      element.onerror = () => {
        this.#broken.add(video);
        this.#elements.delete(banner);
        this.#onChange();
      };
      element.src = video;
      this.#elements.set(banner, element);
    }
    element.loop = loops;
    return element;
  }

  /** Milliseconds that the turn of these lasts at least; 0 while nobody knows. */
  length(shown: readonly Banner[]): number {
    const seconds = shown.map((banner) => this.#elements.get(banner)?.duration ?? 0);
    return Math.min(LONGEST, Math.max(0, ...seconds.filter(Number.isFinite))) * 1000;
  }

  /** Plays what is on show while the rotation runs; forgets what is on no place any more. */
  follow(shown: readonly Banner[], leaving: readonly Banner[], moves: boolean): void {
    for (const [banner, element] of this.#elements) {
      if (shown.includes(banner) && moves) {
        // A browser may refuse: then the picture stays.
        void element.play().catch(() => undefined);
        continue;
      }
      element.pause();
      if (shown.includes(banner) || leaving.includes(banner)) continue;
      this.#elements.delete(banner);
      element.removeAttribute('src');
      element.load();
    }
  }
}

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

/**
 * Whether a video plays, stands still for the moment, or is not let play by the browser, so that its picture stands there; one
 * that is over stands still like a picture.
 */
type State = 'plays' | 'rests' | 'refused' | 'over';

/** The videos of a rotation: without sound, one at a time, playing only while the rotation runs. */
export class Videos {
  readonly #elements = new Map<Banner, HTMLVideoElement>();
  readonly #states = new WeakMap<HTMLVideoElement, State>();
  readonly #broken = new Set<string>();
  readonly #onChange: () => void;
  readonly #onPlaying: () => void;

  /**
   * @param onChange - the length of a turn, or whether there is a video, has changed
   * @param onPlaying - what {@link plays} says has changed
   */
  constructor(onChange: () => void, onPlaying: () => void) {
    this.#onChange = onChange;
    this.#onPlaying = onPlaying;
  }

  /** Whether a banner's video plays; undefined where a picture stands there for good: its own, or the last of the film. */
  plays(banner: Banner): boolean | undefined {
    const element = this.#elements.get(banner);
    const state = element && this.#states.get(element);
    return state === 'refused' || state === 'over' || this.#broken.has(banner.video ?? '')
      ? undefined
      : state === 'plays';
  }

  /**
   * The video of a banner on show; it is fetched only then.
   *
   * @param loops - it is alone and comes again by itself
   */
  of(banner: Banner, loops: boolean): HTMLVideoElement | undefined {
    const { video } = banner;
    if (video === undefined || this.#broken.has(video)) return undefined;
    const element = this.#elements.get(banner) ?? this.#make(banner, video);
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
        // A browser may refuse: then the picture stays. That it was stopped before it began is no refusal.
        element.play().catch((error: unknown) => {
          if ((error as DOMException | undefined)?.name === 'NotAllowedError') this.#tell(element, 'refused');
        });
        continue;
      }
      element.pause();
      if (shown.includes(banner) || leaving.includes(banner)) continue;
      this.#elements.delete(banner);
      element.removeAttribute('src');
      element.load();
    }
  }

  #make(banner: Banner, video: string): HTMLVideoElement {
    const element = document.createElement('video');
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
    element.onplaying = () => this.#tell(element, 'plays');
    // Browsers tell of a pause at the end as well.
    element.onpause = element.onwaiting = element.onended = () => this.#tell(element, element.ended ? 'over' : 'rests');
    element.src = video;
    this.#elements.set(banner, element);
    return element;
  }

  #tell(element: HTMLVideoElement, state: State): void {
    this.#states.set(element, state);
    this.#onPlaying();
  }
}

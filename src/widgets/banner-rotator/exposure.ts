import type { Banner } from '../../feed/schema.js';

/** Media Rating Council, viewable impression guidelines: half of the pixels for one second without a break … */
const SHARE = 0.5;
const DURATION_MS = 1000;
/** … and of a video for two. */
const VIDEO_MS = 2000;
/** … or 30 % of them where there are this many. */
const LARGE_PIXELS = 242_500;
const LARGE_SHARE = 0.3;
/** Browsers round the shares that they report. */
const TOLERANCE = 0.001;

interface Exposed {
  readonly banner: Banner;
  readonly seen: Set<'impression' | 'viewable'>;
  threshold: number;
  inView: boolean;
  timer: number | undefined;
}

/** What {@link Exposure} tells. */
export interface ExposureListener {
  impression(banner: Banner): void;
  viewable(banner: Banner, threshold: number): void;
}

/** Tells when a shown banner counts as an impression, and when as one that could be seen. */
export class Exposure {
  readonly #listener: ExposureListener;
  readonly #exposed = new Map<Element, Exposed>();
  #observer: IntersectionObserver | undefined;

  constructor(listener: ExposureListener) {
    this.#listener = listener;
  }

  /**
   * A banner's turn has begun, its picture is there. Replaces what this element stood for before.
   *
   * @param element - its picture
   */
  begin(element: Element, banner: Banner): void {
    this.end(element);
    if (!this.#observer) {
      this.#observer = new IntersectionObserver(this.#onIntersect, { threshold: [LARGE_SHARE, SHARE] });
      document.addEventListener('visibilitychange', this.#onPage);
      window.addEventListener('focus', this.#onPage);
      window.addEventListener('blur', this.#onPage);
    }
    const exposed = { banner, seen: new Set<never>(), threshold: SHARE, inView: false, timer: undefined };
    this.#exposed.set(element, exposed);
    this.#observer.observe(element);
    this.#settle(element, exposed);
  }

  /** The banner's turn is over. */
  end(element: Element): void {
    window.clearTimeout(this.#exposed.get(element)?.timer);
    this.#exposed.delete(element);
    this.#observer?.unobserve(element);
  }

  /** The elements whose turn it is. */
  get elements(): Element[] {
    return [...this.#exposed.keys()];
  }

  /** Ends all turns. */
  stop(): void {
    for (const element of this.elements) this.end(element);
    this.#observer?.disconnect();
    this.#observer = undefined;
    document.removeEventListener('visibilitychange', this.#onPage);
    window.removeEventListener('focus', this.#onPage);
    window.removeEventListener('blur', this.#onPage);
  }

  readonly #onIntersect = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, intersectionRatio, boundingClientRect } of entries) {
      const exposed = this.#exposed.get(target);
      if (!exposed) continue;
      const pixels = boundingClientRect.width * boundingClientRect.height;
      exposed.threshold = pixels >= LARGE_PIXELS ? LARGE_SHARE : SHARE;
      exposed.inView = intersectionRatio >= exposed.threshold - TOLERANCE;
      this.#settle(target, exposed);
    }
  };

  readonly #onPage = (): void => {
    for (const [element, exposed] of this.#exposed) this.#settle(element, exposed);
  };

  #settle(element: Element, exposed: Exposed): void {
    const visible = document.visibilityState === 'visible';
    if (visible && !exposed.seen.has('impression')) {
      exposed.seen.add('impression');
      this.#listener.impression(exposed.banner);
    }
    if (!visible || !document.hasFocus() || !exposed.inView) {
      window.clearTimeout(exposed.timer);
      exposed.timer = undefined;
      return;
    }
    if (exposed.seen.has('viewable')) return;
    exposed.timer ??= window.setTimeout(
      () => {
        exposed.seen.add('viewable');
        this.#observer?.unobserve(element);
        this.#listener.viewable(exposed.banner, exposed.threshold);
      },
      exposed.banner.video === undefined ? DURATION_MS : VIDEO_MS,
    );
  }
}

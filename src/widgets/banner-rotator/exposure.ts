import type { Banner } from '../../feed/schema.js';
import { durationOf, shareOf, SHARES } from './viewable.js';

/** Browsers round the shares that they report. */
const TOLERANCE = 0.001;

interface Exposed {
  readonly banner: Banner;
  /** When all of it is there, by `performance.now()`. */
  readonly whole: number;
  readonly seen: Set<'impression' | 'viewable'>;
  threshold: number;
  hasBox: boolean;
  inView: boolean;
  timer: number | undefined;
}

/** What {@link Exposure} asks and tells. */
export interface ExposureListener {
  impression(banner: Banner): void;
  viewable(banner: Banner, threshold: number): void;
  /** Whether a banner's film plays; undefined where its picture stands there. */
  plays(banner: Banner): boolean | undefined;
}

/**
 * Whether the reader's attention can be here. In a frame the focus says nothing: it has none until the reader clicks into it,
 * and that of the page around cannot be asked for. There the tab has to be visible and the banner in sight, which the
 * observer tells of the top window even across origins.
 */
const hasFocus = (): boolean => window !== window.top || document.hasFocus();

const hasArea = ({ width, height }: DOMRectReadOnly): boolean => width > 0 && height > 0;

/** Tells when a shown banner counts as an impression, and when as one that could be seen. */
export class Exposure {
  readonly #listener: ExposureListener;
  readonly #exposed = new Map<Element, Exposed>();
  /** There is none while nothing is on the page. */
  #observer: IntersectionObserver | undefined;
  /** Few are shown without a box: what waits for one is made for those. */
  #boxes: ResizeObserver | undefined;

  constructor(listener: ExposureListener) {
    this.#listener = listener;
  }

  /**
   * A banner's turn has begun, its picture is there. Replaces what this element stood for before.
   *
   * @param element - its picture
   * @param whole - when its transition is over, by `performance.now()`: until then not all of its pixels are there
   */
  begin(element: Element, banner: Banner, whole: number): void {
    this.end(element);
    const seen = new Set<never>();
    const exposed = { banner, whole, seen, threshold: 0, hasBox: false, inView: false, timer: undefined };
    this.#exposed.set(element, exposed);
    this.#observer?.observe(element);
  }

  /** The banner's turn is over. */
  end(element: Element): void {
    window.clearTimeout(this.#exposed.get(element)?.timer);
    this.#exposed.delete(element);
    this.#observer?.unobserve(element);
    this.#boxes?.unobserve(element);
  }

  /** The elements whose turn it is. */
  get elements(): Element[] {
    return [...this.#exposed.keys()];
  }

  /** They are on the page, for the first time or again: what has been told is not told twice. */
  resume(): void {
    if (this.#observer) return;
    this.#observer = new IntersectionObserver(this.#onIntersect, { threshold: [...SHARES] });
    for (const [element, { seen }] of this.#exposed) if (!seen.has('viewable')) this.#observer.observe(element);
    document.addEventListener('visibilitychange', this.check);
    window.addEventListener('focus', this.check);
    window.addEventListener('blur', this.check);
  }

  /** They are off the page. Their turns go on where they come back, and the time in sight begins anew. */
  suspend(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#boxes?.disconnect();
    document.removeEventListener('visibilitychange', this.check);
    window.removeEventListener('focus', this.check);
    window.removeEventListener('blur', this.check);
    for (const [element, exposed] of this.#exposed) {
      exposed.hasBox = exposed.inView = false;
      this.#settle(element, exposed);
    }
  }

  /** Looks whether they still count: something has changed that no observer tells. */
  readonly check = (): void => {
    for (const [element, exposed] of this.#exposed) this.#settle(element, exposed);
  };

  readonly #onIntersect = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, intersectionRatio, boundingClientRect: box } of entries) {
      const exposed = this.#exposed.get(target);
      if (!exposed) continue;
      const { naturalWidth: width = 0, naturalHeight: height = 0 } = target as Partial<HTMLImageElement>;
      exposed.threshold = shareOf(box, width && height ? { width, height } : box);
      exposed.hasBox = hasArea(box);
      exposed.inView = exposed.hasBox && intersectionRatio >= exposed.threshold - TOLERANCE;
      // This observer says nothing of a box that comes out of sight.
      if (!exposed.hasBox && !exposed.seen.has('impression')) {
        this.#boxes ??= new ResizeObserver(this.#onBox);
        this.#boxes.observe(target);
      }
      this.#settle(target, exposed);
    }
  };

  readonly #onBox = (entries: ResizeObserverEntry[]): void => {
    for (const { target, contentRect } of entries) {
      const exposed = this.#exposed.get(target);
      if (!exposed || !hasArea(contentRect)) continue;
      this.#boxes?.unobserve(target);
      exposed.hasBox = true;
      this.#settle(target, exposed);
    }
  };

  #settle(element: Element, exposed: Exposed): void {
    const { banner, whole, seen } = exposed;
    const visible = document.visibilityState === 'visible';
    // What has no box, as in a panel that is closed, is not shown, whoever has loaded its picture.
    if (visible && exposed.hasBox && !seen.has('impression')) {
      seen.add('impression');
      this.#listener.impression(banner);
    }
    const plays = banner.video === undefined ? undefined : this.#listener.plays(banner);
    if (!visible || !exposed.inView || plays === false || !hasFocus()) {
      window.clearTimeout(exposed.timer);
      exposed.timer = undefined;
      return;
    }
    if (seen.has('viewable')) return;
    exposed.timer ??= window.setTimeout(
      () => {
        seen.add('viewable');
        this.#observer?.unobserve(element);
        this.#listener.viewable(banner, exposed.threshold);
      },
      // By the same guidelines the clock starts once the pixels are there: while a banner fades or slides in, they are not.
      Math.max(0, whole - performance.now()) + durationOf(plays === true),
    );
  }
}

import type { Problem } from '../../feed/read-head.js';
import type { Banner } from '../../feed/schema.js';

abstract class BannerEvent extends Event {
  /** The banner's id in the feed. */
  readonly bannerId: string;
  readonly placement: string | undefined;

  constructor(type: string, banner: Banner) {
    super(type, { bubbles: true, composed: true });
    this.bannerId = banner.id;
    this.placement = banner.placement;
  }
}

/**
 * A banner is shown, its picture loaded and in a box of its own (in a closed panel it has none), in a page that is not
 * hidden; whether it is in sight does not matter. Once for each of its turns.
 */
export class CivicImpressionEvent extends BannerEvent {
  static readonly type = 'civic-impression';

  constructor(banner: Banner) {
    super(CivicImpressionEvent.type, banner);
  }
}

/**
 * A banner could really be seen, by the Media Rating Council's measure: half of its pixels for one second without a
 * break, a film for two in which it plays, in a visible tab with the focus (in a frame, which cannot know of that, in a
 * visible tab). Once for each of its turns.
 */
export class CivicViewableEvent extends BannerEvent {
  static readonly type = 'civic-viewable';
  /** The share of pixels asked for: 0.5, or 0.3 where its picture covers 242,500 pixels and more. */
  readonly threshold: number;

  constructor(banner: Banner, threshold: number) {
    super(CivicViewableEvent.type, banner);
    this.threshold = threshold;
  }
}

/** A reader follows a banner's link. Clicks on the same banner within a second are one. */
export class CivicClickEvent extends BannerEvent {
  static readonly type = 'civic-click';
  /** Absolute URL. */
  readonly href: string;

  constructor(banner: Banner, href: string) {
    super(CivicClickEvent.type, banner);
    this.href = href;
  }
}

/**
 * Pictures of banners cannot be had, or do not answer: others are shown meanwhile, and they are tried again with the next
 * load, when the line is back, and from time to time. Once for each picture. Whoever publishes the feed should know.
 */
export class CivicProblemEvent extends Event {
  static readonly type = 'civic-problem';
  /** Where in the feed, as a JSON pointer (RFC 6901), and what is wrong there. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(CivicProblemEvent.type, { bubbles: true, composed: true });
    this.problems = problems;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'civic-impression': CivicImpressionEvent;
    'civic-viewable': CivicViewableEvent;
    'civic-click': CivicClickEvent;
    'civic-problem': CivicProblemEvent;
  }
}

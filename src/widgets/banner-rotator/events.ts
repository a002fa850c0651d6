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

/** A banner is shown, its picture loaded, in a page that is not hidden. Once for each of its turns. */
export class CivicImpressionEvent extends BannerEvent {
  static readonly type = 'civic-impression';

  constructor(banner: Banner) {
    super(CivicImpressionEvent.type, banner);
  }
}

/**
 * A banner could really be seen, by the Media Rating Council's measure: half of its pixels for one second without a
 * break, in a visible tab with the focus. Once for each of its turns.
 */
export class CivicViewableEvent extends BannerEvent {
  static readonly type = 'civic-viewable';
  /** The share of pixels asked for: 0.5, or 0.3 for a banner of 242,500 pixels and more. */
  readonly threshold: number;

  constructor(banner: Banner, threshold: number) {
    super(CivicViewableEvent.type, banner);
    this.threshold = threshold;
  }
}

/** A reader follows a banner's link. */
export class CivicClickEvent extends BannerEvent {
  static readonly type = 'civic-click';
  /** Absolute URL. */
  readonly href: string;

  constructor(banner: Banner, href: string) {
    super(CivicClickEvent.type, banner);
    this.href = href;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'civic-impression': CivicImpressionEvent;
    'civic-viewable': CivicViewableEvent;
    'civic-click': CivicClickEvent;
  }
}

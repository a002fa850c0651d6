import type { FeedError } from './error.js';
import type { Problem } from './read-head.js';
import type { Feed } from './schema.js';

/** A feed is there and drawn: for the first time, or a newer one. Bubbles, crosses shadow roots. */
export class CivicLoadEvent extends Event {
  static readonly type = 'civic-load';
  readonly feed: Feed;
  /** What was left out or corrected while reading. */
  readonly problems: readonly Problem[];
  /** Whether it is a kept copy because the network failed. */
  readonly stale: boolean;

  constructor(feed: Feed, problems: readonly Problem[], stale: boolean) {
    super(CivicLoadEvent.type, { bubbles: true, composed: true });
    this.feed = feed;
    this.problems = problems;
    this.stale = stale;
  }
}

/** A feed could not be had; the widget shows the kept copy, its fallback content or a message. */
export class CivicErrorEvent extends Event {
  static readonly type = 'civic-error';
  readonly error: FeedError;

  constructor(error: FeedError) {
    super(CivicErrorEvent.type, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'civic-load': CivicLoadEvent;
    'civic-error': CivicErrorEvent;
  }
}

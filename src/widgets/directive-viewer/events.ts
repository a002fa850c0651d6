import type { FeedItem } from '../../feed/schema.js';

/** A document is open: by itself, or because the reader chose it. Bubbles, crosses shadow roots. */
export class CivicOpenEvent extends Event {
  static readonly type = 'civic-open';
  readonly item: FeedItem;

  constructor(item: FeedItem) {
    super(CivicOpenEvent.type, { bubbles: true, composed: true });
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'civic-open': CivicOpenEvent;
  }
}

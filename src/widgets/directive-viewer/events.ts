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

/**
 * The reader follows a citation. Cancelled, the page takes it from there: nothing is opened. Bubbles, crosses shadow
 * roots.
 */
export class CivicCitationEvent extends Event {
  static readonly type = 'civic-citation';
  /** As it should be written, `98/2023/NĐ-CP`. */
  readonly number: string;
  /** The document it names, where the feed holds it. */
  readonly item: FeedItem | undefined;

  constructor(number: string, item: FeedItem | undefined) {
    super(CivicCitationEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.number = number;
    this.item = item;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'civic-open': CivicOpenEvent;
    'civic-citation': CivicCitationEvent;
  }
}

import type { FeedError } from './error.js';
import type { Problem } from './read-head.js';
import type { Feed } from './schema.js';

/**
 * What is known of a feed at one moment. Never changed: the next moment is a new object.
 *
 * `loading` without a feed is the first load; a reload keeps the feed, or the error, that it may replace.
 */
export interface FeedSnapshot {
  readonly status: 'loading' | 'ready' | 'stale' | 'error';
  readonly feed?: Feed;
  readonly problems: readonly Problem[];
  /**
   * Why it failed, with `error` and `stale`, and while another attempt is under way. With `ready`: why one of several
   * sources is missing, or shown as a kept copy.
   */
  readonly error?: FeedError;
  /** Why each of several sources that is missing is missing. */
  readonly missing?: readonly FeedError[];
  /** When the shown copy arrived, in milliseconds since the epoch. */
  readonly receivedAt?: number;
}

/** A feed as a provider hands it down. */
export interface FeedSource {
  readonly snapshot: FeedSnapshot;
  /** Asks the server anew; fulfilled when the answer, or the failure, is there. */
  readonly reload: () => Promise<void>;
  /**
   * Loads the page behind what is there, where `feed.next_url` names one; fulfilled when a snapshot has it.
   * Rejected with a `FeedError` when it cannot be had. Missing where an older copy of the script provides.
   */
  readonly more?: () => Promise<void>;
}

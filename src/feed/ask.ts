import type { FetchMode } from './client.js';
import type { FeedSnapshot } from './snapshot.js';

export interface LoaderSettings {
  /** As written in the attribute: a URL, or several with spaces between them. */
  readonly src: string;
  /** Absolute URL that `src` is resolved against. */
  readonly base: string;
  /** Seconds between two loads; 0 loads once. */
  readonly refresh: number;
  /** Seconds to wait for an answer; 0 waits for ever. */
  readonly timeout: number;
}

/** What follows from asking for a feed that was known as `former`; undefined when nobody wants it any more. */
export type Ask = (
  settings: LoaderSettings,
  signal: AbortSignal,
  mode: FetchMode,
  former: FeedSnapshot,
  /** Takes a first part of the answer, where the rest is long in coming. */
  show: (snapshot: FeedSnapshot) => void,
) => Promise<FeedSnapshot | undefined>;

/** Why a feed could not be shown; each has a message of its own in every language. */
export type FeedErrorCode =
  /** Neither a usable `src` nor a `<civic-feed>` around the widget. */
  | 'no-source'
  /** No answer: offline, wrong host, or refused by CORS or a content security policy. */
  | 'network'
  | 'timeout'
  | 'http'
  | 'too-large'
  | 'not-json'
  | 'invalid-feed';

/** A feed that could not be loaded or read. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  /** Absolute URL of the feed, or the `src` as written when it is no URL. */
  readonly url: string;
  /** HTTP status, with the code `http`. */
  readonly status: number | undefined;
  /** The `Retry-After` header as the server wrote it, with the code `http`. */
  readonly retryAfter: string | undefined;
  /** The platform's own `Error` has none yet in ES2021. */
  declare cause: unknown;

  constructor(
    code: FeedErrorCode,
    url: string,
    detail: {
      status?: number;
      retryAfter?: string | undefined;
      cause?: unknown;
      message?: string | undefined;
    } = {},
  ) {
    super(detail.message ?? `${code}: ${url}`);
    this.code = code;
    this.url = url;
    this.status = detail.status;
    this.retryAfter = detail.retryAfter;
    this.cause = detail.cause;
  }
}

/** How a feed that failed is asked for again. */
import { FeedError } from './error.js';

/** Attempts in all: the first and two more. */
export const MAX_ATTEMPTS = 3;

const FIRST_PAUSE_MS = 500;
/** A server that asks for more than this is not waited for: the reader sees the kept copy instead. */
const LONGEST_PAUSE_MS = 30_000;

/** Whether trying again can help: the network or the server is in trouble, not the request. */
function isPassing({ code, status = 0 }: FeedError): boolean {
  return code === 'network' || (code === 'http' && (status >= 500 || status === 429));
}

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds or an HTTP date.
 *
 * @param now - milliseconds since the epoch
 * @returns milliseconds from `now`; 0 when there is nothing to read
 */
export function retryAfter(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/**
 * How long to wait before the next attempt: exponential back-off, its upper half random, so that the visitors of
 * a portal that came back do not all knock at once; longer where the server asks for it.
 *
 * @param failed - attempts so far, from 1
 * @param random - in [0, 1)
 * @param now - milliseconds since the epoch
 * @returns milliseconds, or undefined when no further attempt should be made
 */
export function pauseAfter(error: unknown, failed: number, random: number, now: number): number | undefined {
  if (!(error instanceof FeedError) || !isPassing(error) || failed >= MAX_ATTEMPTS) return undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (failed - 1) * (0.5 + random / 2);
  const pause = Math.max(retryAfter(error.retryAfter, now), backOff);
  return pause > LONGEST_PAUSE_MS ? undefined : pause;
}

/**
 * Waits, unless nobody wants the answer any more.
 *
 * @throws {DOMException} `AbortError` when `signal` says so
 */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('left', 'AbortError'));
    });
  });
}

/** Attempts in all: the first and two more. */
export const MAX_ATTEMPTS = 3;

const FIRST_PAUSE_MS = 500;
/** A server that asks for more than this is not waited for: the reader sees the kept copy instead. */
const LONGEST_PAUSE_MS = 30_000;

/** Whether trying again can help: the server is busy or broken, not the request. */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 429;
}

/**
 * Reads a `Retry-After` header (RFC 9110, 10.2.3): seconds or an HTTP date.
 *
 * @returns milliseconds from `now`, or undefined when there is none to read
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * How long to wait before the next attempt: exponential back-off, its upper half random, so that the visitors of
 * a portal that came back do not all knock at once.
 *
 * @param failed - attempts so far, from 1
 * @param asked - what the server asked for, in milliseconds
 * @param random - in [0, 1)
 * @returns milliseconds, or undefined when no further attempt should be made
 */
export function pauseBefore(
  failed: number,
  asked: number | undefined,
  random: number,
): number | undefined {
  if (failed >= MAX_ATTEMPTS) return undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (failed - 1) * (0.5 + random / 2);
  const pause = Math.max(asked ?? 0, backOff);
  return pause > LONGEST_PAUSE_MS ? undefined : pause;
}

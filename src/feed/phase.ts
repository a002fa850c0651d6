import { parseDate } from './dates.js';

/** Where an instant stands to an interval. */
export type Phase = 'upcoming' | 'ongoing' | 'ended';

/**
 * Tells whether something that runs from `start` to `end` is still to come, runs, or is over.
 *
 * An end *date* includes that day, an end year that year; either border may be missing (open).
 *
 * @param start - as written in the feed
 * @param end - as written in the feed
 * @param zone - IANA name of the feed's zone
 * @param now - the instant asked about
 */
export function phaseOf(start: string | undefined, end: string | undefined, zone: string, now: Date): Phase {
  const from = start === undefined ? undefined : parseDate(start, zone);
  const until = end === undefined ? undefined : parseDate(end, zone);
  if (from && now < from.start) return 'upcoming';
  return until && now >= until.end ? 'ended' : 'ongoing';
}

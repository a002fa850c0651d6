import { tzOffset } from '@date-fns/tz/tzOffset';
import { parseDate } from './dates.js';

/** Milliseconds of a day without a change of clocks. */
export const DAY = 86_400_000;

/** Number of the calendar day in a zone, counted from 1 January 1970. */
export function dayIn(zone: string, instant: number): number {
  return Math.floor((instant + tzOffset(zone, new Date(instant)) * 60_000) / DAY);
}

/** First instant of the zone's day after the one that `now` lies in. */
export function nextMidnight(zone: string, now: number): number {
  const tomorrow = new Date((dayIn(zone, now) + 1) * DAY).toISOString().slice(0, 10);
  return parseDate(tomorrow, zone)?.start.getTime() ?? now + DAY;
}

/**
 * The year in which a date of a feed lies, by the calendar of a zone: `2023-12-31T17:00:00Z` is 2024 in Vietnam.
 *
 * @param date - as {@link parseDate} reads it
 * @returns undefined for what is no date
 */
export function yearIn(zone: string, date: string): number | undefined {
  const span = parseDate(date, 'UTC');
  if (!span) return undefined;
  // Only an offset can lead into another year than the one that is written: thousands of dates have none.
  const isWritten = span.precision !== 'time' || !/(?:Z|[+-]\d{2}:?\d{0,2})$/i.test(date.trim());
  return isWritten ? span.start.getUTCFullYear() : new Date(dayIn(zone, +span.start) * DAY).getUTCFullYear();
}

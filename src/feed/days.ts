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

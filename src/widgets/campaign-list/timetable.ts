import { parseDate } from '../../feed/dates.js';
import { type Phase, phaseOf } from '../../feed/phase.js';
import { dayIn, nextMidnight } from '../../feed/days.js';
import type { Campaign, FeedItem } from '../../feed/schema.js';
import { occurrenceOf } from './occurrence.js';

/** Days before its end at which a campaign begins to count down. */
const COUNTDOWN = 366;

/** A campaign as it stands at one moment. */
export interface Entry {
  readonly item: FeedItem;
  /** With the dates of the time at hand, where it comes back each year. */
  readonly campaign: Campaign;
  /** Undefined for a campaign without any date: nothing is known to begin or end. */
  readonly status: Phase | undefined;
  /** First instant, and the first one after its end, in milliseconds since the epoch; infinite where it is open. */
  readonly start: number;
  readonly end: number;
  /** Calendar days of the feed's zone after today, 0 on the last day; only while it runs and ends within a year. */
  readonly daysLeft: number | undefined;
  /** How much of its time is over, 0 to 1; only while it runs and both ends are known. */
  readonly elapsed: number | undefined;
}

/** All campaigns at one moment, and how long that stays true. */
export interface Timetable {
  readonly entries: readonly Entry[];
  /** When a status, or a count of days, may change next, in milliseconds since the epoch; infinite for never. */
  readonly until: number;
}

function entryOf(item: FeedItem, zone: string, now: Date): Entry {
  const campaign = occurrenceOf(item._civic?.campaign ?? {}, zone, now);
  const { start: from, end: until } = campaign;
  const start = parseDate(from ?? '', zone)?.start.getTime() ?? -Infinity;
  const end = parseDate(until ?? '', zone)?.end.getTime() ?? Infinity;
  const hasStart = start > -Infinity;
  const hasEnd = end < Infinity;
  const status = hasStart || hasEnd ? phaseOf(from, until, zone, now) : undefined;
  const runs = status === 'ongoing';
  const days = runs && hasEnd ? dayIn(zone, end - 1) - dayIn(zone, now.getTime()) : Infinity;
  return {
    item,
    campaign,
    status,
    start,
    end,
    daysLeft: days < COUNTDOWN ? days : undefined,
    elapsed: runs && hasStart && hasEnd ? (now.getTime() - start) / (end - start) : undefined,
  };
}

/**
 * Where each campaign stands at an instant.
 *
 * @param zone - IANA name of the feed's zone; says where days begin and end, wherever the reader is
 */
export function timetable(items: readonly FeedItem[], zone: string, now: Date): Timetable {
  const entries = items.map((item) => entryOf(item, zone, now));
  const instant = now.getTime();
  // Time goes on for what has an end: its days left, or the day on which counting them begins, and its elapsed share.
  const counts = entries.some(({ status, end }) => status === 'ongoing' && end < Infinity);
  let until = counts ? nextMidnight(zone, instant) : Infinity;
  for (const { start, end } of entries) {
    for (const border of [start, end]) if (border > instant && border < until) until = border;
  }
  return { entries, until };
}

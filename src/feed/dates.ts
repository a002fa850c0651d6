import { TZDateMini } from '@date-fns/tz/date/mini';
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { parseISO } from 'date-fns/parseISO';

/** The zone of a feed that names none. */
export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/** How exactly a date in a feed is known. */
export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/** The stretch of time that a written date stands for, as the half-open interval [start, end). */
export interface DateSpan {
  /** First instant. */
  readonly start: Date;
  /** First instant after it; equals `start` when the date names an instant. */
  readonly end: Date;
  readonly precision: DatePrecision;
}

// ISO 8601 calendar dates only: week and ordinal dates, and two-digit centuries, are typing errors in a feed.
const SHAPE =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

function precisionOf(value: string): DatePrecision {
  if (value.length === 4) return 'year';
  if (value.length === 7) return 'month';
  return value.length === 10 ? 'day' : 'time';
}

/**
 * Reads a date of a feed: `2024`, `2024-03`, `2024-03-01` or an RFC 3339 time.
 *
 * @param value - the date as written
 * @param zone - IANA name; rules times without an offset and where a day begins
 * @returns undefined for what is no date ("2024-02-30", "hôm qua")
 */
export function parseDate(value: string, zone: string): DateSpan | undefined {
  const text = value.trim();
  if (!SHAPE.test(text)) return undefined;
  const inZone = { in: (value: Date | number | string) => TZDateMini.tz(zone, +new Date(value)) };
  const start = parseISO(text.replace(' ', 'T'), inZone);
  if (Number.isNaN(start.getTime())) return undefined;
  const precision = precisionOf(text);
  const end =
    precision === 'time'
      ? start
      : precision === 'day'
        ? addDays(start, 1, inZone)
        : precision === 'month'
          ? addMonths(start, 1, inZone)
          : addYears(start, 1, inZone);
  // Plain dates leave this module: a TZDate's getters would answer in its own zone and surprise a caller.
  return { start: new Date(start.getTime()), end: new Date(end.getTime()), precision };
}

/** Whether a string is a date that {@link parseDate} reads. */
export function isDate(value: string): boolean {
  return parseDate(value, 'UTC') !== undefined;
}

/** Whether this machine knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

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
export function phaseOf(
  start: string | undefined,
  end: string | undefined,
  zone: string,
  now: Date,
): Phase {
  const from = start === undefined ? undefined : parseDate(start, zone);
  const until = end === undefined ? undefined : parseDate(end, zone);
  if (from && now < from.start) return 'upcoming';
  if (until && now >= until.end) return 'ended';
  return 'ongoing';
}

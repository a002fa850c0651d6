import type { DateSpan } from '../../feed/dates.js';
import { dayIn, nextMidnight } from '../../feed/days.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Days for which "three days ago" says more than the date. */
const LONGEST_DAYS = 7;

/** How old something is, as a reader would say it, and until when that stays so. */
export interface Age {
  /** Undefined where the date alone says more: it is older than a week, yet to come, or known as a month only. */
  readonly said: { readonly value: number; readonly unit: 'second' | 'minute' | 'hour' | 'day' } | undefined;
  /** Calendar days of the zone since it appeared; 0 is today, negative is yet to come. */
  readonly days: number;
  /** When either changes next, in milliseconds since the epoch; infinite for never. */
  readonly until: number;
}

/**
 * The age of something that was published at a date of a feed.
 *
 * @param zone - IANA name of the feed's zone: says when a day begins, wherever the reader is
 * @param now - in milliseconds since the epoch
 */
export function ageOf({ start, precision }: DateSpan, zone: string, now: number): Age {
  const from = start.getTime();
  const days = dayIn(zone, now) - dayIn(zone, from);
  if (now < from) return { said: undefined, days, until: Math.min(from, nextMidnight(zone, now)) };
  const isLong = days > LONGEST_DAYS || precision === 'month' || precision === 'year';
  // A day more may end its being new, but nothing that is said.
  if (isLong) return { said: undefined, days, until: nextMidnight(zone, now) };
  const minutes = Math.floor((now - from) / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (precision === 'day' || hours >= 24) {
    return { said: { value: -days, unit: 'day' }, days, until: nextMidnight(zone, now) };
  }
  const until = Math.min(
    hours > 0 ? from + (hours + 1) * HOUR : from + (minutes + 1) * MINUTE,
    nextMidnight(zone, now),
  );
  if (hours > 0) return { said: { value: -hours, unit: 'hour' }, days, until };
  return { said: minutes > 0 ? { value: -minutes, unit: 'minute' } : { value: 0, unit: 'second' }, days, until };
}

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** An age in words: "bây giờ", "3 giờ trước", "hôm qua". */
export function sayAge({ value, unit }: NonNullable<Age['said']>, language: string): string {
  let format = formats.get(language);
  if (!format) formats.set(language, (format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })));
  return format.format(value, unit);
}

import { tzOffset } from '@date-fns/tz/tzOffset';

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
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?)?)?$/i;

const MINUTE = 60_000;

/** The instant at which the clocks of a zone show what `utc` shows in UTC; where they skip it, when they go on. */
function inZone(utc: number, zone: string): Date {
  // Ten thousand dates are only checked, not placed: asking for offsets would take longest of all.
  if (zone === 'UTC') return new Date(utc);
  // The offset is asked for at two instants, because the first guess may lie on the other side of a change.
  const guess = utc - tzOffset(zone, new Date(utc)) * MINUTE;
  const instant = utc - tzOffset(zone, new Date(guess)) * MINUTE;
  const isShown = instant + tzOffset(zone, new Date(instant)) * MINUTE === utc;
  return new Date(isShown ? instant : Math.max(guess, instant));
}

/** Minutes east of UTC of a written offset: Z, +07, +0700, -03:30. */
function offsetMinutes(offset: string): number {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d{2}):?(\d{2})?/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * Reads a date of a feed: `2024`, `2024-03`, `2024-03-01` or an RFC 3339 time.
 *
 * @param value - the date as written
 * @param zone - IANA name; rules times without an offset and where a day begins
 * @returns undefined for what is no date ("2024-02-30", "hôm qua")
 */
export function parseDate(value: string, zone: string): DateSpan | undefined {
  const parts = SHAPE.exec(value.trim());
  if (!parts) return undefined;
  const [, y, mo, d, h, mi = 0, s = 0, fraction = 0, offset] = parts;
  const [year, month, day] = [Number(y), Number(mo ?? 1) - 1, Number(d ?? 1)];
  const [hour, minute, second] = [Number(h ?? 0), Number(mi), Number(s)];
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  // Years below 100 would be taken for 19xx.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return undefined;
  if (h !== undefined) {
    const utc = date.setUTCHours(hour, minute, second, Number(fraction) * 1000);
    const start = offset === undefined ? inZone(utc, zone) : new Date(utc - offsetMinutes(offset) * MINUTE);
    return { start, end: start, precision: 'time' };
  }
  const precision = d ? 'day' : mo ? 'month' : 'year';
  const start = inZone(date.getTime(), zone);
  if (d) date.setUTCDate(day + 1);
  else if (mo) date.setUTCMonth(month + 1);
  else date.setUTCFullYear(year + 1);
  return { start, end: inZone(date.getTime(), zone), precision };
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

/** Days, weeks, months and years of a zone. A day is a whole number: days since 1970-01-01, whatever the zone. */
import { tzOffset } from '@date-fns/tz';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Offsets change on the quarter of an hour at the earliest; asking `Intl` every time costs more than all the rest. */
const QUARTER = 15 * MINUTE;

const offsets = new Map<string, { quarter: number; minutes: number }>();

/** Minutes that a zone's clocks are ahead of UTC at an instant. */
export function offsetAt(wall: number, zone: string): number {
  const quarter = Math.floor(wall / QUARTER);
  const kept = offsets.get(zone);
  if (kept?.quarter === quarter) return kept.minutes;
  const minutes = tzOffset(zone, new Date(quarter * QUARTER));
  offsets.set(zone, { quarter, minutes });
  return minutes;
}

/** The day that a zone's calendar shows. */
export function dayAt(wall: number, zone: string): number {
  return Math.floor((wall + offsetAt(wall, zone) * MINUTE) / DAY);
}

/** Monday of a day's week. */
export function weekStart(day: number): number {
  // 1970-01-01 was a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** First day of a day's month. */
export function monthStart(day: number): number {
  return day - new Date(day * DAY).getUTCDate() + 1;
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** First of January. */
export function yearStart(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}

/** `2026-11-24`. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day written as `2026-11-24`; undefined when there is none such. */
export function parseDay(text: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) || isoDay(ms / DAY) !== text ? undefined : ms / DAY;
}

/** An instant as the zone writes it, to the second: `2026-11-24T16:30:00+07:00`. */
export function isoTime(wall: number, zone: string): string {
  const minutes = offsetAt(wall, zone);
  const away = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  const local = new Date(wall + minutes * MINUTE).toISOString().slice(0, 19);
  return `${local}${sign}${two(Math.floor(away / 60))}:${two(Math.floor(away % 60))}`;
}

/** Whether there is such a zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

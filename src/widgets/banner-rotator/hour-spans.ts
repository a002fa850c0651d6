import { isHours } from '../../feed/hours.js';

/** A stretch of a day. */
export interface HourSpan {
  /** As the clock shows it, "07:00". */
  readonly from: string;
  readonly until: string;
  /** Whether it ends on the day after: "22:00-05:00", and midnight itself. */
  readonly overnight: boolean;
}

const SPAN = /(\d+):(\d+)\D+(\d+):(\d+)/;

/**
 * Reads hours of a day. Each stretch is the half-open interval [from, until); equal ends are a whole day.
 *
 * @returns undefined for what are no hours ("25:00-26:00", "buổi sáng")
 */
export function parseHours(value: string): HourSpan[] | undefined {
  if (!isHours(value)) return undefined;
  return value.split(',').map((part) => {
    const [, hour = '', minute = '', endHour = '', endMinute = ''] = SPAN.exec(part) ?? [];
    const from = `${hour.padStart(2, '0')}:${minute}`;
    const until = endHour === '24' ? '00:00' : `${endHour.padStart(2, '0')}:${endMinute}`;
    return { from, until, overnight: until <= from };
  });
}

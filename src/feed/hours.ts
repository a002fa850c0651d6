/** A stretch of a day. */
export interface HourSpan {
  /** As the clock shows it, "07:00". */
  readonly from: string;
  readonly until: string;
  /** Whether it ends on the day after: "22:00-05:00", and midnight itself. */
  readonly overnight: boolean;
}

/** A dash of any length; who writes 7:30 means 07:30. */
const SPAN = /^\s*(2[0-3]|[01]?\d):([0-5]\d)\s*[-–]\s*(2[0-4]|[01]?\d):([0-5]\d)\s*$/;

/**
 * Reads hours of a day: `07:00-11:30`, across midnight `22:00-05:00`, several with commas between them. Each is the
 * half-open interval [from, until); equal ends are a whole day.
 *
 * @returns undefined for what are no hours ("25:00-26:00", "buổi sáng")
 */
export function parseHours(value: string): HourSpan[] | undefined {
  const spans: HourSpan[] = [];
  for (const part of value.split(',')) {
    const [, hour, minute, endHour, endMinute] = SPAN.exec(part) ?? [];
    if (!hour || !endHour || (endHour === '24' && endMinute !== '00')) return undefined;
    const from = `${hour.padStart(2, '0')}:${minute ?? ''}`;
    const until = endHour === '24' ? '00:00' : `${endHour.padStart(2, '0')}:${endMinute ?? ''}`;
    spans.push({ from, until, overnight: until <= from });
  }
  return spans;
}

/** Whether a string are hours that {@link parseHours} reads. */
export const isHours = (value: string): boolean => parseHours(value) !== undefined;

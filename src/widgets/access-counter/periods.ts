/** Days of the Vietnamese calendar for counters of other makers, which are asked from when to count. The zone has no summer time. */
const AHEAD = 7 * 3_600_000;
const DAY = 86_400_000;

/** `2026-11-24` in Việt Nam. */
export function today(now = Date.now()): string {
  return new Date(now + AHEAD).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 at which a day begins in Việt Nam. */
export function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

export function addDays(day: string, days: number): string {
  return today(instantOf(day) + days * DAY);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

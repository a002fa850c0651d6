import { parseDate } from '../../feed/dates.js';
import { DAY, dayIn } from '../../feed/days.js';
import type { Campaign } from '../../feed/schema.js';

const yearOf = (date: string) => Number(date.trim().slice(0, 4));

/** The same day so many years later; 29 February is the 28th in a year that has none. */
function later(date: string, years: number): string {
  const year = yearOf(date) + years;
  const moved = String(year).padStart(4, '0') + date.trim().slice(4);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return isLeap ? moved : moved.replace(/^(\d{4}-02-)29/, '$128');
}

/**
 * A campaign with the dates of the time that a reader asks about: of a yearly observance the one that runs, else the
 * next. One with a single date lasts as long as that date says, a day mostly.
 *
 * @param zone - IANA name of the feed's zone
 */
export function occurrenceOf(campaign: Campaign, zone: string, now: Date): Campaign {
  const { yearly, start = campaign.end, end = campaign.start } = campaign;
  // What is known by its year alone cannot come back within one.
  if (!yearly || start === undefined || end === undefined || /^\d{4}$/.test(end.trim())) return campaign;
  const thisYear = new Date(dayIn(zone, now.getTime()) * DAY).getUTCFullYear();
  let years = Math.max(0, thisYear - 1 - yearOf(end));
  const isOver = () => (parseDate(later(end, years), zone)?.end.getTime() ?? Infinity) <= now.getTime();
  while (isOver()) years++;
  return { ...campaign, start: later(start, years), end: later(end, years) };
}

/**
 * Run by `time-borders.test.ts` on a machine of another zone: goes through every minute around a border and compares what
 * the widgets say with what a calendar on the wall of the feed's zone would.
 */
import assert from 'node:assert/strict';
import { parseDate } from '../../src/feed/dates.js';
import { DAY } from '../../src/feed/days.js';
import type { Campaign } from '../../src/feed/schema.js';
import { type Timetable, timetable } from '../../src/widgets/campaign-list/timetable.js';
import { type Age, ageOf } from '../../src/widgets/news-list/age.js';
import { item } from './campaign-list/entries.js';

const MINUTE = 60_000;
/** Midnights in the zones of feeds below: of a plain day, a leap day, a year's end, both changes of clocks. */
const BORDERS = ['2024-05-02', '2024-02-29', '2024-03-01', '2025-01-01', '2024-03-10', '2024-03-11', '2024-11-03'];
const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles'];

/** A calendar on the wall: the day alone, without any arithmetic of ours. */
function wall(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => format.format(instant);
}

const daysBetween = (from: string, to: string) => (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY;
const shifted = (day: string, by: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + by * DAY).toISOString().slice(0, 10);

/** Days on which something begins and ends, the last one included, as the feed writes them. */
function campaignsAround(day: string): { campaign: Campaign; first: string; last: string }[] {
  const eve = shifted(day, -1);
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  const ofMonth = new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return [
    { campaign: { start: day, end: day }, first: day, last: day },
    { campaign: { start: '2020-01-01', end: eve }, first: '2020-01-01', last: eve },
    { campaign: { start: day }, first: day, last: '9999-12-31' },
    { campaign: { start: month, end: month }, first: `${month}-01`, last: ofMonth },
    { campaign: { start: year, end: year }, first: `${year}-01-01`, last: `${year}-12-31` },
    { campaign: { start: '2020', end: eve.slice(0, 4) }, first: '2020-01-01', last: `${eve.slice(0, 4)}-12-31` },
  ];
}

let checked = 0;
for (const zone of ZONES) {
  const today = wall(zone);
  for (const border of BORDERS) {
    const midnight = parseDate(border, zone)?.start.getTime() ?? NaN;
    const campaigns = campaignsAround(border);
    const items = campaigns.map(({ campaign }, index) => item(String(index), campaign));
    const published = midnight - 90 * MINUTE;
    const story = parseDate(new Date(published).toISOString(), zone);
    assert.ok(story);
    // As on an open page: what was told stays until it says itself that it is past.
    let told: Timetable | undefined;
    let age: Age | undefined;
    for (let now = midnight - 5 * 60 * MINUTE; now <= midnight + 5 * 60 * MINUTE; now += MINUTE) {
      const day = today(now);
      if (!told || now >= told.until) told = timetable(items, zone, new Date(now));
      if (!age || now >= age.until) age = ageOf(story, zone, now);
      told.entries.forEach((entry, index) => {
        const { first = '', last = '' } = campaigns[index] ?? {};
        const status = day < first ? 'upcoming' : day > last ? 'ended' : 'ongoing';
        const left = status === 'ongoing' && last < '9999' ? daysBetween(day, last) : undefined;
        const where = `${zone}, ${new Date(now).toISOString()}, ${first} to ${last}`;
        assert.equal(entry.status, status, where);
        assert.equal(entry.daysLeft, left !== undefined && left <= 365 ? left : undefined, where);
        checked++;
      });
      const where = `a story of ${new Date(published).toISOString()}, ${zone}, ${new Date(now).toISOString()}`;
      assert.equal(age.days, daysBetween(today(published), day), where);
    }
  }
}
// Not the zone's name, of which a machine may know an older one.
console.log(`${checked} ${new Date(2024, 0, 15).getTimezoneOffset()}`);

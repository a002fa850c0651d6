/**
 * What the figures of a site should be, out of everything that happened: slow, with days as text and lists that are searched
 * from end to end, and nothing of what the collector is made of.
 */
import type { Counts } from '../../../src/node/collector/counts.js';
import type { Site } from '../../../src/node/collector/site.js';
import { type Event, wallAt } from './simulated-month.js';

const MINUTE = 60_000;
const writers = new Map<string, Intl.DateTimeFormat>();

/** `2026-12-31`, by what the platform knows of zones. */
function dateOf(wall: number, timeZone: string): string {
  let writer = writers.get(timeZone);
  if (!writer) writers.set(timeZone, (writer = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })));
  return writer.format(wall);
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

interface Person {
  last: number;
  date: string;
  visited: boolean;
}

interface Admission {
  who: string;
  hour: number;
}

export interface Truth extends Counts {
  readonly suspects: number;
}

/** @param events - of this site, in order, up to the instant */
export function recount(site: Site, events: readonly Event[], steady: number): Truth {
  const people = new Map<string, Person>();
  const visits: string[] = [];
  const admitted: Admission[] = [];
  let suspects = 0;
  const admit = (event: Event): boolean => {
    // Offices of the month have one IPv6 address each: a network is never what is full.
    const admission = { who: `${event.kind} ${event.ip}`, hour: Math.floor(event.steady / (60 * MINUTE)) };
    const same = admitted.filter(({ who, hour }) => who === admission.who && hour === admission.hour);
    if (same.length >= site.cap) return false;
    admitted.push(admission);
    return true;
  };
  // At the cap a visit that goes on past midnight is a view, too.
  const asView = (event: Event): Event => ({ ...event, kind: 'view' });
  for (const event of events) {
    if (!event.counts) continue;
    const name = `${event.ip} ${event.headers['user-agent'] ?? ''}`;
    const date = dateOf(wallAt(event.steady), site.timeZone);
    const person = people.get(name);
    const here = person !== undefined && event.steady - person.last <= 30 * MINUTE;
    const begins = here ? date > person.date || (event.kind === 'view' && !person.visited) : event.kind === 'view';
    if (begins) {
      if (admit(asView(event))) {
        visits.push(date);
        people.set(name, { last: event.steady, date, visited: true });
      } else {
        suspects += 1;
      }
    } else if (here) {
      people.set(name, { ...person, last: event.steady, date: date > person.date ? date : person.date });
    } else if (admit(event)) {
      people.set(name, { last: event.steady, date, visited: false });
    }
  }
  const today = dateOf(wallAt(steady), site.timeZone);
  const on = (date: string) => visits.filter((visit) => visit === date).length;
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const monday = shift(today, -((weekday + 6) % 7));
  return {
    online: [...people.values()].filter(({ last }) => steady - last <= 5 * MINUTE).length,
    today: on(today),
    yesterday: on(shift(today, -1)),
    week: visits.filter((visit) => visit >= monday && visit < shift(monday, 7)).length,
    month: visits.filter((visit) => visit.startsWith(today.slice(0, 8))).length,
    year: visits.filter((visit) => visit.startsWith(today.slice(0, 5))).length,
    total: visits.length,
    days: [...Array(30).keys()].map((index) => on(shift(today, index - 29))),
    suspects,
  };
}

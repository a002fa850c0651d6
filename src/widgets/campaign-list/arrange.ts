import type { Phase } from '../../feed/phase.js';
import { DAY, dayIn } from '../../feed/days.js';
import { titleOf } from '../../feed/title.js';
import type { Entry } from './timetable.js';

/** What campaigns can be sorted by. */
export type Sort = 'start' | 'end' | 'title';

const PHASES: readonly Phase[] = ['ongoing', 'upcoming', 'ended'];

/** A campaign without dates is listed and has no end: it belongs with those that run. */
export const phaseOfEntry = ({ status }: Entry): Phase => status ?? 'ongoing';

/**
 * The campaigns that a `status` attribute asks for.
 *
 * @param wanted - statuses separated by white space; unknown ones are passed over, and none asks for all
 */
export function withStatus(entries: readonly Entry[], wanted: string | null | undefined): Entry[] {
  const names = (wanted ?? '').trim().split(/\s+/);
  const phases = PHASES.filter((phase) => names.includes(phase));
  return entries.filter((entry) => phases.length === 0 || phases.includes(phaseOfEntry(entry)));
}

// Subtracting two infinities is no number: compare instead.
const compare = (left: number, right: number) => (left === right ? 0 : left < right ? -1 : 1);
const last = (start: number) => (start === -Infinity ? Infinity : start);

/**
 * Sorts by the earlier start, the earlier end (those without one after all others) or the title; else those that run
 * come first, then those to come, then those that are over. Equals keep the feed's order.
 *
 * @param language - whose alphabet rules the titles
 */
export function sorted(entries: readonly Entry[], sort: string | null | undefined, language: string): Entry[] {
  const list = [...entries];
  if (sort === 'start') return list.sort((left, right) => compare(last(left.start), last(right.start)));
  if (sort === 'end') return list.sort((left, right) => compare(left.end, right.end));
  if (sort === 'title') {
    const collator = new Intl.Collator(language, { numeric: true });
    return list.sort((left, right) => collator.compare(titleOf(left.item), titleOf(right.item)));
  }
  const rank = (entry: Entry) => PHASES.indexOf(phaseOfEntry(entry));
  return list.sort((left, right) => rank(left) - rank(right));
}

/** Campaigns that stand below one heading. */
export interface Group {
  /** A year, a status, or empty for what has no date. */
  readonly key: string;
  readonly entries: readonly Entry[];
}

/**
 * Puts campaigns below the years in which they begin (or end, where they have always run), the latest first, or below
 * their statuses; inside a group their order stays. What has no date stands below all years.
 *
 * @param zone - IANA name of the feed's zone
 * @param ascending - the earliest year first, for a list that goes by time
 */
export function grouped(entries: readonly Entry[], by: 'year' | 'status', zone: string, ascending = false): Group[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const instant = entry.start > -Infinity ? entry.start : entry.end - 1;
    const year = () => (instant < Infinity ? String(new Date(dayIn(zone, instant) * DAY).getUTCFullYear()) : '');
    const key = by === 'year' ? year() : phaseOfEntry(entry);
    const those = groups.get(key);
    if (those) those.push(entry);
    else groups.set(key, [entry]);
  }
  const rank = (key: string) =>
    by === 'status' ? PHASES.indexOf(key as Phase) : key === '' ? Infinity : Number(key) * (ascending ? 1 : -1);
  return [...groups]
    .map(([key, those]) => ({ key, entries: those }))
    .sort((left, right) => compare(rank(left.key), rank(right.key)));
}

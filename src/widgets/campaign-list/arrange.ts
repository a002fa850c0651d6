import type { Phase } from '../../feed/dates.js';
import { titleOf } from '../../feed/title.js';
import type { Entry } from './timetable.js';

/** What campaigns can be sorted by. */
export type Sort = 'start' | 'end' | 'title';

const PHASES: readonly Phase[] = ['ongoing', 'upcoming', 'ended'];

/** A campaign without dates is listed and has no end: it belongs with those that run. */
const phaseOfEntry = ({ status }: Entry): Phase => status ?? 'ongoing';

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

import { page } from '../../feed/page.js';
import type { Problem } from '../../feed/read-head.js';
import type { Statistics } from '../../feed/schema.js';
import type { Figure } from './figures.js';

/**
 * The first is never more than the sum of the others. A week may reach into last month or year, and yesterday into
 * last week, month and year: between those nothing is certain. Who is online came today, or last night.
 */
const RULES: readonly (readonly [Figure, ...Figure[]])[] = [
  ['online', 'today', 'yesterday'],
  ['today', 'week'],
  ['today', 'month'],
  ['today', 'year'],
  ['today', 'total'],
  ['yesterday', 'total'],
  ['week', 'total'],
  ['month', 'year'],
  ['month', 'total'],
  ['year', 'total'],
];

/**
 * {@link findContradictions}, and a note in the console: once, not at every refresh and not by every counter, because the
 * figures change and the mistake stays the same.
 */
export function contradictions(statistics: Statistics): Problem[] {
  const problems = findContradictions(statistics);
  const said = problems.map(({ pointer }) => pointer).join(' ');
  const { told } = page();
  if (said && !told.has(said)) {
    told.add(said);
    const detail = problems.map(({ message }) => message).join('; ');
    console.warn(`civic-access-counter: the feed's statistics contradict each other: ${detail}.`);
  }
  return problems;
}

/**
 * What cannot be true together in the statistics of a feed; a figure that is not there contradicts nothing.
 *
 * @returns problems with the JSON pointer of the figure that is too large
 */
export function findContradictions(statistics: Statistics): Problem[] {
  const found: Problem[] = [];
  for (const [figure, ...bounds] of RULES) {
    const value = statistics[figure];
    const bound = bounds.reduce((sum, name) => sum + (statistics[name] ?? NaN), 0);
    // A comparison with an unknown bound is never true.
    if (value === undefined || !(value > bound)) continue;
    found.push({
      pointer: `/_civic/statistics/${figure}`,
      message: `${figure} (${value}) is more than ${bounds.join(' + ')} (${bound})`,
    });
  }
  return found;
}

import type { Statistics } from '../../feed/schema.js';

/** What can be shown, by its name in the feed. */
export const FIGURES = ['online', 'today', 'yesterday', 'week', 'month', 'year', 'total'] as const;

/** One number of a visit counter. */
export type Figure = (typeof FIGURES)[number];

/** The four that Vietnamese portals have always shown. */
const USUAL: readonly Figure[] = ['online', 'today', 'week', 'total'];

/**
 * The figures that a `figures` attribute chooses, in its order and each once.
 *
 * @param value - names separated by white space; unknown names are passed over
 * @returns the usual four when it names none
 */
export function chosenFigures(value: string | null | undefined): readonly Figure[] {
  const names = (value ?? '').trim().split(/\s+/);
  const chosen = [...new Set(names)].filter((name): name is Figure => (FIGURES as readonly string[]).includes(name));
  return chosen.length > 0 ? chosen : USUAL;
}

/** Whether at least one of the figures is known. */
export function someKnown(statistics: Statistics, figures: readonly Figure[]): boolean {
  return figures.some((figure) => statistics[figure] !== undefined);
}

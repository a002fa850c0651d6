import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Visit } from './portal.js';

/** What axe finds wrong on the whole page, one line each. */
export async function faults(visit: Visit): Promise<string[]> {
  await visit.page.evaluate(axe.source);
  return visit.page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
    };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} – ${target.flat().join(' ')} – ${failureSummary ?? ''}`,
      ),
    );
  });
}

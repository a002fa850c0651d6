/** axe-core for browser tests. Its file is no ES module: loading it puts `axe` on the window. */
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** WCAG 2.2 A and AA and axe's best practices that hold for a fragment of a page. */
const OPTIONS: axeCore.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // These judge a whole page; a test page with one element on it has no landmarks or level-one heading.
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/**
 * Everything axe finds wrong in `node` (open shadow roots included), one readable line each;
 * an empty array is what a test wants: `expect(await axeProblems(el)).to.deep.equal([])`.
 */
export async function axeProblems(node: Element | Document, options: axeCore.RunOptions = {}): Promise<string[]> {
  const results = await window.axe.run(node as axeCore.ElementContext, {
    ...OPTIONS,
    ...options,
    rules: { ...OPTIONS.rules, ...options.rules },
    resultTypes: ['violations'],
  });
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (found) => `${violation.id}: ${violation.help} – ${found.target.join(' ')} – ${found.failureSummary ?? ''}`,
    ),
  );
}

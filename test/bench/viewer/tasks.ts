/** Which of a page's long tasks holds the one parse of a long text, and what that task does beside it. */

/** When a task began, and how long it took, in milliseconds of the page's clock. */
export type Task = readonly [start: number, duration: number];
/** When a parse began and ended, by the same clock. */
export type Parse = readonly [begin: number, end: number];

/** Runs before the page's own scripts: notes each parse of a long text by the browser's own parser. */
export const PARSES = `
window.parses = [];
const { parseFromString } = DOMParser.prototype;
DOMParser.prototype.parseFromString = function (text, type) {
  const begin = performance.now();
  const parsed = parseFromString.call(this, text, type);
  if (String(text).length > 100000) window.parses.push([begin, performance.now()]);
  return parsed;
};
`;

/** Browsers give times of tasks in whole milliseconds. */
const ROUNDED = 1;

/**
 * The longest task, where the parse does not count: of the task that it stands in, the rest does.
 *
 * @param tasks - all long ones
 * @returns 0 where there is none
 */
export function besideParse(tasks: readonly Task[], [begin, end]: Parse): number {
  const lengths = tasks.map(([start, duration]) => {
    const isIn = start <= begin + ROUNDED && end <= start + duration + ROUNDED;
    return isIn ? Math.max(0, duration - (end - begin)) : duration;
  });
  return Math.max(0, ...lengths);
}

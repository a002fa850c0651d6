/** Work that has been asked for already. */
const asked = new WeakSet<() => unknown>();

/** Milliseconds in which what was just drawn, and the pictures that it asks for, have line and processor to themselves. */
export const SETTLED_MS = 3000;

/**
 * Does something once, when the page has nothing better to do. A failure is nobody's business: it is work for later.
 *
 * @param work - the same function is done once, however often it is asked for
 * @param delay - milliseconds before that
 */
export function whenIdle(work: () => Promise<unknown>, delay = 0): void {
  if (asked.has(work)) return;
  asked.add(work);
  const run = () => void work().catch(() => asked.delete(work));
  // Safari has no idle callback yet.
  const wait = () => (typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, 200));
  setTimeout(wait, delay);
}

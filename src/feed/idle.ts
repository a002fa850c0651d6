/** Work that has been asked for already. */
const asked = new WeakSet<() => unknown>();

/**
 * Does something once, when the page has nothing better to do. A failure is nobody's business: it is work for later.
 *
 * @param work - the same function is done once, however often it is asked for
 */
export function whenIdle(work: () => Promise<unknown>): void {
  if (asked.has(work)) return;
  asked.add(work);
  const run = () => void work().catch(() => asked.delete(work));
  // Safari has no idle callback yet.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
  else setTimeout(run, 200);
}

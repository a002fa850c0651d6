/**
 * Calls when a time is up. Nobody reads a hidden page: there the timer stands still, and what fell due meanwhile is done on
 * return.
 *
 * @param due - in milliseconds since the epoch
 * @returns ends it
 */
export function whenDue(due: number, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onVisibility = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    timer = setTimeout(callback, Math.max(0, due - Date.now()));
  };
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

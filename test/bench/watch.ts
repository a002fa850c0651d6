/** What a measured page notes down. Runs in it, before its own scripts: stands alone. */

export interface Watch {
  /** Milliseconds from the start of the navigation until the last element was ready; undefined before. */
  ready?: number;
  /** How often the feed's text was turned into objects. */
  parses: number;
  /** Timers and animation frames that ran. */
  callbacks: number;
  /** Banners that came into view. */
  impressions: number;
}

declare global {
  interface Window {
    watch: Watch;
  }
}

/** @param size - characters that the feed has at least, and nothing else that a page parses */
export function watchPage(size: number): void {
  const watch: Watch = { parses: 0, callbacks: 0, impressions: 0 };
  window.watch = watch;

  const parse = JSON.parse;
  JSON.parse = (text, reviver) => {
    if (text.length >= size) watch.parses += 1;
    return parse(text, reviver) as unknown;
  };
  const json = Response.prototype.json;
  Response.prototype.json = function () {
    watch.parses += 1;
    return json.call(this);
  };

  const counted =
    <Args extends unknown[]>(work: (...args: Args) => void) =>
    (...args: Args) => {
      watch.callbacks += 1;
      work(...args);
    };
  const { setTimeout, setInterval, requestAnimationFrame } = window;
  const wrap = (work: unknown) => (typeof work === 'function' ? counted(work as () => void) : work);
  window.setTimeout = ((work: unknown, ...rest: unknown[]) =>
    setTimeout(wrap(work) as TimerHandler, ...(rest as [number]))) as typeof window.setTimeout;
  window.setInterval = ((work: unknown, ...rest: unknown[]) =>
    setInterval(wrap(work) as TimerHandler, ...(rest as [number]))) as typeof window.setInterval;
  window.requestAnimationFrame = (work) => requestAnimationFrame(counted(work));

  document.addEventListener('civic-impression', () => (watch.impressions += 1));
  const look = () => {
    const waiting = [...document.querySelectorAll('[src]')].filter(
      (element) => element.localName.startsWith('civic-') && element.getAttribute('state') !== 'ready',
    );
    const isDone = document.querySelector('[state=ready]') && waiting.length === 0;
    // The parser may still be bringing more of them.
    if (isDone && document.readyState !== 'loading') watch.ready ??= performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, attributes: true, attributeFilter: ['state'] });
  document.addEventListener('DOMContentLoaded', look);
}

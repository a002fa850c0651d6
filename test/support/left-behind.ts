/** Notes what a page's scripts hold on to, for the question what is left of them when they are gone. */

/** What is held at a moment, each as a line of words. */
export interface Held {
  /** Listeners on what does not go with an element: window, document, what is still in it, media queries. */
  readonly listeners: string[];
  /** Observers that observe something. */
  readonly observers: string[];
  /** Timers, idle callbacks and frames that are still to come. */
  readonly timers: string[];
}

declare global {
  interface Window {
    held(): Held;
  }
}

/** Runs in the page before everything else in it, and stands alone. */
export function noteAll(): void {
  interface Kept {
    readonly target: EventTarget;
    readonly type: string;
    readonly listener: unknown;
    readonly capture: boolean;
  }
  let listeners: Kept[] = [];
  const forget = ({ target, type, listener, capture }: Kept) => {
    listeners = listeners.filter(
      (kept) => kept.target !== target || kept.type !== type || kept.listener !== listener || kept.capture !== capture,
    );
  };
  const captures = (options: boolean | AddEventListenerOptions | undefined) =>
    typeof options === 'object' ? (options.capture ?? false) : (options ?? false);
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const target = this ?? window;
    const kept = { target, type, listener, capture: captures(options) };
    forget(kept);
    listeners.push(kept);
    if (typeof options === 'object') {
      if (options.signal) addEventListener.call(options.signal, 'abort', () => forget(kept));
      if (options.once) addEventListener.call(target, type, () => forget(kept), { once: true, capture: kept.capture });
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ) {
    const target = this ?? window;
    forget({ target, type, listener, capture: captures(options) });
    removeEventListener.call(target, type, listener, options);
  };

  const observed = new Map<string, Set<unknown>>();
  let numbers = 0;
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
    // One body for all three: what they have in common is all that is looked at.
    const Native = window[name] as unknown as new (...args: unknown[]) => {
      observe(target: unknown, options?: unknown): void;
      disconnect(): void;
    };
    class Noted extends Native {
      readonly noted = `${name} ${String((numbers += 1))}`;
      override observe(target: unknown, options?: unknown): void {
        const targets = observed.get(this.noted) ?? new Set();
        observed.set(this.noted, targets.add(target));
        super.observe(target, options);
      }
      unobserve(target: unknown): void {
        observed.get(this.noted)?.delete(target);
        (Native.prototype as { unobserve?: (target: unknown) => void }).unobserve?.call(this, target);
      }
      override disconnect(): void {
        observed.delete(this.noted);
        super.disconnect();
      }
    }
    Object.defineProperty(window, name, { value: Noted, configurable: true, writable: true });
  }

  const timers = new Map<string, string>();
  const wait = (set: string, clear: string, repeats = false) => {
    const all = window as unknown as Record<string, ((...args: unknown[]) => number) | undefined>;
    const start = all[set];
    const stop = all[clear];
    if (!start || !stop) return;
    all[set] = (work: unknown, ...rest: unknown[]) => {
      const id = start.call(
        window,
        (...args: unknown[]) => {
          if (!repeats) timers.delete(`${clear} ${id}`);
          (work as (...args: unknown[]) => void)(...args);
        },
        ...rest,
      );
      timers.set(`${clear} ${id}`, `${set} ${typeof rest[0] === 'number' ? rest[0] : ''}`.trim());
      return id;
    };
    all[clear] = (id: unknown) => {
      timers.delete(`${clear} ${String(id)}`);
      return stop.call(window, id);
    };
  };
  wait('setTimeout', 'clearTimeout');
  wait('setInterval', 'clearInterval', true);
  wait('requestAnimationFrame', 'cancelAnimationFrame');
  wait('requestIdleCallback', 'cancelIdleCallback');

  const isShared = (target: EventTarget) =>
    target instanceof Node ? target.isConnected : !(target instanceof AbortSignal);
  const nameOf = (target: EventTarget) =>
    target instanceof Element ? `<${target.localName}>` : target.constructor.name;
  window.held = () => ({
    listeners: listeners
      .filter(({ target }) => isShared(target))
      .map(({ target, type }) => `${nameOf(target)} ${type}`)
      .sort(),
    observers: [...observed].filter(([, { size }]) => size > 0).map(([name]) => name.replace(/ \d+$/, '')),
    timers: [...timers.values()],
  });
}

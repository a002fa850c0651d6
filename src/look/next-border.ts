import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. Timers of browsers count in 32 bits: a longer one fires at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** Milliseconds after which the clock is looked at again: a timer does not notice that it was set. */
const LOOK_MS = 300_000;

/**
 * Lets its host update when an instant has come: by one timer, and when a page comes back that slept through it. A clock
 * that is set meanwhile, in either direction, is found after five minutes.
 */
export class NextBorder implements ReactiveController {
  readonly #host: ReactiveControllerHost & Pick<Node, 'isConnected'>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Pick<Node, 'isConnected'>) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * @param instant - in milliseconds since the epoch; infinite sets no timer. Replaces what was waited for.
   */
  wait(instant: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // A last update after it left the page must not start the clock again.
    if (instant === Infinity || !this.#host.isConnected) return;
    const now = Date.now();
    const delay = Math.max(0, instant - now);
    this.#timer = setTimeout(
      () => {
        const later = Date.now();
        // By a clock that goes back, what has ended may run again.
        if (later >= instant || later < now) this.#host.requestUpdate();
        else this.wait(instant);
      },
      Math.min(delay, LOOK_MS),
    );
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    // Time went on while it was not on the page.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.wait(Infinity);
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#host.requestUpdate();
  };
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. Timers of browsers count in 32 bits: a longer one fires at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Lets its host update when an instant has come: by one timer, and when a page comes back that slept through it.
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
    const delay = Math.max(0, instant - Date.now());
    this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(delay, LONGEST_TIMER));
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

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Why something that would move stands still for the moment. */
export type Hold = 'hover' | 'focus' | 'touch' | 'hidden-page' | 'off-screen';

/**
 * Whether something may move by itself: when the reader wants it to and nothing holds it.
 *
 * Follows the rotation rules of the carousel pattern (ARIA Authoring Practices) and WCAG 2.2.2: holds while the
 * pointer is over it or a finger or pen lies on it, while it has the focus, while its page is hidden and while it is out of sight; starts paused
 * under reduced motion. A reader who presses play means it: the hold of the pointer and focus that pressed is off
 * until they come again.
 */
export class AutoplayController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  readonly #holds = new Set<Hold>();
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  #wanted = true;
  #running = false;
  #observer: IntersectionObserver | undefined;
  /** The finger or pen that lies on it. */
  #pointer: number | undefined;

  /**
   * @param onChange - called when {@link running} or {@link wanted} changed; the host is asked to update as well
   */
  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.#wanted = !this.#motion.matches;
    host.addController(this);
  }

  /** Moves right now. */
  get running(): boolean {
    return this.#running;
  }

  /** Moves as soon as nothing holds it; what a play/pause button shows. */
  get wanted(): boolean {
    return this.#wanted;
  }

  /** Whether this, for one, holds it. */
  isHeld(hold: Hold): boolean {
    return this.#holds.has(hold);
  }

  play(): void {
    this.#holds.delete('hover');
    this.#holds.delete('focus');
    this.#want(true);
  }

  pause(): void {
    this.#want(false);
  }

  hostConnected(): void {
    const host = this.#host;
    host.addEventListener('pointerenter', this.#onEnter);
    host.addEventListener('pointerleave', this.#onLeave);
    host.addEventListener('pointerdown', this.#onDown);
    host.addEventListener('focusin', this.#onFocusIn);
    host.addEventListener('focusout', this.#onFocusOut);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#motion.addEventListener('change', this.#onMotion);
    this.#observer = new IntersectionObserver((entries) => {
      this.#hold('off-screen', !entries[entries.length - 1]?.isIntersecting);
    });
    this.#observer.observe(host);
    // Out of sight until the observer says otherwise, which it does before the next paint.
    this.#holds.add('off-screen');
    this.#onVisibility();
  }

  hostDisconnected(): void {
    const host = this.#host;
    host.removeEventListener('pointerenter', this.#onEnter);
    host.removeEventListener('pointerleave', this.#onLeave);
    host.removeEventListener('pointerdown', this.#onDown);
    this.#watchUp(false);
    host.removeEventListener('focusin', this.#onFocusIn);
    host.removeEventListener('focusout', this.#onFocusOut);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#motion.removeEventListener('change', this.#onMotion);
    this.#observer?.disconnect();
    this.#holds.clear();
    this.#hold('off-screen', true);
  }

  /** Wherever it is let go, and whoever keeps that to himself. */
  #watchUp(on: boolean): void {
    for (const type of ['pointerup', 'pointercancel'] as const) {
      if (on) window.addEventListener(type, this.#onUp, true);
      else window.removeEventListener(type, this.#onUp, true);
    }
  }

  #want(wanted: boolean): void {
    const changed = this.#wanted !== wanted;
    this.#wanted = wanted;
    this.#settle(changed);
  }

  #hold(hold: Hold, on: boolean): void {
    if (on) this.#holds.add(hold);
    else this.#holds.delete(hold);
    this.#settle(false);
  }

  #settle(changed: boolean): void {
    const running = this.#wanted && this.#holds.size === 0;
    if (running === this.#running && !changed) return;
    this.#running = running;
    this.#onChange();
    this.#host.requestUpdate();
  }

  readonly #onEnter = (event: PointerEvent): void => {
    // A finger leaves no pointer behind that could leave again.
    if (event.pointerType !== 'touch') this.#hold('hover', true);
  };
  readonly #onLeave = (): void => this.#hold('hover', false);
  // What it touches must not be taken from under it: a browser tells nobody of the end of a touch whose target is gone.
  readonly #onDown = ({ isPrimary, pointerType, pointerId }: PointerEvent): void => {
    if (!isPrimary || pointerType === 'mouse') return;
    this.#pointer = pointerId;
    this.#watchUp(true);
    this.#hold('touch', true);
  };
  readonly #onUp = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== this.#pointer) return;
    this.#watchUp(false);
    this.#hold('touch', false);
  };
  readonly #onFocusIn = (): void => this.#hold('focus', true);
  readonly #onFocusOut = (): void => this.#hold('focus', false);
  readonly #onVisibility = (): void => this.#hold('hidden-page', document.visibilityState === 'hidden');
  readonly #onMotion = (): void => {
    if (this.#motion.matches) this.pause();
  };
}

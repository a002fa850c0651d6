import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Banner } from '../../feed/schema.js';
import type { AutoplayController } from '../../look/autoplay.js';
import { nextIcon, pauseIcon, playIcon, previousIcon } from '../../look/icons.js';
import { controlsStyles } from './controls.styles.js';
import { CivicClickEvent, CivicImpressionEvent, CivicViewableEvent } from './events.js';
import { Exposure } from './exposure.js';
import type { Stage } from './stage.js';
import { watchSwipes } from './swipe.js';

/** Beyond this, dots are no longer counted by anyone. */
const MOST_DOTS = 10;
/** What fits beside five dots fits a side column; more of them want a wider one. */
const FEW_DOTS = 5;

/** What the controls need of their rotator. */
export interface Rotator {
  readonly autoplay: AutoplayController;
  readonly text: (key: string, values?: Readonly<Record<string, number>>) => string;
  readonly isRtl: () => boolean;
  readonly step: (back: boolean) => void;
  readonly goTo: (index: number) => void;
}

/** What goes on between a rotator and its reader: buttons, keys, swipes, and whether a banner was seen or followed. */
export class Interaction {
  readonly #host: LitElement;
  readonly #rotator: Rotator;
  readonly #exposure: Exposure;

  constructor(host: LitElement, rotator: Rotator) {
    this.#host = host;
    this.#rotator = rotator;
    const { elementStyles } = host.constructor as typeof LitElement;
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...elementStyles, controlsStyles]);
    watchSwipes(host, (toward) => rotator.step((toward === 'right') !== rotator.isRtl()));
    this.#exposure = new Exposure({
      impression: (banner) => host.dispatchEvent(new CivicImpressionEvent(banner)),
      viewable: (banner, threshold) => host.dispatchEvent(new CivicViewableEvent(banner, threshold)),
    });
  }

  /** Counts the turn that has begun on a stage. */
  expose(stage: Stage): void {
    const { turn, still } = stage;
    const images = new Map(stage.shown.map((banner) => [stage.pictureOf(banner).image, banner]));
    for (const element of this.#exposure.elements) {
      if (!images.has(element as HTMLImageElement)) this.#exposure.end(element);
    }
    for (const [image, banner] of images) {
      void stage.pictureOf(banner).settled.then((ready) => {
        if (!ready || !this.#host.isConnected || !stage.shown.includes(banner)) return;
        // What stands still has one turn, whatever becomes of its neighbours.
        if (still ? !this.#exposure.elements.includes(image) : turn === stage.turn) {
          this.#exposure.begin(image, banner);
        }
      });
    }
  }

  /** A reader follows a banner's link, or opens it beside this page with the middle button. */
  follow({ type, button, defaultPrevented }: MouseEvent, banner: Banner): void {
    if (defaultPrevented || (type === 'auxclick' && button !== 1)) return;
    this.#host.dispatchEvent(new CivicClickEvent(banner, banner.href ?? ''));
  }

  /** Counts nothing any more. */
  stop(): void {
    this.#exposure.stop();
  }

  renderControls(list: readonly Banner[], current: Banner | undefined): TemplateResult {
    const { text, autoplay, step } = this.#rotator;
    const toggle = autoplay.wanted ? 'pause' : 'play';
    const total = list.length;
    const at = current ? list.indexOf(current) : -1;
    const size = total <= FEW_DOTS ? 'few' : total <= MOST_DOTS ? 'some' : '';
    const button = (name: string, icon: unknown, click: () => void) => html`<button
      class="control ${name}"
      part="button ${name}"
      type="button"
      aria-label=${text(name)}
      @click=${click}
    >
      ${icon}
    </button>`;
    return html`<div class="controls ${size}" part="controls" @keydown=${this.#onKey}>
      <div class="group" @focusout=${this.#onLeaveToggle}>
        ${button(toggle, autoplay.wanted ? pauseIcon : playIcon, () => autoplay[toggle]())}
      </div>
      <div class="group more">
        ${button('previous', previousIcon, () => step(true))}
        ${
          size
            ? html`<div class="dots" part="dots" role="group" aria-label=${text('choose')}>
              ${list.map((_, index) => this.#renderDot(index, total, index === at))}
            </div>`
            : nothing
        }
        <span class="position" part="position" aria-hidden="true">${at + 1} / ${total}</span>
        ${button('next', nextIcon, () => step(false))}
      </div>
    </div>`;
  }

  #renderDot(index: number, total: number, on: boolean) {
    const { text, goTo } = this.#rotator;
    return html`<button
      class=${on ? 'dot on' : 'dot'}
      part=${on ? 'button dot current' : 'button dot'}
      type="button"
      tabindex=${on ? 0 : -1}
      aria-label=${text('go-to', { index: index + 1, total })}
      aria-current=${on ? 'true' : nothing}
      @click=${() => goTo(index)}
    ></button>`;
  }

  /** While the button itself has the focus the rotation only holds, so that its name stays true; then it stops. */
  readonly #onLeaveToggle = (): void => {
    const { autoplay } = this.#rotator;
    if (autoplay.isHeld('focus') && autoplay.wanted) autoplay.pause();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const { step, goTo, isRtl } = this.#rotator;
    if (altKey || ctrlKey || metaKey) return;
    if (key === 'ArrowLeft' || key === 'ArrowRight') step((key === 'ArrowLeft') !== isRtl());
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(-1);
    else return;
    event.preventDefault();
  };
}

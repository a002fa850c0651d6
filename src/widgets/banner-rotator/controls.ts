import { html, nothing, type TemplateResult } from 'lit';
import type { Banner } from '../../feed/schema.js';
import type { BannerControlsKey } from '../../locales/banner-controls.js';
import type { AutoplayController } from '../../look/autoplay.js';
import { nextIcon, pauseIcon, playIcon, previousIcon } from '../../look/icons.js';

/** Beyond this, dots are no longer counted by anyone. */
const MOST_DOTS = 10;
/** What fits beside five dots fits a side column; more of them want a wider one. */
const FEW_DOTS = 5;

/** What the controls say and do. */
export interface ControlledRotator {
  readonly autoplay: AutoplayController;
  readonly text: (key: BannerControlsKey, values?: Readonly<Record<string, number>>) => string;
  readonly isRtl: () => boolean;
  readonly step: (back: boolean) => void;
  /** Shows the banner at a place of the list; -1 is the last. */
  readonly goTo: (index: number) => void;
}

/** How the controls are drawn. */
export interface ControlsLook {
  /** Without turns there is only the first button: a video that is alone must be stopped, too. */
  readonly hasTurns: boolean;
  /** The steps point the other way: read from right to left. */
  readonly mirrored: boolean;
}

/** The buttons that lie over the banners: stop or go on, previous, one dot for each banner, next. */
export function renderControls(
  list: readonly Banner[],
  current: Banner | undefined,
  rotator: ControlledRotator,
  { hasTurns, mirrored }: ControlsLook,
): TemplateResult {
  const { text, autoplay, step } = rotator;
  const toggle = autoplay.wanted ? 'pause' : 'play';
  const total = list.length;
  const at = current ? list.indexOf(current) : -1;
  const size = total <= FEW_DOTS ? 'few' : total <= MOST_DOTS ? 'some' : '';
  const button = (name: 'play' | 'pause' | 'previous' | 'next', icon: unknown, click: () => void) => html`<button
    class="control ${name}"
    part="button ${name}"
    type="button"
    aria-label=${text(name)}
    @click=${click}
  >
    ${icon}
  </button>`;
  // While the button itself has the focus the rotation only holds, so that its name stays true; then it stops.
  const onLeaveToggle = () => {
    if (autoplay.isHeld('focus') && autoplay.wanted) autoplay.pause();
  };
  return html`<div class="controls ${size}" part="controls" @keydown=${(event: KeyboardEvent) => onKey(event, rotator)}>
    <div class="group" @focusout=${onLeaveToggle}>
      ${button(toggle, autoplay.wanted ? pauseIcon : playIcon, () => autoplay[toggle]())}
    </div>
    ${hasTurns ? renderSteps() : nothing}
  </div>`;

  function renderSteps() {
    return html`<div class=${mirrored ? 'group more mirrored' : 'group more'}>
      ${button('previous', previousIcon, () => step(true))}
      ${
        size
          ? html`<div class="dots" part="dots" role="group" aria-label=${text('choose')}>
            ${list.map((_, index) => renderDot(index, total, index === at, rotator))}
          </div>`
          : nothing
      }
      <span class="position" part="position" aria-hidden="true">${at + 1} / ${total}</span>
      ${button('next', nextIcon, () => step(false))}
    </div>`;
  }
}

function renderDot(index: number, total: number, on: boolean, { text, goTo }: ControlledRotator) {
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

function onKey(event: KeyboardEvent, { step, goTo, isRtl }: ControlledRotator): void {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return;
  if (key === 'ArrowLeft' || key === 'ArrowRight') step((key === 'ArrowLeft') !== isRtl());
  else if (key === 'Home') goTo(0);
  else if (key === 'End') goTo(-1);
  else return;
  event.preventDefault();
}

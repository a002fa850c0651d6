import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { AutoplayController } from '../../look/autoplay.js';
import { pauseIcon, playIcon } from '../../look/icons.js';

/** Characters a second where the page asks for none, or for nonsense: calm enough to read aloud along with. */
const CALM = 8;

/** An element with a `.track` of headlines in its shadow root, as wide as they are, in a window of its own. */
export type TickerHost = LitElement & { speed: number };

/**
 * Moves a track of headlines through its window, on the compositor: between two frames the page does nothing.
 *
 * While it stands still for the keyboard or for good, the window is an ordinary scroll container, so that every
 * headline can be reached.
 */
export class Ticker implements ReactiveController {
  readonly #host: TickerHost;
  readonly #text: (key: 'play' | 'pause') => string;
  readonly #autoplay: AutoplayController;
  #animation: Animation | undefined;
  /** What the animation was made for: another track, or another width, needs another one. */
  #made = '';

  constructor(host: TickerHost, text: (key: 'play' | 'pause') => string) {
    this.#host = host;
    this.#text = text;
    this.#autoplay = new AutoplayController(host, () => this.hostUpdated());
    // Inside: the host hears nothing of a focus that only moves from headline to headline.
    host.renderRoot.addEventListener('focusin', this.#reveal);
    host.addController(this);
  }

  /** Plays and pauses; its label says what pressing it does. */
  renderButton(): TemplateResult {
    const { wanted } = this.#autoplay;
    return html`<button
      class="button icon-button"
      part="button"
      type="button"
      aria-label=${this.#text(wanted ? 'pause' : 'play')}
      @click=${() => (wanted ? this.#autoplay.pause() : this.#autoplay.play())}
    >
      ${wanted ? pauseIcon : playIcon}
    </button>`;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdated(): void {
    const track = this.#host.renderRoot.querySelector<HTMLElement>('.track');
    if (!track) this.#stop();
    else if (this.#autoplay.running) this.#run(track);
    else if (!this.#autoplay.wanted || this.#autoplay.isHeld('focus')) this.#stop();
    else this.#animation?.pause();
  }

  #run(track: HTMLElement): void {
    const window = track.parentElement as HTMLElement;
    const speed = this.#host.speed > 0 ? this.#host.speed : CALM;
    const { scrollWidth, textContent } = track;
    const made = `${scrollWidth} ${window.clientWidth} ${speed} ${textContent}`;
    if (made !== this.#made) this.#stop();
    if (!this.#animation) {
      this.#made = made;
      const scrolled = Math.abs(window.scrollLeft);
      window.scrollLeft = 0;
      const characters = Math.max(1, textContent.trim().length);
      const msPerPixel = ((characters / speed) * 1000) / scrollWidth;
      const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
      this.#animation = track.animate(
        [
          { transform: `translateX(${sign * window.clientWidth}px)` },
          { transform: `translateX(${-sign * scrollWidth}px)` },
        ],
        { duration: (scrollWidth + window.clientWidth) * msPerPixel, iterations: Infinity },
      );
      // It begins with the first headline in place, not with an empty window.
      this.#animation.currentTime = (window.clientWidth + scrolled) * msPerPixel;
    }
    this.#animation.play();
  }

  /** Brings a headline that the keyboard reached into the window whole: browsers are content with an edge of it. */
  readonly #reveal = (event: Event): void => {
    const link = event.target as Element;
    if (!link.matches('.track :focus-visible')) return;
    this.#stop();
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  /** Back to an ordinary scroll container that starts with the first headline. */
  #stop(): void {
    this.#animation?.cancel();
    this.#animation = undefined;
  }
}

import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Problem } from '../../feed/read.js';
import type { Banner, Feed } from '../../feed/schema.js';
import { bannerRotatorStrings } from '../../locales/banner-rotator.js';
import { AutoplayController } from '../../look/autoplay.js';
import { Widget } from '../widget.js';
import { bannerRotatorStyles } from './banner-rotator.styles.js';
import { fallbackOf, type Fallback, savesData } from './host-page.js';
import type { Interaction } from './interaction.js';
import { missingAlt } from './missing-alt.js';
import { boxOf, parseRatio } from './ratio.js';
import type { Order } from './rotation.js';
import { Running } from './running.js';
import { Stage } from './stage.js';

const DEFAULT_INTERVAL = 6;
/** Wider than this, a picture is too low for all controls at once. */
const FLAT_RATIO = 4;

/**
 * Banners: one after another, stacked or in a grid; when each runs and how often it comes is in the feed.
 *
 * @summary Banners that rotate, stand in a stack or in a grid.
 * @tag civic-banner-rotator
 * @slot - A banner as plain `<a><img></a>`: seen before and without the script, and taken over without a flicker.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when no banner runs.
 * @slot error - Shown when the feed cannot be had.
 * @fires {CivicLoadEvent} civic-load - Banners are there, or newer ones.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 * @fires {CivicImpressionEvent} civic-impression - A banner is shown, its picture loaded.
 * @fires {CivicViewableEvent} civic-viewable - A banner could really be seen.
 * @fires {CivicClickEvent} civic-click - A reader follows a banner's link.
 * @csspart base - Around everything.
 * @csspart heading - The heading, where the page sets one.
 * @csspart stage - Banners and controls.
 * @csspart view - The window that banners change in.
 * @csspart slide - One banner.
 * @csspart link - Its link.
 * @csspart picture - Its picture.
 * @csspart image - The image in that.
 * @csspart controls - The buttons that lie over the banners.
 * @csspart button - Each button.
 * @csspart dots - The dots.
 * @csspart position - "3 / 17", where dots do not fit.
 * @cssproperty [--civic-banner-rotator-gap=--civic-gap] - Space between banners.
 * @cssproperty [--civic-banner-rotator-radius=0] - Rounding of the banners.
 * @cssproperty [--civic-banner-rotator-min=200px] - Least width of a column of the grid.
 * @cssproperty [--civic-banner-rotator-max-width] - Width of rotating banners at most; their own without it.
 * @cssproperty [--civic-banner-rotator-fit=scale-down] - How a picture fills its box; `contain` lets small ones grow.
 * @cssproperty [--civic-banner-rotator-margin=0] - Inline margin of rotating banners; `auto` centres them.
 * @cssproperty [--civic-banner-rotator-dot=8px] - Size of a dot; what can be touched is 24 px anyway.
 * @cssproperty [--civic-banner-rotator-controls=--civic-color-surface] - Background of the controls.
 */
export class BannerRotator extends Widget<readonly Banner[]> {
  static override readonly tag = 'civic-banner-rotator';
  static override styles = [...Widget.styles, bannerRotatorStyles];

  static override properties: PropertyDeclarations = {
    placement: {},
    layout: {},
    visible: { type: Number },
    interval: { type: Number },
    transition: {},
    order: {},
    ratio: {},
    paused: { type: Boolean, reflect: true },
    report: {},
  };

  /** Only banners of this placement; without it, all. */
  placement: string | null | undefined;
  /** `rotate`: one after another; `stack`: one below another; `grid`: as many columns as fit. */
  layout: 'rotate' | 'stack' | 'grid' = 'rotate';
  /** How many at once; 0 is one in `rotate`, and all in `stack` and `grid`. */
  visible = 0;
  /** Seconds from one turn to the next. */
  interval = DEFAULT_INTERVAL;
  /** How one banner gives way to the next; none under reduced motion. */
  transition: 'fade' | 'slide' | 'none' = 'fade';
  /** `weighted`: as often as their weights say; `sequential`: in the feed's order; `random`: shuffled, weights aside. */
  order: Order = 'weighted';
  /** Width to height of the space to reserve, "728/90"; without it, that of the tallest banner. */
  ratio: string | null | undefined;
  /** Stands still. Set from the start where the reader wants less motion, or less data. */
  paused = false;
  /** URL that takes the count of views and clicks. */
  report: string | null | undefined;

  protected override readonly table = bannerRotatorStrings;
  readonly #autoplay = new AutoplayController(this, () => this.#follow());
  readonly #running = new Running(() => this.requestUpdate());
  readonly #stage = new Stage({
    draw: () => {
      this.requestUpdate();
      return this.updateComplete;
    },
    // Nothing moves that cannot be stopped yet.
    moving: () => this.#autoplay.running && this.#interaction !== undefined,
    duration: () => (this.interval > 0 ? this.interval : DEFAULT_INTERVAL) * 1000,
  });
  /** Controls, gestures and counts: what nobody needs to see the first banner comes after it. */
  #interaction: Interaction | undefined;
  #asked = false;
  #list: readonly Banner[] = [];
  #fallback: Fallback | undefined;
  #turn = 0;

  /** Shows the following banner of the feed. */
  next(): void {
    void this.#stage.step(false);
  }

  /** Shows the banner before this one in the feed. */
  previous(): void {
    void this.#stage.step(true);
  }

  /** Lets banners change by themselves. */
  play(): void {
    this.#autoplay.play();
  }

  /** Keeps the banner that is shown until someone steps or plays on. */
  pause(): void {
    this.#autoplay.pause();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated && savesData()) this.#autoplay.pause();
    this.#running.watch();
    if (!this.hasUpdated) return;
    this.#stage.run();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running.leave();
    this.#stage.stop();
    this.#interaction?.stop();
  }

  protected override get roleDescription(): string | undefined {
    return this.#stage.still ? undefined : this.text('carousel');
  }

  protected override select(feed: Feed): readonly Banner[] | undefined {
    if (this.#running.update(feed, this.placement?.trim())) this.#stage.forgive();
    this.#list = this.#running.banners.filter((banner) => !this.#stage.isOut(banner));
    return this.#list.length > 0 ? this.#list : undefined;
  }

  protected override problemsIn(list: readonly Banner[]): readonly Problem[] {
    return missingAlt(this.feed?._civic.banners ?? [], list);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('paused')) this.#obey();
    if (!this.feed || !this.isConnected) return;
    const still = this.layout === 'stack' || this.layout === 'grid';
    const count = this.visible >= 1 ? Math.floor(this.visible) : still ? Infinity : 1;
    const wish = { order: this.order, count, still, random: Math.random };
    this.#stage.set(this.#list, wish, () => {
      this.#fallback = fallbackOf(this, this.#list);
      return { covered: this.hasFallback(), ...this.#fallback };
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#reserve();
    // Less motion, no transition, out of sight: then there is no end to wait for.
    const leaving = this.renderRoot.querySelector('.leave');
    if (leaving?.getAnimations().length === 0) queueMicrotask(this.#onLeft);
    if (this.#turn === this.#stage.turn) return;
    this.#turn = this.#stage.turn;
    this.#complete();
    this.#interaction?.expose(this.#stage);
    if (!this.shadowRoot?.activeElement?.matches('.dot')) return;
    const dot = this.renderRoot.querySelector<HTMLElement>('.dot.on');
    queueMicrotask(() => dot?.focus());
  }

  /** Most banners stand without one: only what the page asks for. */
  protected override renderHeading(name: string): unknown {
    return this.heading || this.querySelector(':scope > [slot="heading"]') ? super.renderHeading(name) : nothing;
  }

  protected override renderEmpty(): unknown {
    return this.hasFallback() ? html`<slot name="empty"><slot></slot></slot>` : super.renderEmpty();
  }

  protected override renderContent(_list: readonly Banner[], feed: Feed): unknown {
    const stage = this.#stage;
    const { language = nothing } = feed;
    const ratio = parseRatio(this.ratio);
    if (this.layout === 'stack' || this.layout === 'grid') {
      return html`<div class="stage ${this.layout} ${ratio ? 'ratio' : ''}" part="stage">
        <div class="set" role="list">
          ${stage.shown.map(
            (banner) =>
              html`<div class="slide" part="slide" role="listitem">${this.#renderLink(banner, language)}</div>`,
          )}
        </div>
      </div>`;
    }
    const { ratio: reserved } = this.#box();
    const state = [
      'stage rotate',
      stage.shown.length > 1 ? '' : 'single',
      reserved ? 'boxed' : '',
      reserved && reserved > FLAT_RATIO ? 'flat' : '',
      this.#autoplay.wanted ? 'running' : '',
      this.transition === 'slide' ? 'glide' : this.transition === 'none' ? '' : 'fade',
      stage.back !== this.#isRtl() ? 'from-left' : '',
    ];
    const shown = this.#renderSet(stage.shown, false, language);
    const leaving = stage.leaving.length > 0 ? this.#renderSet(stage.leaving, true, language) : nothing;
    // Who comes takes the other place, so that who leaves keeps its nodes.
    const places = stage.change % 2 ? [shown, leaving] : [leaving, shown];
    return html`<div class=${state.filter(Boolean).join(' ')} part="stage" @focusin=${this.#onFocus}>
      ${stage.still ? nothing : this.#interaction?.renderControls(this.#list, stage.shown[0])}
      <div
        class="view"
        part="view"
        aria-live=${this.#autoplay.running ? 'off' : 'polite'}
      >
        ${places}
      </div>
    </div>`;
  }

  protected override renderSkeleton(): unknown {
    return html`<span class="skeleton box"></span>`;
  }

  #renderSet(banners: readonly Banner[], leaves: boolean, language: unknown) {
    const stage = this.#stage;
    const kind = leaves ? 'leave' : stage.leaving.length > 0 ? 'enter' : '';
    return html`<div
      class="set ${banners.length > 1 ? 'several' : ''} ${kind}"
      ?inert=${leaves}
      aria-hidden=${leaves ? 'true' : nothing}
      @animationend=${leaves ? this.#onLeft : nothing}
    >
      ${
        stage.covered && !leaves
          ? html`<slot></slot>`
          : banners.map(
              (banner) =>
                html`<div
                class="slide"
                part="slide"
                role="group"
                aria-roledescription=${this.text('slide')}
                aria-label=${this.#label(banner)}
              >
                ${this.#renderLink(banner, language)}
              </div>`,
            )
      }
    </div>`;
  }

  #renderLink(banner: Banner, language: unknown) {
    const { href } = banner;
    const picture = this.#stage.pictureOf(banner);
    // A link, or a picture that nobody described, still has to be called something.
    picture.image.alt =
      banner.alt || (banner.alt === undefined || href ? this.text('unnamed', { index: this.#place(banner) }) : '');
    if (!href) return html`<div class="link" lang=${language}>${picture.element}</div>`;
    return html`<a
      class="link"
      part="link"
      href=${href}
      rel="noopener"
      draggable="false"
      lang=${language}
      @click=${(event: MouseEvent) => this.#interaction?.follow(event, banner)}
      @auxclick=${(event: MouseEvent) => this.#interaction?.follow(event, banner)}
      >${picture.element}</a
    >`;
  }

  #label(banner: Banner): string {
    const index = this.#place(banner);
    const total = this.#list.length;
    return banner.alt
      ? this.text('position-named', { index, total, name: banner.alt })
      : this.text('position', { index, total });
  }

  /** Where a banner stands among those that run, counted from 1. */
  #place(banner: Banner): number {
    return this.#list.indexOf(banner) + 1;
  }

  #isRtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  /** The `paused` property changed, or is there for the first time. */
  #obey(): void {
    if (!this.hasUpdated && !this.#autoplay.wanted) this.paused = true;
    else if (this.paused) this.#autoplay.pause();
    else if (!this.#autoplay.wanted) this.#autoplay.play();
  }

  /** What lets it move changed. */
  #follow(): void {
    if (this.hasUpdated) this.paused = !this.#autoplay.wanted;
    this.#stage.run();
  }

  /** Shows the banner at a place of the feed; -1 is the last. */
  #goTo(index: number): void {
    const to = (index + this.#list.length) % this.#list.length;
    const from = this.#list.indexOf(this.#stage.shown[0] as Banner);
    if (to !== from) void this.#stage.go(to, to < from);
  }

  /** The page's own banner rules the box, so that nothing moves when it is taken over. */
  #box() {
    const own = parseRatio(this.ratio);
    const { banner } = this.#fallback ?? {};
    const box = boxOf(banner && this.#list.includes(banner) ? [banner] : this.#running.banners);
    return { ratio: own ?? box.ratio, width: box.width };
  }

  #reserve(): void {
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    const { ratio, width } = this.#box();
    const set = (name: string, value: string | undefined) => {
      if (value !== undefined) base?.style.setProperty(name, value);
      else base?.style.removeProperty(name);
    };
    set('--_ratio', ratio?.toString());
    set('--_width', width ? `${width}px` : undefined);
  }

  #complete(): void {
    if (this.#asked) return;
    this.#asked = true;
    void import('./interaction.js').then(
      ({ Interaction }) => {
        this.#interaction = new Interaction(this, {
          text: (key, values) => this.text(key, values),
          isRtl: () => this.#isRtl(),
          autoplay: this.#autoplay,
          step: (back) => void this.#stage.step(back),
          goTo: (index) => this.#goTo(index),
        });
        this.#interaction.expose(this.#stage);
        this.#stage.run();
        this.requestUpdate();
      },
      () => (this.#asked = false),
    );
  }

  readonly #onLeft = (): void => {
    this.#stage.settle();
    this.requestUpdate();
  };

  /** The carousel pattern: keyboard focus stops the rotation, and only the button starts it again. */
  readonly #onFocus = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    if (!target.matches('.play, .pause')) this.pause();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-banner-rotator': BannerRotator;
  }
}

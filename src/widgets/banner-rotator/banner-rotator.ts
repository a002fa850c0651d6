import { html, isServer, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Problem } from '../../feed/read-head.js';
import type { Banner, Feed } from '../../feed/schema.js';
import { resolveUrl } from '../../feed/url.js';
import { bannerRotatorStrings } from '../../locales/banner-rotator.js';
import { Widget } from '../widget.js';
import { bannerRotatorStyles } from './banner-rotator.styles.js';
import type { Order } from './choice.js';
import type { Interaction, RotatorElement } from './interaction.js';
import { type Box, boxOf, parseRatio } from './ratio.js';
import type * as RulesPart from './rules.js';
import { entitled, hasRules, planOf, runningAt } from './schedule.js';
import { Stage } from './stage.js';

/** Milliseconds that the first picture has for itself before everything else comes. */
const PATIENCE_MS = 2000;

/** Comes with the first feed that has hours, caps or advertisers, or where several show at once; from then on nobody waits for it. */
let rulesPart: typeof RulesPart | undefined;

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
 * @fires {CivicProblemEvent} civic-problem - Pictures cannot be had; others are shown.
 * @csspart base - Around everything.
 * @csspart heading - The heading, where the page sets one.
 * @csspart stage - Banners and controls.
 * @csspart view - The window that banners change in.
 * @csspart slide - One banner.
 * @csspart link - Its link.
 * @csspart picture - Its picture.
 * @csspart image - The image in that.
 * @csspart video - A video over the picture.
 * @csspart words - The words of a banner that has no picture.
 * @csspart mark - "Quảng cáo", over a banner that is marked as an advertisement.
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
  interval = 6;
  /** How one banner gives way to the next; none under reduced motion. */
  transition: 'fade' | 'slide' | 'none' = 'fade';
  /** `weighted`: as often as their weights say; `sequential`: in the feed's order; `random`: shuffled, weights aside. */
  order: Order = 'weighted';
  /** Width to height of the space to reserve, "728/90"; without it, that of the tallest banner. */
  ratio: string | null | undefined;
  /** Stands still. Set from the start where the reader wants less motion, or less data. */
  paused = false;
  /**
   * Where to report how often each banner was shown, could be seen and was followed: a URL, resolved against the
   * document; present without a value, `/v1/notices/seen` of the page's own server. A `POST` of text every eight seconds at
   * most and when the page is left, without cookies or anything of the reader. Without the attribute nothing is sent.
   */
  report: string | null | undefined;

  protected override readonly table = bannerRotatorStrings;
  readonly #stage = new Stage(this);
  #interaction: Interaction | undefined;
  #coming: Promise<Interaction | undefined> | undefined;
  #feed: Feed | undefined;
  #running: readonly Banner[] = [];
  #list: readonly Banner[] = [];

  /** Shows the following banner of the feed. */
  next(): void {
    this.#later((interaction) => interaction.step(false));
  }

  /** Shows the banner before this one in the feed. */
  previous(): void {
    this.#later((interaction) => interaction.step(true));
  }

  /** Lets banners change by themselves. */
  play(): void {
    this.paused = false;
    this.#later((interaction) => interaction.play());
  }

  /** Keeps the banner that is shown until someone steps or plays on. */
  pause(): void {
    this.paused = true;
  }

  protected override isWaiting(): boolean {
    const { feed } = this;
    if (feed && feed !== this.#feed) this.#plan(feed);
    return this.#stage.rules === undefined;
  }

  protected override select(): readonly Banner[] | undefined {
    const stage = this.#stage;
    const { now, rules } = stage;
    const running = runningAt(stage.plan, now);
    this.#running = running.filter((banner) => (rules ? rules.runs(banner, now) : !hasRules(banner)));
    const there = this.#running.filter((banner) => !stage.out.has(banner));
    stage.weights = rules?.entitled(there, stage);
    const list = stage.weights ? [...stage.weights.keys()] : entitled(there);
    const src = this.src || this.closest('civic-feed')?.getAttribute('src') || '';
    // One feed, however its address is written.
    stage.place.feedName = src && (resolveUrl(src, this.baseURI) ?? src);
    this.#list = list.some((banner) => stage.isFree(banner)) ? list : [];
    // Others show all that there is: one of them will let it go.
    stage.place.waits = list.length > this.#list.length;
    return this.#list[0] && this.#list;
  }

  /** Who may run, out of a feed that is not the one before. */
  #plan(feed: Feed): void {
    this.#feed = feed;
    const stage = this.#stage;
    stage.forgive();
    const { banners, timezone, advertisers } = feed._civic;
    // Most of them come again with every refresh: what stands goes on standing, whatever becomes of the others.
    const former = new Map(stage.plan.map(({ banner }) => [JSON.stringify(banner), banner]));
    const list = banners.map((banner) => {
      const key = JSON.stringify(banner);
      const known = former.get(key) ?? banner;
      // One that is written twice is two banners.
      former.delete(key);
      return known;
    });
    stage.plan = planOf(list, timezone, this.placement?.trim());
    stage.rules = null;
    if (!(this.visible > 1) && !stage.plan.some(({ banner }) => hasRules(banner))) return;
    const make = ({ Rules }: typeof RulesPart) => new Rules(timezone, advertisers);
    stage.rules = rulesPart && make(rulesPart);
    if (rulesPart) return;
    void import('./rules.js')
      .then(
        (part) => make((rulesPart = part)),
        () => null,
      )
      .then((rules) => {
        if (feed === this.#feed) stage.rules = rules;
        this.requestUpdate();
      });
  }

  protected override problemsIn(list: readonly Banner[]): readonly Problem[] | Promise<readonly Problem[]> {
    if (!list.some(({ alt }) => alt === undefined)) return [];
    return import('./missing-alt.js').then(
      ({ missingAlt }) => missingAlt(this.feed, list),
      () => [],
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('placement') || changed.has('visible')) this.#feed = undefined;
    this.#stage.now = Date.now();
    super.willUpdate(changed);
    if (!this.feed || !this.isConnected) return;
    const { order } = this;
    const still = ['stack', 'grid'].includes(this.layout);
    const count = this.visible >= 1 ? Math.floor(this.visible) : still ? Infinity : 1;
    this.#stage.set(this.#list, { order, count, still, random: Math.random }, this.hasFallback());
  }

  override disconnectedCallback(): void {
    this.#stage.leave();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const base = this.renderRoot.querySelector<HTMLElement>('.base');
    const { ratio, width } = this.#box();
    base?.style.setProperty('--_ratio', (ratio ?? '') as string);
    base?.style.setProperty('--_width', width ? `${width}px` : '');
    if (!this.feed) return;
    if (this.#stage.turn || !this.#list[0]) void this.#complete();
    else setTimeout(() => void this.#complete(), PATIENCE_MS);
  }

  /** Most banners stand without one: only what the page asks for. */
  protected override renderHeading(name: string): unknown {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Lit’s build for servers says otherwise
    const slotted = !isServer && this.querySelector(':scope>[slot=heading]');
    return this.heading || slotted ? super.renderHeading(name) : nothing;
  }

  protected override renderEmpty(): unknown {
    return this.hasFallback() ? html`<slot name="empty"></slot>` : super.renderEmpty();
  }

  protected override renderContent(): unknown {
    const { shown, leaving, change, still } = this.#stage;
    const interaction = this.#interaction;
    const state = still
      ? [this.layout, parseRatio(this.ratio) ? 'ratio' : '']
      : ['rotate', shown[1] ? '' : 'single', this.#box().ratio ? 'boxed' : '', interaction?.state];
    const comes = this.#renderSet(shown);
    const leaves = leaving[0] ? this.#renderSet(leaving, 'leave') : nothing;
    return html`<div class="stage ${state.join(' ')}" part="stage">
      ${still ? nothing : interaction?.renderControls()}
      <div class="view" part="view" aria-live=${still ? nothing : interaction?.moves ? 'off' : 'polite'}>
        ${
          // Who comes takes the other place, so that who leaves keeps its nodes.
          change % 2 ? [comes, leaves] : [leaves, comes]
        }
      </div>
    </div>`;
  }

  protected override renderSkeleton(): unknown {
    return html`<span class="skeleton box"></span>`;
  }

  #renderSet(banners: readonly Banner[], kind = '') {
    const { still, covered } = this.#stage;
    const interaction = still ? undefined : this.#interaction;
    return html`<div
      class="set ${!still && banners[1] ? 'several' : ''} ${kind}"
      role=${still ? 'list' : nothing}
    >
      ${
        covered
          ? html`<slot></slot>`
          : banners.map(
              (banner) =>
                html`<div
                  class="slide"
                  part="slide"
                  role=${still ? 'listitem' : 'group'}
                  aria-roledescription=${interaction?.say('slide') ?? nothing}
                  aria-label=${interaction?.nameOf(banner) ?? nothing}
                >
                  ${this.#renderLink(banner)}
                </div>`,
            )
      }
    </div>`;
  }

  #renderLink(banner: Banner) {
    const { alt, href, advertisement } = banner;
    const language = this.feed?.language ?? nothing;
    const { element, image } = this.#stage.pictureOf(banner);
    // A link, or a picture that nobody described, still has to be called something.
    image.alt =
      alt || (alt === undefined || href ? this.text('unnamed', { index: this.#list.indexOf(banner) + 1 }) : '');
    const mark = advertisement
      ? html`<span class="mark" part="mark" lang=${this.language}>${this.text('advertisement')}</span>`
      : nothing;
    const film = this.#interaction?.videoOf(banner) ?? nothing;
    const rel = `${advertisement ? 'sponsored ' : ''}noopener`;
    // The middle button opens it beside this page.
    const follow = ({ button, defaultPrevented }: MouseEvent) =>
      defaultPrevented || button > 1 || this.#later((interaction) => interaction.follow(banner));
    return href
      ? html`<a class="link" part="link" href=${href} rel=${rel} lang=${language} @click=${follow} @auxclick=${follow}
          >${element}${film}${mark}</a
        >`
      : html`<div class="link" lang=${language}>${element}${film}${mark}</div>`;
  }

  /** The space to keep free. The page's own banner rules it, so that nothing moves when it is taken over. */
  #box(): Box {
    const { opening } = this.#stage;
    const box = boxOf(opening && this.#list.includes(opening) ? [opening] : this.#running);
    return { ...box, ratio: parseRatio(this.ratio) ?? box.ratio };
  }

  /** At once where what comes after the first banner is there, else when it has come. */
  #later(use: (interaction: Interaction) => void): void {
    if (this.#interaction) use(this.#interaction);
    else void this.#complete().then((interaction) => interaction && use(interaction));
  }

  /** Fulfilled with nothing when it cannot be had; it is asked for again with the next turn. */
  #complete(): Promise<Interaction | undefined> {
    return (this.#coming ??= import('./interaction.js').then(
      async ({ Interaction }) => {
        // Someone may ask for a step before there is anything to step on.
        await this.updateComplete;
        return (this.#interaction = new Interaction(this as unknown as RotatorElement, {
          stage: this.#stage,
          ratio: () => this.#box().ratio,
        }));
      },
      () => (this.#coming = undefined),
    ));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-banner-rotator': BannerRotator;
  }
}

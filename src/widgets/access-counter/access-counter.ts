import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { begun } from '../../feed/begun.js';
import { feedContext } from '../../feed/context.js';
import type { Problem } from '../../feed/read-head.js';
import type { Feed, Statistics } from '../../feed/schema.js';
import type { FeedSource } from '../../feed/snapshot.js';
import { accessCounterStrings } from '../../locales/access-counter.js';
import { formatNumber } from '../../locales/number.js';
import type * as Format from '../../look/format.js';
import { Widget } from '../widget.js';
import { accessCounterStyles } from './access-counter.styles.js';
import type * as Chart from './chart.js';
import { chosenFigures, someKnown } from './figures.js';
import type { Counted } from './reading.js';

/** Comes when the first counter wants one. */
let chart: typeof Chart | undefined;
/** Comes with the first figures that say when they were true; a row is kept for it. */
let format: typeof Format | undefined;

/** Wheels of an odometer: enough for a year of most portals, so that a new digit hardly ever widens a row. */
const WHEELS = 6;

/**
 * Thống kê truy cập: who is online, and the visits of today, this week and of all time. The figures come out of a feed, or from a
 * `collector`, which then counts this page: once, however many counters stand on it.
 *
 * The figures are never a live region: a number that changes every minute is no news to someone who reads with
 * their ears. After "Thử lại" the focus goes to the widget, which then reads them out.
 *
 * @summary Visit figures, as list, odometer or one row.
 * @tag civic-access-counter
 * @slot - What stands here until there is data, and where none comes.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when the feed has none of the figures.
 * @slot error - Shown when the feed cannot be had.
 * @fires {CivicLoadEvent} civic-load - Figures are there, or newer ones; `problems` names those that contradict each other.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 * @csspart base - Around everything.
 * @csspart heading - The heading.
 * @csspart list - All figures.
 * @csspart item - One figure with its label.
 * @csspart label - Its label.
 * @csspart number - Its number.
 * @csspart digit - One digit of the odometer.
 * @csspart chart - The bars of the last 30 days.
 * @csspart bar - One of them.
 * @csspart date - When the figures were true.
 * @csspart button - The button that tries again.
 * @cssproperty [--civic-access-counter-number-color] - Colour of the numbers; the accent colour by default.
 * @cssproperty [--civic-access-counter-bar] - The bars of the chart; the accent colour by default.
 * @cssproperty [--civic-access-counter-digit-background] - Behind a digit of the odometer.
 * @cssproperty [--civic-access-counter-digit-color] - A digit of the odometer.
 */
export class AccessCounter extends Widget<Statistics> {
  static override readonly tag = 'civic-access-counter';
  static override styles = [...Widget.styles, accessCounterStyles];

  static override properties: PropertyDeclarations = {
    figures: {},
    layout: {},
    collector: {},
    site: {},
    chart: { type: Boolean },
  };

  /** Which figures, in this order: of `online today yesterday week month year total`, separated by spaces; the usual four by default. */
  figures: string | null | undefined;
  /** `list`, `digits` (an odometer for each) or `inline` (a row, as long as there is room). */
  layout: 'list' | 'digits' | 'inline' = 'list';

  /**
   * Address of the collector that counts this page, without `v1/seen`; or `goatcounter:`, `umami:` or `vercount:`
   * with the address of such a counter, whose figures are only read.
   */
  collector: string | null | undefined;
  /** The site's id at the collector. */
  site: string | null | undefined;
  /** Shows the visits of the last 30 days as bars, where a collector is there to know them. */
  chart = false;

  #told: ((source: FeedSource) => void) | undefined;
  #leave: (() => void) | undefined;
  #counts = '';

  constructor() {
    super();
    // A collector stands where a feed's provider would: everything else of a widget stays as it is.
    this.addEventListener('context-request', (event) => {
      if (event.context !== feedContext || !this.collector) return;
      event.stopPropagation();
      this.#told = event.callback;
      this.#count();
    });
  }

  protected override readonly table = accessCounterStrings;

  protected override select(feed: Feed): Statistics | undefined {
    const { statistics } = feed._civic;
    return statistics && someKnown(statistics, chosenFigures(this.figures)) ? statistics : undefined;
  }

  protected override problemsIn(statistics: Statistics): Promise<readonly Problem[]> {
    return import('./contradictions.js').then(
      ({ contradictions }) => contradictions(statistics),
      () => [],
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#counts = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#count();
  }

  protected override renderContent(statistics: Statistics, feed: Feed): unknown {
    const { asOf } = statistics;
    return html`${this.#renderFigures(statistics)} ${this.chart ? this.#renderChart(statistics) : nothing}
      <p class="as-of" part="date">${asOf === undefined ? nothing : this.#renderTime(asOf, feed)}</p>`;
  }

  /** The labels are known before the figures: what comes later replaces grey of the same size. */
  protected override renderSkeleton(): unknown {
    return html`${this.#renderFigures()} ${this.chart ? html`<div class="chart"></div>` : nothing}
      <p class="as-of"></p>`;
  }

  #count(): void {
    const { collector, site } = this;
    const told = this.#told;
    const counts = `${collector ?? ''} ${site ?? ''}`;
    if (!collector || !told || counts === this.#counts) return;
    this.#counts = counts;
    this.#leave?.();
    told({ snapshot: { status: 'loading', problems: [] }, reload: () => Promise.resolve() });
    this.#leave = begun(import('./counting.js'), ({ count }) => count(collector, site ?? '', this.timeout, told));
  }

  #renderChart({ days, asOf = '' }: Counted) {
    if (!chart)
      void import('./chart.js').then((module) => {
        chart = module;
        this.requestUpdate();
      }, Object);
    return html`<div class="chart">
      ${
        days &&
        chart?.renderChart(
          this.renderRoot,
          days,
          asOf,
          this.language,
          (...args) => this.text(...args),
          () => this.requestUpdate(),
        )
      }
    </div>`;
  }

  #renderTime(asOf: string, feed: Feed) {
    if (!format)
      void import('../../look/format.js').then((module) => {
        format = module;
        this.requestUpdate();
      }, Object);
    const time = format?.formatDate(asOf, this.language, feed._civic.timezone, true);
    return time && html`<time datetime=${asOf}>${this.text('as-of', { time })}</time>`;
  }

  #renderFigures(statistics?: Statistics) {
    return html`<dl class=${this.layout} part="list">
      ${chosenFigures(this.figures).map(
        (figure) => html`<div class=${`item ${figure}`} part="item">
          <dt part="label">${this.text(figure)}</dt>
          <dd part="number">${statistics ? this.#renderNumber(statistics[figure]) : this.#renderGrey()}</dd>
        </div>`,
      )}
    </dl>`;
  }

  #renderGrey() {
    return this.layout === 'digits'
      ? html`<span class="skeleton shown">${this.#renderWheels('')}</span>`
      : html`<span class="skeleton">&nbsp;</span>`;
  }

  #renderNumber(value: number | undefined) {
    const known = value !== undefined;
    const words = known ? formatNumber(value, this.language) : this.text('unknown');
    const shown = this.layout === 'digits' ? this.#renderWheels(`${value ?? ''}`) : '—';
    if (known && shown === '—') return words;
    return html`<span class="shown" aria-hidden="true">${shown}</span
      ><span class="visually-hidden">${words}</span>`;
  }

  /** One box for each digit, those before the number dimmed; without a number, dashes in the same boxes. */
  #renderWheels(digits: string) {
    const before = Math.max(0, WHEELS - digits.length);
    return [...digits.padStart(WHEELS, digits ? '0' : '–')].map(
      (digit, index) => html`<span class=${index < before ? 'digit leading' : 'digit'} part="digit">${digit}</span>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-access-counter': AccessCounter;
  }
}

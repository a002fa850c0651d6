import { html, nothing, type PropertyDeclarations } from 'lit';
import { page } from '../../feed/page.js';
import type { Problem } from '../../feed/read.js';
import type { Feed, Statistics } from '../../feed/schema.js';
import { accessCounterStrings } from '../../locales/access-counter.js';
import { formatNumber } from '../../locales/number.js';
import { formatDate } from '../../look/format.js';
import { Widget } from '../widget.js';
import { accessCounterStyles } from './access-counter.styles.js';
import { contradictions } from './contradictions.js';
import { chosenFigures, someKnown } from './figures.js';

/** Wheels of an odometer: enough for a year of most portals, so that a new digit hardly ever widens a row. */
const WHEELS = 6;

/**
 * Thống kê truy cập: who is online, and the visits of today, this week and of all time.
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
 * @csspart date - When the figures were true.
 * @csspart button - The button that tries again.
 * @cssproperty [--civic-access-counter-number-color] - Colour of the numbers; the accent colour by default.
 * @cssproperty [--civic-access-counter-digit-background] - Behind a digit of the odometer.
 * @cssproperty [--civic-access-counter-digit-color] - A digit of the odometer.
 */
export class AccessCounter extends Widget<Statistics> {
  static override readonly tag = 'civic-access-counter';
  static override styles = [...Widget.styles, accessCounterStyles];

  static override properties: PropertyDeclarations = { figures: {}, layout: {} };

  /** Which figures, in this order: of `online today yesterday week month year total`, separated by spaces; the usual four by default. */
  figures: string | null | undefined;
  /** `list`, `digits` (an odometer for each) or `inline` (a row, as long as there is room). */
  layout: 'list' | 'digits' | 'inline' = 'list';

  protected override readonly table = accessCounterStrings;

  protected override select(feed: Feed): Statistics | undefined {
    const { statistics } = feed._civic;
    return statistics && someKnown(statistics, chosenFigures(this.figures)) ? statistics : undefined;
  }

  protected override problemsIn(statistics: Statistics): readonly Problem[] {
    const problems = contradictions(statistics);
    const said = problems.map(({ pointer }) => pointer).join(' ');
    const { told } = page();
    // Said once, not at every refresh and not by every counter: the figures change, the mistake stays the same.
    if (said && !told.has(said)) {
      told.add(said);
      const detail = problems.map(({ message }) => message).join('; ');
      console.warn(`civic-access-counter: the feed's statistics contradict each other: ${detail}.`);
    }
    return problems;
  }

  protected override renderContent(statistics: Statistics, feed: Feed): unknown {
    const { asOf } = statistics;
    return html`${this.#renderFigures(statistics)}
      <p class="as-of" part="date">
        ${
          asOf === undefined
            ? nothing
            : html`<time datetime=${asOf}
              >${this.text('as-of', {
                time: formatDate(asOf, this.language, feed._civic.timezone, true),
              })}</time
            >`
        }
      </p>`;
  }

  /** The labels are known before the figures: what comes later replaces grey of the same size. */
  protected override renderSkeleton(): unknown {
    return html`${this.#renderFigures()}
      <p class="as-of"></p>`;
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
    if (known && this.layout !== 'digits') return words;
    const shown = this.layout === 'digits' ? this.#renderWheels(known ? String(value) : '') : '—';
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

/** Bars of the last days, today's marked: a file of its own, for counters with `chart`. To a screen reader it is a table. */
import { adoptStyles, css, html, type LitElement, nothing, svg } from 'lit';
import { accessChartStrings } from '../../locales/access-chart.js';
import { formatNumber } from '../../locales/number.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { formatDate } from '../../look/format.js';

const HEIGHT = 60;
const BAR = 8;
const STEP = 10;
const DAY = 86_400_000;

const chartStyles = css`
  figure {
    margin: 0;
  }
  figure svg {
    display: block;
    width: 100%;
    height: 4.5em;
    border-block-end: 1px solid var(--_line);
  }
  .bar {
    fill: var(--civic-access-counter-bar, var(--_accent));
    opacity: 0.45;
  }
  .bar.today {
    opacity: 1;
  }
  .axis {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75em;
    margin: 0.25em 0 0;
    color: var(--_muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    .bar.today {
      fill: Highlight;
    }
  }
`;

/** Shadow roots that have the chart's look beside their own; a strict policy allows no `<style>`. */
const dressed = new WeakSet<Node>();

function dress(root: ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  adoptStyles(root, [...(root.host.constructor as typeof LitElement).elementStyles, chartStyles]);
}

/** The last days before `asOf`, each as the site's own calendar writes it. */
export function datesOf(count: number, asOf: string): string[] {
  const last = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`);
  return [...Array(count).keys()].map((index) => new Date(last - (count - 1 - index) * DAY).toISOString().slice(0, 10));
}

/**
 * @param root - the widget's, which gets the chart's look
 * @param days - visits by day, the present one last
 * @param asOf - when they were true, with the offset of the site's zone
 * @param say - a wording, the page's own first
 * @param again - called once the wordings of another language have come
 */
export function renderChart(
  root: Node,
  days: readonly number[],
  asOf: string,
  language: Language,
  say: (key: string, values: Readonly<Record<string, string | number>>, words: Wordings) => string,
  again: () => void,
): unknown {
  const words = wordings(accessChartStrings, language, again);
  if (!words || days.length === 0 || Number.isNaN(Date.parse(asOf))) return nothing;
  if (root instanceof ShadowRoot) dress(root);
  const most = Math.max(1, ...days);
  const dates = datesOf(days.length, asOf).map((date) => formatDate(date, language, 'UTC'));
  const title = say('chart', { count: days.length }, words);
  const name = (index: number) => {
    const date = dates[index] ?? '';
    return index === days.length - 1 ? say('chart-today', { date }, words) : date;
  };
  // A day with visits is seen, however few they are beside the others.
  const tall = (visits: number) => (visits === 0 ? 0 : Math.max(1.5, (visits / most) * HEIGHT));
  return html`<figure part="chart">
    <svg viewBox="0 0 ${days.length * STEP} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${days.map(
        (visits, index) =>
          svg`<rect class=${index === days.length - 1 ? 'bar today' : 'bar'} part="bar" x=${index * STEP + 1} y=${HEIGHT - tall(visits)} width=${BAR} height=${tall(visits)}><title>${name(index)}: ${formatNumber(visits, language)}</title></rect>`,
      )}
    </svg>
    <p class="axis" aria-hidden="true">
      <span>${name(0)}</span><span>${say('chart-most', { count: Math.max(...days) }, words)}</span
      ><span>${name(days.length - 1)}</span>
    </p>
    <table class="visually-hidden">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('chart-day', {}, words)}</th>
          <th scope="col">${say('chart-visits', {}, words)}</th>
        </tr>
      </thead>
      <tbody>
        ${days.map(
          (visits, index) =>
            html`<tr>
              <th scope="row">${name(index)}</th>
              <td>${formatNumber(visits, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </figure>`;
}

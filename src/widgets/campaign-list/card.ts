import { html, nothing } from 'lit';
import type { FeedItem } from '../../feed/schema.js';
import { formatNumber } from '../../locales/number.js';
import { titleOf } from '../../feed/title.js';
import { periodOf, type Text } from './period.js';
import type { Entry } from './timetable.js';

/** What all campaigns of a list share. */
export interface CardContext {
  readonly text: Text;
  /** What the widget speaks. */
  readonly language: string;
  /** What the feed speaks, where that is something else. */
  readonly feedLanguage: string | undefined;
  /** IANA name of the feed's zone. */
  readonly zone: string;
  /** Level of a campaign's title in the page's outline. */
  readonly level: number;
  /** The reader opened or closed the details of a campaign. */
  readonly toggled: (item: FeedItem, open: boolean) => void;
  /** What stands in the details of a campaign; undefined where there are none. */
  readonly details: (entry: Entry, lang: unknown) => unknown;
}

const percent = (share: number, language: string) => `${formatNumber(Math.floor(share * 100), language)}%`;

/** One campaign, with all that is known of it. */
export function renderCard(entry: Entry, context: CardContext): unknown {
  const { item, campaign, status } = entry;
  const { text, language, zone, level } = context;
  const spoken = item.language ?? context.feedLanguage;
  const lang = spoken === language ? nothing : (spoken ?? nothing);
  const image = campaign.image ?? item.image;
  const url = item.url ?? item.external_url;
  const title = titleOf(item);
  const tags = item.tags ?? [];
  const details = context.details(entry, lang);
  return html`<li class=${`item ${status ?? ''}`} part="item" data-item=${item.id}>
    ${image ? html`<img class="image" part="image" src=${image} alt="" loading="lazy" decoding="async" />` : nothing}
    <div class="words">
      <div class="title" part="title" role="heading" aria-level=${level} lang=${lang}>
        ${url ? html`<a href=${url}>${title}</a>` : title}
      </div>
      <p class="when">
        ${status ? html`<span class="status" part="status">${text(status)}</span>` : nothing}
        <span part="period">${periodOf(campaign, text, language, zone)}</span>
        ${renderDaysLeft(entry, text)}
      </p>
      ${campaign.slogan ? html`<p class="slogan" part="slogan" lang=${lang}>${campaign.slogan}</p>` : nothing}
      ${item.summary ? html`<p class="summary" lang=${lang}>${item.summary}</p>` : nothing}
      ${renderElapsed(entry, context)} ${renderProgress(entry, context)}
      ${renderFacts(campaign, text, lang)}
      ${
        tags.length > 0
          ? html`<ul class="tags" part="tags" role="list" aria-label=${text('tags')}>
            ${tags.map((tag) => html`<li lang=${lang}>${tag}</li>`)}
          </ul>`
          : nothing
      }
      ${
        details === undefined
          ? nothing
          : html`<details
              part="details"
              @toggle=${(event: Event) => context.toggled(item, (event.target as HTMLDetailsElement).open)}
            >
              <summary>${text('details')}<span class="visually-hidden" lang=${lang}>: ${title}</span></summary>
              ${details}
            </details>`
      }
    </div>
  </li>`;
}

function renderDaysLeft({ daysLeft }: Entry, text: Text) {
  if (daysLeft === undefined) return nothing;
  return html`<strong class="left" part="days-left"
    >${daysLeft === 0 ? text('last-day') : text('left', { count: daysLeft })}</strong
  >`;
}

function renderFacts({ launchedBy, organiser }: Entry['campaign'], text: Text, lang: unknown) {
  const fact = (key: string, value: string | undefined) =>
    value ? html`<div><dt>${text(key)}</dt><dd lang=${lang}>${value}</dd></div>` : nothing;
  if (!launchedBy && !organiser) return nothing;
  return html`<dl class="facts">${fact('launched-by', launchedBy)} ${fact('organiser', organiser)}</dl>`;
}

function renderElapsed({ elapsed }: Entry, { text, language }: CardContext) {
  if (elapsed === undefined) return nothing;
  return renderBar(text('elapsed'), percent(elapsed, language), elapsed, 'elapsed');
}

/** The result in words; as a bar too where it can be measured against a target. */
function renderProgress({ campaign: { progress } }: Entry, { text, language }: CardContext) {
  if (!progress) return nothing;
  const { value, target, unit = '' } = progress;
  if (target <= 0) return renderBar(text('progress'), `${formatNumber(value, language)} ${unit}`);
  const words = text('progress-of', { value, target, unit }).trim();
  const share = Math.max(0, value / target);
  return renderBar(text('progress'), `${words} (${percent(share, language)})`, share, 'result');
}

/** @param share - 0 to 1; what is more fills the bar */
function renderBar(label: string, value: string, share?: number, kind = '') {
  const words = html`<span>${label}</span> <span class="value">${value}</span>`;
  return share === undefined
    ? html`<p class="bar">${words}</p>`
    : html`<label class="bar">
        ${words}
        <progress class=${kind} part="bar" max="1" value=${Math.min(1, share)}></progress>
      </label>`;
}

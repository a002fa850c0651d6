import { html, nothing, type TemplateResult } from 'lit';
import type { Directive, Feed, FeedItem } from '../../feed/schema.js';
import { formatDate } from '../../look/format.js';
import { nextIcon, previousIcon } from '../../look/icons.js';
import type { Language } from '../../locales/strings.js';
import { titleOf } from '../../feed/title.js';
import { numberOf } from './number-of.js';
import type { Say } from './shown-document.js';
import { statusChip } from './status-chip.js';

/** What a list needs to know. */
export interface ShownList {
  readonly items: readonly FeedItem[];
  readonly feed: Feed;
  readonly language: Language;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly say: Say;
  readonly open: (item: FeedItem) => void;
  /** What a document's type is called; empty where it has none. */
  readonly typeOf: (directive: Directive) => string | undefined;
  readonly turn: (page: number) => void;
  /** How the list can be searched; undefined where the page wants no search. */
  readonly search: ListSearch | undefined;
  /** What stands where the reader's words and choices leave nothing. */
  readonly none: unknown;
  /** What is said of the number of documents. */
  readonly count: string;
  /** Whether something else tells a screen reader of it. */
  readonly quiet: boolean | undefined;
  /** What stands below the list: that there is more. */
  readonly more: unknown;
}

/** The field above a list and what it opens. */
export interface ListSearch {
  readonly text: string;
  readonly expanded: boolean;
  /** Filters and order; undefined while they are closed or under way. */
  readonly filters: unknown;
  readonly type: (text: string) => void;
  readonly toggle: () => void;
  /** The reader is about to search: what is needed for it may be brought. */
  readonly approach: () => void;
}

/** How many pages there are; one at least. */
export function pageCount(items: number, pageSize: number): number {
  return Math.max(1, Math.ceil(items / pageSize));
}

/** One page of the list, and the way to the others. */
export function documentList(list: ShownList): TemplateResult {
  const { items, page, pageSize, search } = list;
  const rows = items.slice((page - 1) * pageSize, page * pageSize);
  return html`<div class="list-view" part="list-view">
    ${search && searchField(search, list.say)}
    <p class="count" part="count" role=${list.quiet ? nothing : 'status'}>${list.count}</p>
    ${
      rows.length > 0
        ? html`<ul class="list" part="list" role="list">
            ${rows.map((item) => row(item, list))}
          </ul>`
        : list.none
    }
    ${list.more} ${paging(list)}
  </div>`;
}

function searchField({ text, expanded, filters, type, toggle, approach }: ListSearch, say: Say): TemplateResult {
  const typed = (event: Event) => type((event.target as HTMLInputElement).value);
  return html`<div class="search" part="search" role="search" @focusin=${approach} @pointerdown=${approach}>
    <input
      class="field"
      part="field"
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${say('search')}
      placeholder=${say('search')}
      .value=${text}
      @input=${typed}
    />
    <button class="button" part="button" type="button" aria-expanded=${expanded} @click=${toggle}>${say('filter')}</button>
    ${filters}
  </div>`;
}

function row(item: FeedItem, { say, open, typeOf, language, feed }: ShownList): TemplateResult {
  const directive = item._civic?.directive ?? {};
  const { organ, status, issuedDate } = directive;
  const type = typeOf(directive);
  const number = numberOf(item);
  const date = issuedDate ?? item.date_published;
  const lang = item.language ?? feed.language ?? nothing;
  const facts = [
    type && html`<span lang=${lang}>${type}</span>`,
    number && html`<span>${say('number')} <b lang=${lang}>${number}</b></span>`,
    date &&
      html`<span><span class="visually-hidden">${say(issuedDate === undefined ? 'published' : 'issued')} </span
        ><time part="date" datetime=${date}>${formatDate(date, language, feed._civic.timezone)}</time></span>`,
    organ && html`<span lang=${lang}>${organ.name}</span>`,
    status && statusChip(status, say),
  ].filter(Boolean);
  return html`<li class="item" part="item">
    <button class="item-title" part="item-title" type="button" data-item=${item.id} lang=${lang} @click=${() => open(item)}>${titleOf(item)}</button>
    ${facts.length > 0 ? html`<div class="item-facts">${facts}</div>` : nothing}
  </li>`;
}

function paging({ items, page, pageSize, say, turn }: ShownList): unknown {
  const pages = pageCount(items.length, pageSize);
  if (pages === 1) return nothing;
  const button = (to: number, key: string, icon: TemplateResult) => {
    // Kept in the tab order at either end: a button that vanishes takes the focus with it.
    const off = to < 1 || to > pages;
    return html`<button
      class="button icon-button"
      part="button"
      type="button"
      aria-label=${say(key)}
      aria-disabled=${off ? 'true' : nothing}
      @click=${() => !off && turn(to)}
    >${icon}</button>`;
  };
  return html`<nav class="paging" part="paging" aria-label=${say('pages')}>
    ${button(page - 1, 'previous', previousIcon)}
    <span role="status">${say('page', { page, pages })}</span>
    ${button(page + 1, 'next', nextIcon)}
  </nav>`;
}

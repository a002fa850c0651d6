import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feed } from '../../feed/schema.js';
import { itemsOfKind, narrow } from '../../feed/select.js';
import { campaignListStrings } from '../../locales/campaign-list.js';
import { Widget } from '../widget.js';
import { type Sort, sorted, withStatus } from './arrange.js';
import { campaignListStyles } from './campaign-list.styles.js';
import { type CardContext, renderCard } from './card.js';
import type { finder } from './find.js';
import { NextBorder } from './next-border.js';
import { type Entry, type Timetable, timetable } from './timetable.js';

/** Whole rows of cards in two columns and in three. */
const DEFAULT_PAGE_SIZE = 12;

/**
 * Emulation movements and campaigns: what runs, what comes, what is over, and how far they got.
 *
 * A status comes from the dates alone, in the feed's zone, and changes on an open page when its time has come. A
 * campaign without dates gets none: it says "Không thời hạn" and is listed with those that run.
 *
 * @summary Movements and campaigns with status, dates and progress.
 * @tag civic-campaign-list
 * @slot - What stands here until there is data, and where none comes.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when no campaign is left to show.
 * @slot error - Shown when the feed cannot be had.
 * @fires {CivicLoadEvent} civic-load - Campaigns are there, or newer ones.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 * @csspart base - Around everything.
 * @csspart heading - The heading.
 * @csspart search - The search box with its label.
 * @csspart list - The list.
 * @csspart item - One campaign.
 * @csspart image - Its picture.
 * @csspart title - Its title.
 * @csspart status - Its status.
 * @csspart period - When it runs.
 * @csspart days-left - How many days are left.
 * @csspart slogan - Its slogan.
 * @csspart bar - A bar: time elapsed, or result.
 * @csspart tags - Its tags.
 * @csspart details - Its text, closed at first.
 * @csspart button - "Xem thêm", and the button that tries again.
 * @cssproperty [--civic-campaign-list-column=17em] - Least width of a card.
 * @cssproperty [--civic-campaign-list-image-ratio=3/2] - Shape of the pictures.
 * @cssproperty [--civic-campaign-list-image-fit=contain] - Whether a picture of another shape is shown whole or cut (`cover`).
 * @cssproperty [--civic-campaign-list-upcoming] - Colour of what is to come.
 * @cssproperty [--civic-campaign-list-ongoing] - Colour of what runs.
 * @cssproperty [--civic-campaign-list-ended] - Colour of what is over.
 */
export class CampaignList extends Widget<readonly Entry[]> {
  static override readonly tag = 'civic-campaign-list';
  static override styles = [...Widget.styles, campaignListStyles];

  static override properties: PropertyDeclarations = {
    status: {},
    pageSize: { type: Number, attribute: 'page-size' },
    sort: {},
    layout: {},
    search: { type: Boolean },
    tag: {},
    organ: {},
  };

  /** Only these: `upcoming`, `ongoing`, `ended`, separated by spaces; all by default. */
  status: string | null | undefined;
  /** How many to show at once; 0 shows all. */
  pageSize = DEFAULT_PAGE_SIZE;
  /** By earlier start, earlier end or title; by default what runs comes first. A timeline goes by start. */
  sort: Sort | null | undefined;
  /** `list`, `cards` or `timeline`. */
  layout: 'list' | 'cards' | 'timeline' = 'list';
  /** With a box to search in. */
  search = false;
  /** Only campaigns with this tag. */
  tag: string | null | undefined;
  /** Only campaigns of this organiser, launching authority or author. */
  organ: string | null | undefined;

  protected override readonly table = campaignListStrings;
  readonly #border = new NextBorder(this);
  #times: (Timetable & { readonly feed: Feed; readonly from: number }) | undefined;
  /** Further pages that the reader asked for. */
  #further = 0;
  #query = '';
  /** What finds comes only to a page where someone searches. */
  #finder: typeof finder | undefined;

  protected override select(feed: Feed): readonly Entry[] | undefined {
    const now = new Date();
    const times = this.#times;
    if (times?.feed !== feed || +now < times.from || +now >= times.until) {
      const all = timetable(itemsOfKind(feed, 'campaign'), feed._civic.timezone, now);
      this.#times = { ...all, feed, from: +now };
    }
    const kept = new Set(narrow(itemsOfKind(feed, 'campaign'), this));
    const entries = (this.#times?.entries ?? []).filter(({ item }) => kept.has(item));
    const chosen = withStatus(entries, this.status);
    const sort = this.sort ?? (this.layout === 'timeline' ? 'start' : undefined);
    return chosen.length > 0 ? sorted(chosen, sort, this.language) : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#border.wait(this.feed ? (this.#times?.until ?? Infinity) : Infinity);
  }

  protected override renderContent(all: readonly Entry[], feed: Feed): unknown {
    const found = this.#find(all);
    const size = this.pageSize > 0 ? Math.ceil(this.pageSize) : this.pageSize === 0 ? Infinity : DEFAULT_PAGE_SIZE;
    const shown = found.slice(0, size * (1 + this.#further));
    const left = found.length - shown.length;
    const layout = this.layout === 'cards' || this.layout === 'timeline' ? this.layout : 'list';
    const context: CardContext = {
      text: (key, values) => this.text(key, values),
      language: this.language,
      feedLanguage: feed.language,
      zone: feed._civic.timezone,
      level: Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2) + 1),
    };
    return html`${this.search ? this.#renderSearch(found.length) : nothing}
      <ul class=${layout} part="list" role="list">
        ${shown.map((entry) => keyed(entry.item.id, renderCard(entry, context)))}
      </ul>
      ${
        left > 0
          ? html`<button class="button more" part="button" type="button" @click=${() => this.#showMore(shown.length)}>
            ${this.text('more', { count: left })}
          </button>`
          : nothing
      }`;
  }

  #renderSearch(count: number) {
    return html`<div class="search" part="search" role="search">
      <label>
        <span>${this.text('search')}</span>
        <input type="search" autocomplete="off" @input=${this.#onInput} @keydown=${this.#onKeydown} />
      </label>
      <p class="found" role="status">
        ${this.#query ? this.text(count > 0 ? 'found' : 'none-found', { count }) : nothing}
      </p>
    </div>`;
  }

  protected override renderSkeleton(): unknown {
    const layout = this.layout === 'cards' ? 'cards' : 'list';
    return html`<div class=${layout}>
      ${[0, 1, 2].map(() => html`<span class="skeleton"></span>`)}
    </div>`;
  }

  #find(entries: readonly Entry[]): readonly Entry[] {
    if (!this.search || !this.#query || !this.#finder) return entries;
    const finds = this.#finder(this.#query);
    return entries.filter(({ item }) => finds(item));
  }

  async #showMore(shownBefore: number): Promise<void> {
    this.#further++;
    this.requestUpdate();
    await this.updateComplete;
    const first = this.renderRoot.querySelectorAll<HTMLElement>('.title')[shownBefore];
    const target = first?.querySelector('a') ?? first;
    if (!target) return;
    if (target === first) first.tabIndex = -1;
    target.focus();
  }

  readonly #onInput = async (event: Event): Promise<void> => {
    const { value } = event.target as HTMLInputElement;
    this.#finder ??= (await import('./find.js')).finder;
    this.#query = value.trim();
    this.#further = 0;
    this.requestUpdate();
  };

  /** Portals of the WebForms kind send their one big form wherever Enter is pressed. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-campaign-list': CampaignList;
  }
}

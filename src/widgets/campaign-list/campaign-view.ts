import { html, type LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind } from '../../feed/select.js';
import { campaignViewStrings } from '../../locales/campaign-view.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { sorted, withStatus } from './arrange.js';
import { campaignListStyles } from './campaign-list.styles.js';
import { type CardContext, renderCard } from './card.js';
import type { finder } from './find.js';
import { NextBorder } from '../../look/next-border.js';
import type { Text } from './period.js';
import { type Entry, type Timetable, timetable } from './timetable.js';

/** Whole rows of cards in two columns and in three. */
const DEFAULT_PAGE_SIZE = 12;

/** What the page asks of a campaign list, and how its widget speaks. */
export interface Wishes {
  readonly status: string | null | undefined;
  readonly sort: string | null | undefined;
  readonly layout: string;
  readonly search: boolean;
  readonly pageSize: number;
  readonly language: Language;
  /** Level of a campaign's title in the page's outline. */
  readonly level: number;
  /** Finds a wording, the page's own or out of the words given, and fills it in. */
  readonly text: (...args: [...Required<Parameters<Text>>, words: Wordings | undefined]) => string;
}

/** Draws campaigns, keeps their statuses true as time goes on, and answers the reader's search and paging. */
export class CampaignView {
  static readonly styles = campaignListStyles;

  readonly #host: LitElement;
  readonly #border: NextBorder;
  #words: Wordings | undefined;
  #times: (Timetable & { readonly feed: Feed; readonly from: number }) | undefined;
  #entries: readonly Entry[] = [];
  /** Further pages that the reader asked for. */
  #further = 0;
  #query = '';
  /** What finds comes only to a page where someone searches. */
  #finder: typeof finder | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#border = new NextBorder(host);
  }

  /** Whether its words are there; where they are still under way, the host is asked to update when they have come. */
  speaks(language: Language): boolean {
    this.#words = wordings(campaignViewStrings, language, () => this.#host.requestUpdate());
    return this.#words !== undefined;
  }

  /**
   * The campaigns to show, in the order to show them, as they stand now.
   *
   * @param items - those of the feed that the page did not narrow out
   */
  choose(items: readonly FeedItem[], feed: Feed, wishes: Wishes): readonly FeedItem[] {
    const now = new Date();
    let times = this.#times;
    if (times?.feed !== feed || +now < times.from || +now >= times.until) {
      const all = timetable(itemsOfKind(feed, 'campaign'), feed._civic.timezone, now);
      this.#times = times = { ...all, feed, from: +now };
    }
    this.#border.wait(times.until);
    const kept = new Set(items);
    const chosen = withStatus(times.entries, wishes.status).filter(({ item }) => kept.has(item));
    const sort = wishes.sort ?? (wishes.layout === 'timeline' ? 'start' : undefined);
    this.#entries = sorted(chosen, sort, wishes.language);
    return this.#entries.map(({ item }) => item);
  }

  /** Draws what was chosen last. */
  render(feed: Feed, wishes: Wishes): unknown {
    const { language, level, pageSize } = wishes;
    const text: Text = (key, values = {}) => wishes.text(key, values, this.#words);
    const found = this.#find(wishes);
    const size = pageSize > 0 ? Math.ceil(pageSize) : pageSize === 0 ? Infinity : DEFAULT_PAGE_SIZE;
    const shown = found.slice(0, size * (1 + this.#further));
    const left = found.length - shown.length;
    const layout = wishes.layout === 'cards' || wishes.layout === 'timeline' ? wishes.layout : 'list';
    const context: CardContext = { text, language, level, feedLanguage: feed.language, zone: feed._civic.timezone };
    return html`${wishes.search ? this.#renderSearch(found.length, text) : nothing}
      <ul class=${layout} part="list" role="list">
        ${shown.map((entry) => keyed(entry.item.id, renderCard(entry, context)))}
      </ul>
      ${
        left > 0
          ? html`<button class="button more" part="button" type="button" @click=${() => this.#showMore(shown.length)}>
            ${text('more', { count: left })}
          </button>`
          : nothing
      }`;
  }

  #renderSearch(count: number, text: Text) {
    return html`<div class="search" part="search" role="search">
      <label>
        <span>${text('search')}</span>
        <input type="search" autocomplete="off" @input=${this.#onInput} @keydown=${this.#onKeydown} />
      </label>
      <p class="found" role="status">
        ${this.#query ? text(count > 0 ? 'found' : 'none-found', { count }) : nothing}
      </p>
    </div>`;
  }

  #find({ search }: Wishes): readonly Entry[] {
    const entries = this.#entries;
    if (!search || !this.#query || !this.#finder) return entries;
    const finds = this.#finder(this.#query);
    return entries.filter(({ item }) => finds(item));
  }

  async #showMore(shownBefore: number): Promise<void> {
    this.#further++;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const first = this.#host.renderRoot.querySelectorAll<HTMLElement>('.title')[shownBefore];
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
    this.#host.requestUpdate();
  };

  /** Portals of the WebForms kind send their one big form wherever Enter is pressed. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

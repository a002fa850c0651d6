import { html, type LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind } from '../../feed/select.js';
import { campaignViewStrings } from '../../locales/campaign-view.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { type Group, grouped, sorted, withStatus } from './arrange.js';
import { campaignListStyles } from './campaign-list.styles.js';
import { AddToCalendar } from './add-to-calendar.js';
import { CampaignAddress } from './campaign-address.js';
import { CampaignDetails, renderSubscribe } from './campaign-details.js';
import { CampaignSearch, type Offers } from './campaign-search.js';
import { type CardContext, renderCard } from './card.js';
import { controlStyles } from '../../look/control-styles.js';
import { NextBorder } from '../../look/next-border.js';
import type { Text } from './period.js';
import { type Entry, type Timetable, timetable } from './timetable.js';

/** Whole rows of cards in two columns and in three. */
const DEFAULT_PAGE_SIZE = 12;

/** What the page asks of a campaign list. */
export interface PageWishes extends Offers {
  readonly status: string | null | undefined;
  readonly sort: string | null | undefined;
  readonly layout: string;
  readonly group: string | null | undefined;
  readonly calendar: boolean;
  readonly pageSize: number;
}

/** The element that shows campaigns. */
export type CampaignHost = LitElement & PageWishes;

/** What the page asks, and how its widget speaks. */
export interface Wishes {
  readonly page: PageWishes;
  readonly language: Language;
  /** Level of the widget's own heading in the page's outline. */
  readonly level: number;
  /** Finds a wording, the page's own or out of the words given, and fills it in. */
  readonly text: (...args: [...Required<Parameters<Text>>, words: Wordings | undefined]) => string;
}

/** Draws campaigns, keeps their statuses true as time goes on, and answers the reader's search, choices and paging. */
export class CampaignView {
  static readonly styles = [controlStyles, campaignListStyles];

  readonly #host: CampaignHost;
  readonly #border: NextBorder;
  readonly #search: CampaignSearch;
  readonly #address: CampaignAddress;
  readonly #calendar: AddToCalendar;
  readonly #details: CampaignDetails;
  #words: Wordings | undefined;
  #times: (Timetable & { readonly feed: Feed; readonly from: number }) | undefined;
  #entries: readonly Entry[] = [];
  /** Further pages that the reader asked for. */
  #further = 0;

  constructor(host: CampaignHost) {
    this.#host = host;
    this.#border = new NextBorder(host);
    this.#search = new CampaignSearch(host, () => {
      // Another list begins on its first page.
      this.#further = 0;
      this.#address.keep(this.#search.params);
    });
    this.#calendar = new AddToCalendar(host);
    this.#details = new CampaignDetails(host, this.#calendar);
    this.#address = new CampaignAddress(host, (params) => this.#search.show(params, host));
  }

  /**
   * Whether all is there that it takes to draw; where something is still under way, the host is asked to update when it
   * has come.
   */
  isReady(language: Language): boolean {
    this.#words = wordings(campaignViewStrings, language, () => this.#host.requestUpdate());
    return this.#words !== undefined && !this.#search.isWaiting;
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
    const chosen = withStatus(times.entries, wishes.page.status).filter(({ item }) => kept.has(item));
    this.#entries = sorted(chosen, this.#order(wishes), wishes.language);
    return this.#entries.map(({ item }) => item);
  }

  /** Draws what was chosen last. */
  render(feed: Feed, wishes: Wishes): unknown {
    const { language, page } = wishes;
    const level = Math.min(6, wishes.level + 1);
    const zone = feed._civic.timezone;
    const text: Text = (key, values = {}) => wishes.text(key, values, this.#words);
    const found = this.#search.find(this.#entries, zone);
    const by = page.group === 'year' || page.group === 'status' ? page.group : undefined;
    const entries = found?.entries ?? this.#entries;
    const groups: readonly Group[] = by
      ? grouped(entries, by, zone, this.#order(wishes) === 'start')
      : [{ key: '', entries }];
    const size = page.pageSize > 0 ? Math.ceil(page.pageSize) : page.pageSize === 0 ? Infinity : DEFAULT_PAGE_SIZE;
    const wanted = this.#address.wanted;
    const at =
      wanted === undefined ? -1 : groups.flatMap((group) => group.entries).findIndex(({ item }) => item.id === wanted);
    // What the address names may be on a further page.
    if (at >= size * (1 + this.#further)) this.#further = Math.floor(at / size);
    let room = size * (1 + this.#further);
    const left = entries.length - room;
    const context: CardContext = {
      text,
      language,
      level: by ? Math.min(6, level + 1) : level,
      feedLanguage: feed.language,
      zone,
      toggled: (item, open) => {
        this.#address.toggled(item.id, open);
        if (open) void this.#details.opened(item, feed);
      },
      details: (entry, lang) => this.#details.render(entry, { feed, text, language, lang, calendar: page.calendar }),
    };
    return html`${this.#search.render(page, found, text)}
      ${groups.map((group) => {
        const shown = group.entries.slice(0, room);
        room -= shown.length;
        if (shown.length === 0) return nothing;
        return html`${by ? renderGroupName(group.key, by, level, text) : nothing}
          <ul class=${layoutOf(page)} part="list" role="list">
            ${shown.map((entry) => keyed(entry.item.id, renderCard(entry, context)))}
          </ul>`;
      })}
      ${
        left > 0
          ? html`<button class="button more" part="button" type="button" @click=${() => this.#showMore(entries.length - left)}>
            ${text('more', { count: left })}
          </button>`
          : nothing
      }
      ${
        page.calendar
          ? html`<p class="actions whole" part="calendar">
              ${this.#calendar.render(entries, feed, '', language, text)} ${renderSubscribe(this.#host, feed, text)}
            </p>`
          : nothing
      }`;
  }

  /** The reader's order, else the page's, else the layout's own. */
  #order({ page: { sort, layout } }: Wishes): string | undefined {
    return this.#search.params['sort'] || (sort ?? (layout === 'timeline' ? 'start' : undefined));
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
}

const layoutOf = ({ layout }: PageWishes) => (layout === 'cards' || layout === 'timeline' ? layout : 'list');

function renderGroupName(key: string, by: 'year' | 'status', level: number, text: Text) {
  const name = by === 'status' ? text(key) : key ? text('in-year', { year: key }) : text('always');
  return html`<div class="group" part="group" role="heading" aria-level=${level}>${name}</div>`;
}

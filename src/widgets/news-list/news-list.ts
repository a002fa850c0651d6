import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind, narrow } from '../../feed/select.js';
import { newsListStrings } from '../../locales/news-list.js';
import { formatDate } from '../../look/format.js';
import { Widget } from '../widget.js';
import { titleOf } from '../../feed/title.js';
import { latest } from './latest.js';
import { newsListStyles } from './news-list.styles.js';
import type { Ticker } from './ticker.js';

const DEFAULT_LIMIT = 10;

/**
 * TIN MỚI: the latest news of a feed, as a list or as a ticker that can be paused.
 *
 * @summary The latest news, as list or ticker.
 * @tag civic-news-list
 * @slot - What stands here until there is data, and where none comes.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when the feed has no news.
 * @slot error - Shown when the feed cannot be had.
 * @fires {CivicLoadEvent} civic-load - News is there, or newer news.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 * @csspart base - Around everything.
 * @csspart heading - The heading.
 * @csspart list - The list.
 * @csspart item - One story.
 * @csspart title - Its headline.
 * @csspart date - Its date.
 * @csspart image - Its picture.
 * @csspart ticker - The ticker with its button.
 * @csspart button - The pause button, and the one that tries again.
 * @cssproperty [--civic-news-list-image-width=88px] - Width of a story's picture.
 */
export class NewsList extends Widget<readonly FeedItem[]> {
  static override readonly tag = 'civic-news-list';
  static override styles = [...Widget.styles, newsListStyles];

  static override properties: PropertyDeclarations = {
    layout: {},
    limit: { type: Number },
    tag: {},
    organ: {},
    speed: { type: Number },
  };

  /** `list`, or `ticker`: one line that runs and can be paused. */
  layout: 'list' | 'ticker' = 'list';
  /** How many stories at most; 0 shows all. */
  limit = DEFAULT_LIMIT;
  /** Only stories with this tag. */
  tag: string | null | undefined;
  /** Only stories of this organ or author, by id or name. */
  organ: string | null | undefined;
  /** Characters a second of the ticker. */
  speed = 8;

  protected override readonly table = newsListStrings;
  /** What makes it run comes only to a page that has a ticker. */
  #ticker: Ticker | undefined;

  protected override select(feed: Feed): readonly FeedItem[] | undefined {
    const news = latest(narrow(itemsOfKind(feed, 'news'), this), this.limit, feed._civic.timezone);
    return news.length > 0 ? news : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.layout !== 'ticker' || this.#ticker) return;
    void import('./ticker.js').then(({ Ticker }) => {
      this.#ticker ??= new Ticker(this, (key) => this.text(key));
      this.requestUpdate();
    });
  }

  protected override renderContent(news: readonly FeedItem[], feed: Feed): unknown {
    const items = news.map((item) => this.#renderItem(item, feed));
    if (this.layout !== 'ticker') return html`<ul class="list" part="list" role="list">${items}</ul>`;
    return html`<div class="ticker" part="ticker">
      ${this.#ticker?.renderButton() ?? html`<span class="button icon-button"></span>`}
      <div class="window" tabindex="-1">
        <ul class="track" part="list" role="list">${items}</ul>
      </div>
    </div>`;
  }

  #renderItem(item: FeedItem, feed: Feed) {
    const language = item.language ?? feed.language;
    const withImage = item.image && this.layout !== 'ticker';
    return html`<li
      class=${withImage ? 'item with-image' : 'item'}
      part="item"
      lang=${language ?? nothing}
    >
      ${
        withImage
          ? html`<img class="image" part="image" src=${item.image} alt="" loading="lazy" decoding="async" />`
          : nothing
      }
      <div class="words">${this.#renderTitle(item)}${this.#renderDate(item, feed)}</div>
    </li>`;
  }

  #renderTitle(item: FeedItem) {
    const url = item.url ?? item.external_url;
    return url
      ? html`<a class="title" part="title" href=${url}>${titleOf(item)}</a>`
      : html`<span class="title" part="title">${titleOf(item)}</span>`;
  }

  #renderDate(item: FeedItem, feed: Feed) {
    const published = item.date_published;
    if (published === undefined) return nothing;
    const { timezone } = feed._civic;
    return html`<time part="date" datetime=${published}
      >${formatDate(published, this.language, timezone)}</time
    >`;
  }

  protected override renderSkeleton(): unknown {
    const lines = this.layout === 'ticker' ? [0] : [0, 1, 2, 3];
    return lines.map(() => html`<span class="skeleton"></span>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-news-list': NewsList;
  }
}

import { css, html, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind, narrow } from '../../feed/select.js';
import { newsListStrings } from '../../locales/news-list.js';
import { LateView, renderPlain } from '../late-view.js';
import { Widget } from '../widget.js';
import type { NewsView, NewsWishes } from './news-view.js';

const DEFAULT_LIMIT = 10;
const DEFAULT_NEW_DAYS = 3;

/** The skeleton's; everything else comes with what it is for. */
const skeletonStyles = css`
  .skeleton {
    height: 2.6em;
    margin-block-end: 0.8em;
  }
`;

/**
 * TIN MỚI: the latest news of a feed, as a list or as a ticker that can be paused.
 *
 * What draws it comes beside the feed; where that cannot be had, the titles alone stand here, with a word of it.
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
 * @csspart age - How long ago that is.
 * @csspart new - The mark of a story that is new.
 * @csspart day - The heading of a day.
 * @csspart image - Its picture.
 * @csspart ticker - The ticker with its button.
 * @csspart all - The link to all news.
 * @csspart further - "Xem thêm", where the feed has further pages.
 * @csspart button - The pause button, "Xem thêm", and the one that tries again.
 * @cssproperty [--civic-news-list-image-width=88px] - Width of a story's picture.
 * @cssproperty [--civic-news-list-new] - Colour of the mark of what is new.
 */
export class NewsList extends Widget<readonly FeedItem[]> {
  static override readonly tag = 'civic-news-list';
  static override styles = [...Widget.styles, skeletonStyles];

  static override properties: PropertyDeclarations = {
    layout: {},
    limit: { type: Number },
    tag: {},
    organ: {},
    speed: { type: Number },
    byDay: { type: Boolean, attribute: 'by-day' },
    newDays: { type: Number, attribute: 'new-days' },
    allUrl: { attribute: 'all-url' },
  };

  /** `list`, or `ticker`: one line that runs and can be paused. */
  layout: 'list' | 'ticker' = 'list';
  /** How many stories at most; 0 shows all, and further pages of the feed when the reader asks for them. */
  limit = DEFAULT_LIMIT;
  /** Only stories with this tag. */
  tag: string | null | undefined;
  /** Only stories of this organ or author, by id or name. */
  organ: string | null | undefined;
  /** Characters a second of the ticker. */
  speed = 8;

  /** Below the days on which they appeared; a list only. */
  byDay = false;
  /** Days for which a story is marked as new; 0 marks none. */
  newDays = DEFAULT_NEW_DAYS;
  /** Where all news is: the address of "Xem tất cả", resolved against the document; without one there is no such link. */
  allUrl: string | null | undefined;

  protected override readonly table = newsListStrings;
  readonly #late = new LateView<NewsView>(this, async () => (await this.importView()).NewsView);

  override reload(): Promise<void> {
    this.#late.failed = false;
    this.requestUpdate();
    return super.reload();
  }

  /** Brings the part that draws news. */
  protected importView(): Promise<{ NewsView: typeof NewsView }> {
    return import('./news-view.js');
  }

  /** Nothing is drawn, and no load is told, before that part is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const { coming } = this.#late;
    if (!coming) return done;
    await coming;
    return super.getUpdateComplete();
  }

  protected override isWaiting(): boolean {
    return !this.#late.failed && !this.#late.view?.speaks(this.language);
  }

  protected override select(feed: Feed): readonly FeedItem[] | undefined {
    const news = narrow(itemsOfKind(feed, 'news'), this);
    return news.length > 0 ? news : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Together with the feed, not after it.
    if (this.loading !== 'lazy' || this.feed) this.#late.ask();
    super.willUpdate(changed);
  }

  protected override renderContent(news: readonly FeedItem[], feed: Feed): unknown {
    const { view } = this.#late;
    if (view) return view.render(news, feed, this.#wishes);
    return renderPlain(news, this.text('view-failed'));
  }

  protected override renderSkeleton(): unknown {
    const lines = this.layout === 'ticker' ? [0] : [0, 1, 2, 3];
    return lines.map(() => html`<span class="skeleton"></span>`);
  }

  get #wishes(): NewsWishes {
    const { layout, byDay, newDays, allUrl, limit, language } = this;
    const level = Math.min(6, this.level + 1);
    const text: NewsWishes['text'] = (key, values, words) => this.text(key, values, words);
    const more = () => this.more();
    return { layout, byDay, newDays, allUrl, limit, language, level, text, more };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-news-list': NewsList;
  }
}

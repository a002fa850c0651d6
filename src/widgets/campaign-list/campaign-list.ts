import { css, html, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind, narrow } from '../../feed/select.js';
import { campaignListStrings } from '../../locales/campaign-list.js';
import { LateView, renderPlain } from '../late-view.js';
import { Widget } from '../widget.js';
import type { CampaignView, Wishes } from './campaign-view.js';

/** The skeleton's; everything else comes with what it is for. */
const skeletonStyles = css`
  .waiting {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: 1.25em;
  }
  .waiting.rows {
    display: block;
  }
  .waiting .skeleton {
    height: 18em;
  }
  .waiting.rows .skeleton {
    height: 9em;
    margin-block-end: 1.25em;
  }
`;

/**
 * Emulation movements and campaigns: what runs, what comes, what is over, and how far they got.
 *
 * A status comes from the dates alone, in the feed's zone, and changes on an open page when its time has come. A
 * campaign without dates gets none: it says "Không thời hạn" and is listed with those that run. One that comes back each
 * year (`yearly`) stands with its next time.
 *
 * What draws all that comes beside the feed; where it cannot be had, the titles alone stand here, with a word of it.
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
 * @csspart search - The search box with its label, the filters, and what they found.
 * @csspart field - The search box alone.
 * @csspart group - The heading of a year or of a status.
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
 * @csspart details - Its text, what calls for it and what can be done with it, closed at first.
 * @csspart basis - The directives that call for it.
 * @csspart calendar - What stands below the list for calendars and feed readers.
 * @csspart subscribe - The link to the feed itself.
 * @csspart button - "Xem thêm", those of search and details, and the one that tries again.
 * @cssproperty [--civic-campaign-list-column=17em] - Least width of a card.
 * @cssproperty [--civic-campaign-list-image-ratio=3/2] - Shape of the pictures.
 * @cssproperty [--civic-campaign-list-image-fit=contain] - Whether a picture of another shape is shown whole or cut (`cover`).
 * @cssproperty [--civic-campaign-list-upcoming] - Colour of what is to come.
 * @cssproperty [--civic-campaign-list-ongoing] - Colour of what runs.
 * @cssproperty [--civic-campaign-list-ended] - Colour of what is over.
 */
export class CampaignList extends Widget<readonly FeedItem[]> {
  static override readonly tag = 'civic-campaign-list';
  static override styles = [...Widget.styles, skeletonStyles];

  static override properties: PropertyDeclarations = {
    status: {},
    pageSize: { type: Number, attribute: 'page-size' },
    sort: {},
    layout: {},
    group: {},
    search: { type: Boolean },
    filter: { type: Boolean },
    calendar: { type: Boolean },
    tag: {},
    organ: {},
  };

  /** Only these: `upcoming`, `ongoing`, `ended`, separated by spaces; all by default. */
  status: string | null | undefined;
  /** How many to show at once; 0 shows all. */
  pageSize = 12;
  /** By earlier start, earlier end or title; by default what runs comes first. A timeline goes by start. */
  sort: 'start' | 'end' | 'title' | null | undefined;
  /** `list`, `cards` or `timeline`. */
  layout: 'list' | 'cards' | 'timeline' = 'list';
  /** Below years, the one in which a campaign begins, or below statuses; by default below nothing. */
  group: 'year' | 'status' | null | undefined;
  /** With a box to search in. */
  search = false;
  /** With a button that opens filters by status, organiser, tag and year, each choice with its count, and an order. */
  filter = false;
  /**
   * With buttons that give one campaign, or all that the list holds, to the reader's calendar as a file (iCalendar,
   * RFC 5545), and a link to the feed itself for feed readers.
   */
  calendar = false;
  /** Only campaigns with this tag. */
  tag: string | null | undefined;
  /** Only campaigns of this organiser, launching authority or author. */
  organ: string | null | undefined;

  protected override readonly table = campaignListStrings;
  readonly #late = new LateView<CampaignView>(this, async () => (await this.importView()).CampaignView);

  override reload(): Promise<void> {
    this.#late.failed = false;
    this.requestUpdate();
    return super.reload();
  }

  /** Brings the part that draws campaigns. */
  protected importView(): Promise<{ CampaignView: typeof CampaignView }> {
    return import('./campaign-view.js');
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
    return !this.#late.failed && !this.#late.view?.isReady(this.language);
  }

  protected override select(feed: Feed): readonly FeedItem[] | undefined {
    const items = narrow(itemsOfKind(feed, 'campaign'), this);
    const chosen = this.#late.view?.choose(items, feed, this.#wishes) ?? items;
    return chosen.length > 0 ? chosen : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Together with the feed, not after it.
    if (this.loading !== 'lazy' || this.feed) this.#late.ask();
    super.willUpdate(changed);
  }

  protected override renderContent(items: readonly FeedItem[], feed: Feed): unknown {
    const { view } = this.#late;
    if (view) return view.render(feed, this.#wishes);
    return renderPlain(items, this.text('view-failed'));
  }

  protected override renderSkeleton(): unknown {
    return html`<div class=${this.layout === 'cards' ? 'waiting' : 'waiting rows'}>
      ${[0, 1, 2].map(() => html`<span class="skeleton"></span>`)}
    </div>`;
  }

  get #wishes(): Wishes {
    const { language, level } = this;
    return { page: this, language, level, text: (key, values, words) => this.text(key, values, words) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-campaign-list': CampaignList;
  }
}

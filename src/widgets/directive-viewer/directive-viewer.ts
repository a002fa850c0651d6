import { adoptStyles, html, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { itemsOfKind, narrow } from '../../feed/select.js';
import { directiveViewerStrings } from '../../locales/directive-viewer.js';
import type { Wordings } from '../../locales/strings.js';
import { controlStyles } from '../../look/control-styles.js';
import { Widget } from '../widget.js';
import { documentSkeleton } from './document-skeleton.js';
import type { DocumentView } from './document-view.js';
import { ListView } from './list-view.js';
import { CivicOpenEvent } from './events.js';
import { linkTo, type Params, WidgetAddress } from '../finding/fragment.js';
import { viewerStyles } from './directive-viewer.styles.js';
import type { Say } from './shown-document.js';
import { type Place, placeOf, returnTo } from './trail.js';

const ALL_TOOLS = 'search contents text-size read-aloud print share';
/** Properties by which a page says what to show. */
const WAYS_IN = ['item', 'view', 'src', 'tag', 'organ', 'pageSize'];

/**
 * Directives: a list of them, and each in full with its outline beside it.
 *
 * @summary A list of directives, and each of them in full.
 * @tag civic-directive-viewer
 * @slot - What stands here until there is data, and where none comes.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when the feed has no documents.
 * @slot error - Shown when the feed cannot be had.
 * @fires {CivicLoadEvent} civic-load - The documents are there, or newer ones.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 * @fires {CivicOpenEvent} civic-open - A document is open; `item` says which.
 * @fires {CivicCitationEvent} civic-citation - The reader follows a citation; `number` and `item` say which; cancelable.
 * @csspart base - Around everything.
 * @csspart heading - The heading of the viewer.
 * @csspart list-view - The list with its count and paging.
 * @csspart search - The field above the list, and its filters.
 * @csspart field - A field for searching.
 * @csspart count - How many documents there are.
 * @csspart list - The list.
 * @csspart item - One document in the list.
 * @csspart item-title - Its title, which opens it.
 * @csspart date - Its date.
 * @csspart paging - The way to the other pages of the list.
 * @csspart document - An open document.
 * @csspart tools - The buttons above it.
 * @csspart bar - What one of the buttons opened.
 * @csspart anchor - The link of a section, its number or a sign beside its heading, behind which its address is copied.
 * @csspart header - Its title and everything known about it.
 * @csspart letterhead - What stands above the title: organ, number, place and date, type.
 * @csspart title - Its title.
 * @csspart status - Whether it is in force.
 * @csspart facts - What stands below the title.
 * @csspart attachment - A link to a file.
 * @csspart outline - The outline.
 * @csspart drawer - The outline where the widget is narrow, as long as it is open.
 * @csspart outline-entry - One line of the outline.
 * @csspart text - The text.
 * @csspart posted-by - Who posted it.
 * @csspart button - A button.
 * @cssproperty [--civic-directive-viewer-measure=70ch] - Longest line of the text.
 * @cssproperty [--civic-directive-viewer-outline-width=17em] - Width of the outline where it stands beside the text.
 * @cssproperty [--civic-directive-viewer-sticky-top=16px] - Height of what the page keeps at the top of the window.
 * @cssproperty [--civic-directive-viewer-min-height=480px] - Height reserved while the documents are loaded.
 */
export class DirectiveViewer extends Widget<readonly FeedItem[]> {
  static override readonly tag = 'civic-directive-viewer';
  static override styles = [...Widget.styles, controlStyles, viewerStyles];

  static override properties: PropertyDeclarations = {
    item: {},
    view: {},
    pageSize: { type: Number, attribute: 'page-size' },
    tools: {},
    citationUrl: { attribute: 'citation-url' },
    tag: {},
    organ: {},
  };

  /** The document to show: an item's id or a document number such as `01/CT-UBND`. */
  item: string | null | undefined;
  /** `auto` shows the document when there is one only or `item` names it, else the list. */
  view: 'auto' | 'list' | 'document' = 'auto';
  /** Documents on a page of the list. */
  pageSize = 20;
  /**
   * What the reader gets, separated by spaces: `search`, `contents`, `text-size` (and contrast), `read-aloud`,
   * `print`, `share`; all of them without the attribute. Unknown names are ignored.
   */
  tools: string | null | undefined = ALL_TOOLS;
  /**
   * Where citations lead that the feed does not hold, with `{number}` in it: `https://vbpl.vn/tim?q={number}`. Without it
   * they stay plain.
   */
  citationUrl: string | null | undefined;
  /** Only documents with this tag. */
  tag: string | null | undefined;
  /** Only documents of this organ or author, by id or name. */
  organ: string | null | undefined;

  protected override readonly table = directiveViewerStrings;
  /** Words of a document, of the list, of every widget. */
  readonly #say: Say = (key, values) =>
    this.text(key, values, this.#words && key in this.#words ? this.#words : undefined);
  #document: DocumentView | undefined;
  /** What is said around a document comes with it, and in English a moment later. */
  #words: Wordings | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;
  /** Id of the document that the reader opened. */
  #chosen: string | undefined;
  /** Where the reader was before. */
  #trail: Place[] = [];
  /** Section of the open document that the address names. */
  #section = '';
  readonly #list: ListView = new ListView(this, (turned) => this.#onList(turned));
  readonly #address = new WidgetAddress(this, '', (params) => this.#follow(params));
  #narrowed: { readonly feed: Feed; readonly key: string; readonly items: readonly FeedItem[] } | undefined;
  /** The document in view. */
  #shown: FeedItem | undefined;
  /** What names a document that is not among those that are there. */
  #missing: string | undefined;
  /** Id of the document that `civic-open` was fired for. */
  #told: string | undefined;
  /** Done as soon as what the reader asked for is drawn; false as long as it is not. */
  #arrive: (() => boolean) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // All that it shows are items; where the file cannot be had, the feed will say so.
    void import('../../feed/read.js').catch(() => undefined);
    this.#address.connect();
    // Moved within the page: nothing else would tell the outline to go on.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#address.disconnect();
    this.#list.stop();
    this.#document?.stop();
  }

  /**
   * Opens a document as if the reader had, with the way back and the address.
   *
   * @param id - the item's
   * @returns false where the viewer holds no such document
   */
  open(id: string): boolean {
    const item = this.#narrowed?.items.find((one) => one.id === id);
    if (item) this.#open(item);
    return item !== undefined;
  }

  /** Brings the part that shows a document. */
  protected importDocumentView(): Promise<{ DocumentView: typeof DocumentView }> {
    return import('./document-view.js');
  }

  protected override select(feed: Feed): readonly FeedItem[] | undefined {
    const { tag, organ } = this;
    const key = JSON.stringify([tag, organ]);
    // The same list as long as it holds the same: what is prepared for a search hangs on it.
    if (this.#narrowed?.feed !== feed || this.#narrowed.key !== key) {
      this.#narrowed = { feed, key, items: narrow(itemsOfKind(feed, 'directive'), this) };
    }
    const { items } = this.#narrowed;
    return items.length > 0 ? items : undefined;
  }

  protected override isWaiting(): boolean {
    return this.#chosen === undefined && this.#list.isWaiting;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && WAYS_IN.some((name) => changed.has(name))) {
      // The page asks for something else: what the reader found in the former is past.
      this.#trail = [];
      this.#chosen = this.#arrive = undefined;
      this.#section = '';
      this.#list.stop();
      this.#list.show({});
      if (this.#address.holds) this.#keep(false);
    }
    // Together with the feed, not after it.
    if (this.view !== 'list' && this.loading !== 'lazy') this.#load();
    this.#words = this.#document?.wordings(this.language);
    this.#shown = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#shown) this.#document?.updated(this.renderRoot);
    else this.#document?.stop();
    this.#list.seek(this.isConnected ? this.#missing : undefined);
    if (this.#arrive?.()) this.#arrive = undefined;
    this.#tell();
  }

  protected override renderContent(items: readonly FeedItem[], feed: Feed): unknown {
    const wanted = this.#wanted(items);
    if (wanted === undefined) return this.#renderList(items, feed);
    this.#load();
    if (this.#failed) {
      return html`<p class="note error" role="status">${this.text('text-failed')}</p>
        ${this.#renderList(items, feed)}`;
    }
    if (!this.#document || !this.#words) return this.renderSkeleton();
    const item = wanted ? this.#document.find(items, wanted, feed._civic.timezone) : items[0];
    if (!item) return this.#renderList(items, feed, wanted);
    // Found on a further page: what had the focus in the list goes with it.
    if (this.#missing && (this.renderRoot as ShadowRoot).activeElement) this.#arriveAtDocument();
    this.#missing = undefined;
    this.#shown = item;
    return this.#document.render({
      item,
      feed,
      items,
      language: this.language,
      back: this.#wayBack(),
      say: this.#say,
      open: (other) => this.#open(other),
      goBack: () => this.#goBack(),
      address: (params) => linkTo(this, params),
      reached: (section) => {
        this.#chosen = item.id;
        this.#section = section;
        this.#keep(false);
      },
    });
  }

  protected override renderSkeleton(): unknown {
    return html`<div class="reserved">
      <span class="skeleton line"></span>
      ${documentSkeleton()}
    </div>`;
  }

  #renderList(items: readonly FeedItem[], feed: Feed, missing?: string) {
    this.#missing = missing;
    return this.#list.render({
      missing,
      items,
      feed,
      pageSize: this.pageSize,
      language: this.language,
      canSearch: this.#offers('search'),
      say: this.#say,
      open: (item) => this.#open(item),
    });
  }

  #offers(tool: string): boolean {
    return (this.tools ?? ALL_TOOLS).split(/\s+/).includes(tool);
  }

  /** What names the document to show: empty is the first, undefined is none but the list. */
  #wanted(items: readonly FeedItem[]): string | undefined {
    if (this.#chosen !== undefined) return this.#chosen;
    if (this.view === 'list') return undefined;
    const item = this.item?.trim();
    return item || (this.view === 'document' || items.length === 1 ? '' : undefined);
  }

  #wayBack(): string | undefined {
    const former = this.#trail[this.#trail.length - 1];
    return former && this.#say(former.isList ? 'back-to-list' : 'back-to-document');
  }

  #load(): void {
    if (this.#document || this.#loading || this.#failed) return;
    this.#loading = this.importDocumentView()
      .then(({ DocumentView }) => {
        this.#document = new DocumentView(this);
        const { elementStyles } = this.constructor as typeof DirectiveViewer;
        adoptStyles(this.renderRoot as ShadowRoot, [...elementStyles, ...DocumentView.styles]);
      })
      .catch(() => {
        this.#failed = true;
      })
      .finally(() => {
        this.#loading = undefined;
        this.requestUpdate();
      });
  }

  #open(item: FeedItem): void {
    this.#trail.push(placeOf(this, this.#chosen, !this.#shown));
    this.#chosen = item.id;
    this.#section = '';
    this.#failed = false;
    this.requestUpdate();
    this.#keep(true);
    this.#arriveAtDocument();
  }

  #arriveAtDocument(): void {
    this.#arrive = () => {
      const section = this.#section;
      const title = this.renderRoot.querySelector<HTMLElement>('.title');
      if (!title) return this.#failed;
      if (section) {
        // A long text comes bit by bit: the section may be still to come.
        if (!this.#document?.go(section) && this.renderRoot.querySelector('.waiting')) return false;
        return true;
      }
      title.focus({ preventScroll: true });
      // The text begins where the list did, which may be far above what the reader sees, or below it.
      const { top } = this.getBoundingClientRect();
      if (top < 0 || top > innerHeight) this.scrollIntoView({ block: 'start', behavior: 'instant' });
      return true;
    };
  }

  #goBack(): void {
    const place = this.#trail.pop();
    if (!place) return;
    const left = this.#chosen;
    this.#chosen = place.id;
    this.#section = '';
    this.requestUpdate();
    this.#keep(true);
    this.#arrive = () => {
      returnTo(place);
      const root = this.renderRoot;
      const entry = [...root.querySelectorAll<HTMLElement>('[data-item]')].find(
        ({ dataset }) => dataset['item'] === left,
      );
      (entry ?? root.querySelector<HTMLElement>('.title'))?.focus({ preventScroll: true });
      return true;
    };
  }

  #onList(turned: boolean): void {
    this.#keep(false);
    if (!turned) return;
    this.#arrive = () => {
      // The buttons keep the focus below a list that may now be shorter; the eye starts at its top.
      const list = this.renderRoot.querySelector('.list-view');
      if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView({ block: 'start', behavior: 'instant' });
      return true;
    };
  }

  /** Puts what the reader chose into the page's address. */
  #keep(push: boolean): void {
    const doc = this.#chosen;
    const params: Params = doc === undefined ? this.#list.params : { doc, at: this.#section };
    this.#address.keep(params, push);
  }

  /** The reader follows a link to a section, or goes back by the browser's own button. */
  #follow(params: Params): void {
    const { doc, at = '' } = params;
    this.#chosen = doc;
    this.#section = at;
    this.#failed = false;
    if (doc === undefined) this.#list.show(params);
    else if (this.view === 'list') this.#load();
    this.#arrive = undefined;
    if (doc !== undefined) this.#arriveAtDocument();
    this.requestUpdate();
  }

  /** Says once which document is open. */
  #tell(): void {
    const item = this.#shown;
    if (this.#told === item?.id) return;
    this.#told = item?.id;
    if (item) this.dispatchEvent(new CivicOpenEvent(item));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-directive-viewer': DirectiveViewer;
  }
}

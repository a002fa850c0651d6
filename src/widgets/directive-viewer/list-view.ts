import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { Directive, Feed, FeedItem } from '../../feed/schema.js';
import type { Language } from '../../locales/strings.js';
import { documentList, type ListSearch, pageCount } from './document-list.js';
import type { Params } from '../finding/fragment.js';
import type * as ListTools from './list-filters.js';
import type { OlderDocuments } from './older-documents.js';
import type { PagedWidget } from './paged-widget.js';
import type { Say } from './shown-document.js';
import type { typeOf } from './type-of.js';

const DEFAULT_PAGE_SIZE = 20;

/** What the viewer says of the list that it wants to be shown. */
export interface ListPart {
  /** The document that is asked for and not in it. */
  readonly missing: string | undefined;
  readonly items: readonly FeedItem[];
  readonly feed: Feed;
  readonly language: Language;
  readonly pageSize: number;
  readonly canSearch: boolean;
  readonly say: Say;
  readonly open: (item: FeedItem) => void;
}

/** Which documents of the list the reader wants to see, and in what order. What finds them comes when it is needed. */
export class ListView {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: (turned: boolean) => void;
  #params: Params = {};
  /** As typed; found is what `#params` say, which may be a moment behind. */
  #text = '';
  #expanded = false;
  #tools: typeof ListTools | undefined;
  #finder: ListTools.Finder | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;
  /** What loads the feed's further pages. */
  #older: OlderDocuments | undefined;
  #olderState: '' | 'asked' | 'failed' = '';
  #typeOf: typeof typeOf | undefined;
  #asksForTypes = false;

  /** @param onChange - called when the reader has changed what is shown; with true, the page of the list */
  constructor(host: ReactiveControllerHost, onChange: (turned: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** What an address has to say to show this list again. */
  get params(): Params {
    return this.#params;
  }

  /** Shows what an address says. */
  show({ doc: _doc, at: _at, ...params }: Params): void {
    this.#params = params;
    this.#text = params['q'] ?? '';
    this.#host.requestUpdate();
  }

  /** Whether the list asked for cannot be shown before more has come. */
  get isWaiting(): boolean {
    if (!this.#isNarrowed || this.#tools || this.#failed) return false;
    void this.#load();
    return true;
  }

  /** Ends all work for what is shown, which goes or gives way to something else. */
  stop(): void {
    this.#finder?.stop();
    this.#older?.stop();
  }

  /** Looks for a document in the feed's further pages, until it is no longer asked for. */
  seek(wanted: string | undefined): void {
    this.#older?.sought.seek(wanted);
  }

  render(part: ListPart): unknown {
    const { say, items, feed, language, canSearch, open } = part;
    const size = Math.floor(part.pageSize);
    const pageSize = size >= 1 ? size : DEFAULT_PAGE_SIZE;
    if (this.#tools && (this.#isNarrowed || this.#expanded)) {
      this.#finder ??= new this.#tools.Finder(() => this.#host.requestUpdate());
      this.#finder.prepare(items, feed._civic.timezone);
    }
    const found = this.#finder?.find(this.#params);
    const isNarrowed = found !== undefined && this.#isNarrowed;
    const shown = isNarrowed ? found.items : items;
    const count = shown.length;
    const percent = found ? Math.floor(found.searched * 100) : 100;
    const said = !isNarrowed ? 'count' : percent < 100 ? 'searching' : 'found';
    const list = documentList({
      items: shown,
      pageSize,
      page: Math.min(Math.max(1, Math.floor(Number(this.#params['page'])) || 1), pageCount(count, pageSize)),
      feed,
      language,
      say,
      open,
      typeOf: (directive) => this.#typeName(directive),
      turn: (page) => this.#change({ page: page > 1 ? String(page) : '' }, true),
      search: canSearch && (items.length > 1 || this.#isNarrowed) ? this.#search(part, found) : undefined,
      count: say(said, { count, percent }),
      none: percent < 100 ? nothing : this.#none(say),
      more: this.#more(part, isNarrowed),
      quiet: this.#older?.isTelling,
    });
    return html`${this.#missing(part)}${this.#failed ? html`<p class="note error" role="status">${say('search-failed')}</p>` : nothing}${list}`;
  }

  /** What stands in place of a document that is not there: it may be in the feed's further pages. */
  #missing({ missing, items, feed, say }: ListPart): unknown {
    if (missing === undefined) return nothing;
    const isOver = this.#olderState === 'failed' || (!feed.next_url && !this.#older?.sought.isSeeking);
    const [said, beside, look = nothing] = isOver
      ? [say('not-found', { item: missing })]
      : (this.#older?.sought.render(missing, items.length) ?? []);
    return html`<p class="note">
      <span class=${look} role="status" tabindex="-1">${said}</span>${beside}
    </p>`;
  }

  get #isNarrowed(): boolean {
    return Object.keys(this.#params).some((name) => name !== 'page' && this.#params[name]);
  }

  #search({ say }: ListPart, found: ListTools.Found | undefined): ListSearch {
    return {
      text: this.#text,
      expanded: this.#expanded,
      filters:
        this.#expanded && this.#tools && found
          ? this.#tools.documentFilters(found, say, (name, value) => this.#change({ [name]: value }))
          : nothing,
      approach: () => void this.#load(),
      type: (text) => {
        this.#text = text;
        void this.#load().then(() => this.#change({ q: this.#text.trim() }));
      },
      toggle: () => {
        this.#expanded = !this.#expanded;
        this.#host.requestUpdate();
        void this.#load();
      },
    };
  }

  /** What knows the codes comes where a document has no more than one, which stands there until then. */
  #typeName(directive: Directive): string | undefined {
    const { typeName, typeCode } = directive;
    const name = typeName?.trim();
    if (name || !typeCode?.trim()) return name;
    if (!this.#asksForTypes) {
      this.#asksForTypes = true;
      void import('./type-of.js').then(
        (types) => {
          this.#typeOf = types.typeOf;
          this.#host.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#typeOf?.(directive) ?? typeCode;
  }

  /** The feed has further pages: they come when the reader asks, and a search says that it has not seen them. */
  #more({ items, feed: { next_url }, say }: ListPart, isNarrowed: boolean): unknown {
    if (this.#older) return this.#older.render(items.length, !!next_url, isNarrowed);
    if (!next_url) return nothing;
    if (!this.#olderState) {
      this.#olderState = 'asked';
      void import('./older-documents.js')
        .then(
          ({ OlderDocuments }) => (this.#older = new OlderDocuments(this.#host as unknown as PagedWidget)),
          () => (this.#olderState = 'failed'),
        )
        .then(() => this.#host.requestUpdate());
    }
    return html`<p class="more" role="status">${this.#olderState === 'failed' ? say('older-failed') : nothing}</p>`;
  }

  #none(say: Say): unknown {
    const clear = () => {
      this.#text = '';
      this.#params = {};
      this.#onChange(false);
      this.#host.requestUpdate();
    };
    return html`<p class="empty">${say('none')}</p>
      <button class="button" part="button" type="button" @click=${clear}>${say('clear')}</button>`;
  }

  #change(params: Params, turned = false): void {
    this.#older?.sought.rest();
    // Another list begins on its first page.
    const former = turned ? this.#params : { ...this.#params, page: '' };
    this.#params = { ...former, ...params };
    this.#host.requestUpdate();
    this.#onChange(turned);
  }

  async #load(): Promise<void> {
    if (this.#tools || this.#failed) return;
    this.#loading ??= import('./list-filters.js').then(
      (tools) => void (this.#tools = tools),
      () => void (this.#failed = true),
    );
    await this.#loading;
    this.#host.requestUpdate();
  }
}

import { html, type LitElement, nothing } from 'lit';
import { sanitise } from '../../feed/sanitise.js';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import { copyText } from '../../look/copy.js';
import { linkTo } from '../finding/fragment.js';
import type { AddToCalendar } from './add-to-calendar.js';
import { feedAddress } from './add-to-calendar.js';
import type { Text } from './period.js';
import type { Entry } from './timetable.js';

/** What a directive viewer of the page offers; asked by name, because another copy of the script may have made it. */
type Viewer = Element & { open?: (id: string) => boolean };

const VIEWER = 'civic-directive-viewer';

/** What the details of a campaign need to know. */
export interface DetailsContext {
  readonly feed: Feed;
  readonly text: Text;
  readonly language: string;
  /** What the campaign is written in, where the widget speaks something else. */
  readonly lang: unknown;
  /** Whether it can be given to a calendar. */
  readonly calendar: boolean;
}

/** What a campaign's details hold: its text, what calls for it, and what can be done with it. */
export class CampaignDetails {
  readonly #host: LitElement;
  readonly #calendar: AddToCalendar;
  /** Texts in HTML, made safe when somebody opens them. */
  readonly #bodies = new WeakMap<FeedItem, HTMLElement | 'failed'>();
  /** Id of the campaign whose link was asked for last, and how that went. */
  #copied: { readonly id: string; readonly key: 'copied' | 'not-copied' } | undefined;

  constructor(host: LitElement, calendar: AddToCalendar) {
    this.#host = host;
    this.#calendar = calendar;
  }

  /** Undefined where nothing is known that the card itself does not say. */
  render(entry: Entry, context: DetailsContext): unknown {
    const { item } = entry;
    const { feed, text, language, lang, calendar } = context;
    const body = this.#body(item, text, lang);
    const basis = this.#basis(entry, context);
    const add = calendar ? this.#calendar.render([entry], feed, item.id, language, text) : nothing;
    if (body === nothing && basis === nothing && add === nothing) return undefined;
    const copied = this.#copied?.id === item.id ? text(this.#copied.key) : nothing;
    return html`${body}${basis}
      <p class="actions">
        ${add}
        <button class="button" part="button" type="button" @click=${() => void this.#copy(item.id)}>
          ${text('copy-link')}</button
        ><span class="said" role="status">${copied}</span>
      </p>`;
  }

  /** The reader opened a campaign: HTML of a feed, which few of them have, is made safe only now. */
  async opened(item: FeedItem, feed: Feed): Promise<void> {
    const { content_text, content_html } = item;
    if (content_text !== undefined || content_html === undefined || this.#bodies.get(item) instanceof HTMLElement)
      return;
    const body = document.createElement('div');
    try {
      body.append(await sanitise(content_html, feedAddress(this.#host, feed) ?? document.baseURI));
      this.#bodies.set(item, body);
    } catch {
      this.#bodies.set(item, 'failed');
    }
    this.#host.requestUpdate();
  }

  #body(item: FeedItem, text: Text, lang: unknown): unknown {
    if (item.content_text !== undefined) {
      const words = item.content_text.trim();
      return words ? html`<p class="body" lang=${lang}>${words}</p>` : nothing;
    }
    if (!item.content_html?.trim()) return nothing;
    const body = this.#bodies.get(item);
    if (body === 'failed') return html`<p class="body" role="status">${text('body-failed')}</p>`;
    return html`<div class="html" lang=${lang}>${body ?? text('loading')}</div>`;
  }

  /** What calls for it, as far as the feed knows it. */
  #basis({ campaign }: Entry, { feed, text, lang }: DetailsContext): unknown {
    const known = (campaign.basis ?? []).flatMap((id) => feed.items.filter((item) => item.id === id));
    if (known.length === 0) return nothing;
    const link = (item: FeedItem) => {
      const url = item.url ?? item.external_url;
      const open = (event: MouseEvent) => this.#open(event, item.id);
      if (url) return html`<a href=${url} @click=${open}>${titleOf(item)}</a>`;
      return this.#viewers().length > 0
        ? html`<button class="link" type="button" @click=${open}>${titleOf(item)}</button>`
        : titleOf(item);
    };
    return html`<div class="basis" part="basis">
      <span>${text('basis')}:</span>
      <ul role="list">
        ${known.map((item) => html`<li lang=${lang}>${link(item)}</li>`)}
      </ul>
    </div>`;
  }

  /** In a directive viewer of the same page, where one holds the document; else where the link leads. */
  #open(event: MouseEvent, id: string): void {
    // A new tab or window is what the reader asks the browser for.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (this.#viewers().some((viewer) => viewer.open?.(id))) event.preventDefault();
  }

  #viewers(): Viewer[] {
    const roots = new Set([this.#host.getRootNode() as Document | ShadowRoot, document]);
    return [...roots].flatMap((root) => [...root.querySelectorAll(VIEWER)] as Viewer[]);
  }

  async #copy(id: string): Promise<void> {
    const done = await copyText(linkTo(this.#host, { item: id }), this.#host.renderRoot);
    this.#copied = { id, key: done ? 'copied' : 'not-copied' };
    this.#host.requestUpdate();
  }
}

/** The way to the feed itself, for the reader's own feed reader. */
export function renderSubscribe(host: LitElement, feed: Feed, text: Text): unknown {
  const url = feedAddress(host, feed);
  return url ? html`<a class="subscribe" part="subscribe" href=${url}>${text('subscribe')}</a>` : nothing;
}

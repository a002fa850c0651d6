import { ContextProvider } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { feedContext } from './context.js';
import { FeedController } from './feed-controller.js';
import { define } from './page.js';
import type { FeedSnapshot, FeedSource } from './snapshot.js';

/**
 * Loads one feed and hands it to every widget inside. Draws nothing and takes no space of its own.
 *
 * @summary Loads one JSON feed for all widgets inside it.
 * @tag civic-feed
 * @slot - The widgets, and whatever else the page has around them.
 * @fires {CivicLoadEvent} civic-load - The feed is there, or a newer one.
 * @fires {CivicErrorEvent} civic-error - The feed could not be had; `error.code` says why.
 */
export class CivicFeed extends LitElement {
  static readonly tag = 'civic-feed';

  /** Defines the element; a second copy of the script never throws. */
  static define(tag: string = CivicFeed.tag, registry: CustomElementRegistry = customElements): void {
    define(tag, this, registry);
  }

  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override properties = {
    src: {},
    refresh: { type: Number },
    timeout: { type: Number },
    loading: {},
  };

  /** URL of the feed, or several with spaces between them, resolved against the document. Without one, the feed of an outer `<civic-feed>` is passed on. */
  src: string | null | undefined;
  /** Seconds between two loads; 0 loads once. Pauses while the page is hidden. */
  refresh = 0;
  /** Seconds to wait for an answer, all attempts together. */
  timeout = 20;
  /** `lazy` loads when the first thing inside comes near the viewport. */
  loading: 'eager' | 'lazy' = 'eager';

  readonly #feed = new FeedController(this);
  readonly #provider = new ContextProvider(this, {
    context: feedContext,
    initialValue: this.#source,
  });
  #state = '';

  /** `loading`, `ready`, `empty`, `stale` or `error`; also an attribute. */
  get state(): string {
    return this.#state;
  }

  /** Asks the server anew; fulfilled when the answer, or the failure, has been handed down. */
  reload(): Promise<void> {
    return this.#feed.reload();
  }

  /** Loads the page behind what is there, where `next_url` names one; rejected with a `FeedError` when it cannot be had. */
  more(): Promise<void> {
    return this.#feed.more();
  }

  get #source(): FeedSource {
    return { snapshot: this.#feed.snapshot, reload: () => this.reload(), more: () => this.more() };
  }

  protected override willUpdate(): void {
    const { snapshot } = this.#feed;
    this.#state = stateOf(snapshot);
    if (this.#provider.value.snapshot !== snapshot) {
      this.#provider.setValue(this.#source);
    }
  }

  protected override updated(): void {
    if (this.getAttribute('state') !== this.#state) this.setAttribute('state', this.#state);
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

function stateOf({ status, feed }: FeedSnapshot): string {
  return status === 'ready' && feed?.items.length === 0 && feed._civic.banners.length === 0 ? 'empty' : status;
}

declare global {
  interface HTMLElementTagNameMap {
    'civic-feed': CivicFeed;
  }
}

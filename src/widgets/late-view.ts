import { adoptStyles, type CSSResultOrNative, html, isServer, type ReactiveElement } from 'lit';
import type { FeedItem } from '../feed/schema.js';
import { titleOf } from '../feed/title.js';

/** What draws a widget's content, with the styles it needs. */
export type ViewClass<View> = (new (host: never) => View) & { readonly styles: readonly CSSResultOrNative[] };

/** The part that draws a widget: it comes in a file of its own, beside the feed and not after it. */
export class LateView<View> {
  readonly #host: ReactiveElement;
  readonly #load: () => Promise<ViewClass<View>>;
  #coming: Promise<void> | undefined;
  /** Undefined until it has come. */
  view: View | undefined;
  /** Whether it could not be had; the widget says so and shows what it can without it. */
  failed = false;

  constructor(host: ReactiveElement, load: () => Promise<ViewClass<View>>) {
    this.#host = host;
    this.#load = load;
  }

  /** Fulfilled once it has come, or failed; undefined when nothing is under way. */
  get coming(): Promise<void> | undefined {
    return this.#coming;
  }

  /** Sends for it, once. */
  ask(): void {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Lit’s build for servers says otherwise
    if (isServer || this.#coming || this.view || this.failed) return;
    const host = this.#host;
    // What it draws are items; where the file cannot be had, the feed will say so.
    void import('../feed/read.js').catch(() => undefined);
    this.#coming = this.#load()
      .then(
        (View) => {
          this.view = new View(host as never);
          const { elementStyles } = host.constructor as typeof ReactiveElement;
          adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...View.styles]);
        },
        () => {
          this.failed = true;
        },
      )
      .then(() => {
        this.#coming = undefined;
        host.requestUpdate();
      });
  }
}

/** What a widget shows where the part that draws it cannot be had: the titles alone, with a word of it. */
export function renderPlain(items: readonly FeedItem[], message: string): unknown {
  return html`<p class="note error" role="status">${message}</p>
    <ul part="list" role="list">
      ${items.map((item) => {
        const url = item.url ?? item.external_url;
        return html`<li part="title">${url ? html`<a href=${url}>${titleOf(item)}</a>` : titleOf(item)}</li>`;
      })}
    </ul>`;
}

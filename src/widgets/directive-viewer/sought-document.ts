/** The way to a document that a link names and that newer ones have pushed to a further page; comes with that to these pages. */
import { html } from 'lit';
import { loadAllPages } from '../../feed/all-pages.js';
import type { Feed } from '../../feed/schema.js';
import { olderStrings } from '../../locales/older.js';
import { wordings } from '../../locales/strings.js';
import type { PagedWidget } from './paged-widget.js';

/** What goes on, or was said last. */
type Phase = '' | 'seeking' | 'seek-stopped' | 'seek-failed';

/** Looks through a feed's further pages for one document, page by page, as long as it is asked for. */
export class SoughtDocument {
  readonly #widget: PagedWidget;
  /** Its id or number, as the address or the page has it. */
  #wanted: string | undefined;
  #phase: Phase = '';
  #ending: AbortController | undefined;
  /** The feed in which nothing came of it: looked through again only once there is another. */
  #seen: Feed | undefined;
  /** How many documents a screen reader was told of. */
  #told = 0;

  constructor(widget: PagedWidget) {
    this.#widget = widget;
  }

  get isSeeking(): boolean {
    return this.#phase === 'seeking';
  }

  /**
   * Called after each drawing: what the reader sees decides whether there is still something to look for.
   *
   * @param wanted - the document that is missing; undefined where it is there, or none is named
   */
  seek(wanted: string | undefined): void {
    if (wanted !== this.#wanted) {
      this.#end('');
      this.#wanted = wanted;
      this.#seen = undefined;
    }
    const { feed } = this.#widget;
    if (wanted === undefined || this.#phase || feed === this.#seen || feed?.next_url === undefined) return;
    void this.#go();
  }

  /** The reader turned to the list, or has pages loaded from there: what comes does not open over it unasked. */
  rest(): void {
    if (this.#phase) this.#end('seek-stopped');
  }

  /**
   * What is said of it as long as there are pages to come.
   *
   * @param count - documents that are there
   * @returns what is told, what stands beside it, and a class for the former where it is for the ear only
   */
  render(wanted: string, count: number): readonly unknown[] {
    const widget = this.#widget;
    const words = wordings(olderStrings, widget.language, () => widget.requestUpdate());
    const phase = this.#phase;
    if (!words || !phase) return [];
    const say = (key: string, values = {}) => widget.text(key, { item: wanted, count, ...values }, words);
    const button = (key: string, act: () => void) =>
      html`<button class="button" part="button" type="button" @click=${act}>${say(key)}</button>`;
    if (!this.isSeeking) return [say(phase, { button: say('seek-on') }), button('seek-on', () => void this.#go())];
    // A hundred pages are not told one by one: each time that there are twice as many.
    if (count >= 2 * this.#told) this.#told = count;
    const seen = html`<span aria-hidden="true">${say(phase)}</span>`;
    return [say(phase, { count: this.#told }), [seen, button('seek-stop', () => this.rest())], 'visually-hidden'];
  }

  async #go(): Promise<void> {
    const widget = this.#widget;
    const ending = new AbortController();
    this.#told = 0;
    this.#end('seeking');
    this.#ending = ending;
    const phase = await loadAllPages(widget, () => undefined, ending.signal).then(
      () => '' as const,
      () => 'seek-failed' as const,
    );
    if (ending !== this.#ending) return;
    // The button goes with the last page: who was at it goes on at what is said.
    const at = widget.renderRoot.querySelector('.note :focus');
    this.#seen = widget.feed;
    this.#end(phase);
    await widget.updateComplete;
    if (at && !at.isConnected) widget.renderRoot.querySelector<HTMLElement>('.note [role=status]')?.focus();
  }

  /** The page under way still comes, and no other. */
  #end(phase: Phase): void {
    this.#ending?.abort();
    this.#ending = undefined;
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#widget.requestUpdate();
  }
}

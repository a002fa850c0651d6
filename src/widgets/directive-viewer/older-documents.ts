/** The way to a feed's further pages, one by one or all of them; comes where a feed has some. */
import { html, nothing } from 'lit';
import { loadAllPages, type Paged } from '../../feed/all-pages.js';
import { olderStrings } from '../../locales/older.js';
import { wordings } from '../../locales/strings.js';
import type { PagedWidget } from './paged-widget.js';
import { SoughtDocument } from './sought-document.js';

/** What was said last, and what goes on. */
type Phase =
  | ''
  | 'more-loading'
  | 'more-failed'
  | 'all-older-loading'
  | 'all-older-stopped'
  | 'all-older-failed'
  | 'all-older-done';

export class OlderDocuments {
  /** A document that may be in these pages. */
  readonly sought: SoughtDocument;
  readonly #widget: PagedWidget;
  #phase: Phase = '';
  /** Documents that are there. */
  #count = 0;
  /** How many of them a screen reader was told of. */
  #told = 0;
  /** What was begun and has not ended; as long as there is any the buttons stay, and with them the focus. */
  #running = 0;
  /** Ends the loading of all pages. */
  #ending: AbortController | undefined;
  #onShown: (() => void) | undefined;

  constructor(widget: PagedWidget) {
    this.#widget = widget;
    this.sought = new SoughtDocument(widget);
  }

  /** The list is gone, or is to show something else: nothing more is loaded for it, and nothing said of what was. */
  stop(): void {
    this.sought.seek(undefined);
    this.#end('');
  }

  /** Whether each page that comes is told here, and need not be told by the list as well. */
  get isTelling(): boolean {
    return this.#isAll || this.sought.isSeeking;
  }

  /**
   * @param count - documents that are there
   * @param hasMore - whether the feed names a further page
   * @param isNarrowed - whether the reader sees what a search or a filter left of them
   */
  render(count: number, hasMore: boolean, isNarrowed: boolean): unknown {
    this.#count = count;
    this.#onShown?.();
    const { language } = this.#widget;
    const words = wordings(olderStrings, language, () => this.#widget.requestUpdate());
    const isWorking = this.#running > 0;
    if (!words || (!hasMore && !isWorking && !this.#phase)) return nothing;
    const say = (key: string, values = {}) => this.#widget.text(key, { count, ...values }, words);
    const isAll = this.#isAll;
    const busy = this.isTelling || this.#phase === 'more-loading';
    // A hundred pages are not told one by one: each time that there are twice as many.
    if (count >= 2 * this.#told) this.#told = count;
    const said = this.#phase
      ? say(this.#phase, isAll ? { count: this.#told } : { button: say('all-older') })
      : isNarrowed && hasMore
        ? say('more-unseen')
        : nothing;
    const button = (key: string, off: boolean, act: () => void) => html`<button
        class="button"
        part="button"
        type="button"
        aria-disabled=${off ? 'true' : nothing}
        @click=${() => !off && act()}
      >
        ${say(key)}
      </button>`;
    return html`<p class="more">
      ${
        hasMore || isWorking
          ? [
              button('more', busy, () => void this.#loadOne()),
              ' ',
              isAll
                ? button('all-older-stop', false, () => this.#end('all-older-stopped'))
                : button('all-older', busy, () => void this.#loadAll()),
            ]
          : nothing
      }
      ${isAll ? html`<span aria-hidden="true">${say('all-older-loading')}</span>` : nothing}
      <span class=${isAll ? 'visually-hidden' : nothing} role="status" tabindex="-1">${said}</span>
    </p>`;
  }

  async #loadOne(): Promise<void> {
    this.#begin('more-loading');
    const phase = await this.#widget.more().then(
      () => (this.#hasMore ? '' : 'all-older-done'),
      () => 'more-failed' as const,
    );
    // Something else may have been asked for meanwhile.
    await this.#settle(this.#phase === 'more-loading' ? phase : this.#phase);
  }

  async #loadAll(): Promise<void> {
    const ending = (this.#ending = new AbortController());
    this.#told = this.#count;
    this.#begin('all-older-loading');
    const widget = this.#widget;
    const paged: Paged = {
      get feed() {
        return widget.feed;
      },
      more: async () => {
        await this.#untilShown();
        if (!ending.signal.aborted) await widget.more();
      },
    };
    let phase: Phase;
    try {
      phase = (await loadAllPages(paged, () => widget.requestUpdate(), ending.signal)) ? 'all-older-done' : '';
    } catch {
      phase = 'all-older-failed';
    }
    // The reader may have stopped it, and begun anew.
    if (ending !== this.#ending) return this.#settle(this.#phase);
    this.#ending = undefined;
    await this.#settle(phase);
  }

  /** An open document is drawn anew with each page: who reads one is left in peace, and it goes on at the list. */
  #untilShown(): Promise<void> | undefined {
    if (this.#widget.renderRoot.querySelector('.more')) return undefined;
    return new Promise((resolve) => {
      this.#onShown = resolve;
    });
  }

  /** Whether all pages are being loaded. */
  get #isAll(): boolean {
    return this.#ending !== undefined;
  }

  get #hasMore(): boolean {
    return this.#widget.feed?.next_url !== undefined;
  }

  #end(phase: Phase): void {
    this.#ending?.abort();
    this.#ending = undefined;
    this.#show(phase);
    this.#onShown?.();
  }

  #begin(phase: Phase): void {
    this.#running++;
    this.sought.rest();
    this.#show(phase);
  }

  #show(phase: Phase): void {
    this.#phase = phase;
    this.#widget.requestUpdate();
  }

  /** Says how it ended. The buttons go with the last page: who was at one of them goes on at what is said. */
  async #settle(phase: Phase): Promise<void> {
    const at = this.#widget.renderRoot.querySelector('.more :focus');
    this.#running--;
    this.#show(phase);
    await this.#widget.updateComplete;
    if (at && !at.isConnected) this.#widget.renderRoot.querySelector<HTMLElement>('.more [role=status]')?.focus();
  }
}

import { html, type LitElement, nothing } from 'lit';
import { furtherStrings } from '../locales/further.js';
import { type Language, wordings } from '../locales/strings.js';

/** The button with which a reader asks for the feed's next page; comes only where a feed has one. */
export class Further {
  readonly #host: LitElement;
  readonly #more: () => Promise<void>;
  readonly #first: string;
  #busy = false;
  #failed = false;

  /**
   * @param more - loads the next page
   * @param first - selector of what the focus goes to: the first of these that was not there before
   */
  constructor(host: LitElement, more: () => Promise<void>, first: string) {
    this.#host = host;
    this.#more = more;
    this.#first = first;
  }

  render(language: Language): unknown {
    const words = wordings(furtherStrings, language, () => this.#host.requestUpdate());
    if (!words) return nothing;
    return html`<p class="further-note" role="status" part="further-note">
        ${this.#busy ? words['loading'] : this.#failed ? words['failed'] : nothing}
      </p>
      <button
        class="button more"
        part="button further"
        type="button"
        aria-disabled=${this.#busy ? 'true' : nothing}
        @click=${() => void this.#load()}
      >
        ${words['further']}
      </button>`;
  }

  async #load(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#host.requestUpdate();
    const before = new Set(this.#all());
    try {
      await this.#more();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#busy = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The button may be gone; the reader goes on where the new part begins.
    const first = this.#all().find((element) => !before.has(element));
    if (!first) return;
    if (!first.matches('a[href]')) first.tabIndex = -1;
    first.focus();
  }

  #all(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#first)];
  }
}

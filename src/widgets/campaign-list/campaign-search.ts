import { html, type LitElement, nothing } from 'lit';
import type { Params } from '../finding/fragment.js';
import type * as Tools from './find-campaigns.js';
import type { Text } from './period.js';
import type { Entry } from './timetable.js';

/** Names in the address of what narrows a list. */
const NARROWING = ['q', 'status', 'organ', 'tag', 'year'];

/** What the page lets a reader do with the list. */
export interface Offers {
  readonly search: boolean;
  readonly filter: boolean;
}

/** Which campaigns the reader wants to see, and in what order. What finds them comes when it is needed. */
export class CampaignSearch {
  readonly #host: LitElement;
  readonly #onChange: () => void;
  #params: Params = {};
  /** As typed; found is what `#params` say, which may be a moment behind. */
  #text = '';
  #expanded = false;
  #tools: typeof Tools | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;

  /** @param onChange - called when the reader has changed what is shown */
  constructor(host: LitElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** What an address has to say to show this list again. */
  get params(): Params {
    return this.#params;
  }

  /** Shows what an address says, as far as the page offers it. */
  show(params: Params, { search, filter }: Offers): void {
    const names = [search ? 'q' : '', ...(filter ? ['status', 'organ', 'tag', 'year', 'sort'] : [])];
    this.#params = Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));
    this.#text = this.#params['q'] ?? '';
    this.#host.requestUpdate();
  }

  /** Whether the list asked for cannot be shown before more has come. */
  get isWaiting(): boolean {
    if (!this.isNarrowed || this.#tools || this.#failed) return false;
    void this.#load();
    return true;
  }

  get isNarrowed(): boolean {
    return NARROWING.some((name) => this.#params[name]);
  }

  /** What the reader's words and choices leave of a list; undefined where that is all, and nothing is to be counted. */
  find(entries: readonly Entry[], zone: string): Tools.Found | undefined {
    if (!this.#tools || !(this.isNarrowed || this.#expanded)) return undefined;
    return this.#tools.findCampaigns(entries, this.#params, zone, Date.now());
  }

  render({ search, filter }: Offers, found: Tools.Found | undefined, text: Text): unknown {
    if (!search && !filter) return nothing;
    const count = found?.entries.length ?? 0;
    const load = () => void this.#load();
    return html`<div class="search" part="search" role="search" @focusin=${load} @pointerdown=${load}>
      <div class="ask">
        ${
          search
            ? html`<label>
                <span>${text('search')}</span>
                <input
                  type="search"
                  part="field"
                  autocomplete="off"
                  .value=${this.#text}
                  @input=${this.#onInput}
                  @keydown=${this.#onKeydown}
                />
              </label>`
            : nothing
        }
        ${
          filter
            ? html`<button class="button" part="button" type="button" aria-expanded=${this.#expanded} @click=${this.#toggle}>
                ${text('filter')}
              </button>`
            : nothing
        }
      </div>
      ${
        this.#expanded && this.#tools && found
          ? this.#tools.campaignFilters(found, this.#params, text, (name, value) => this.#change({ [name]: value }))
          : nothing
      }
      <p class="found" role="status">
        ${this.#failed ? text('search-failed') : this.isNarrowed && found ? text(count > 0 ? 'found' : 'none-found', { count }) : nothing}
      </p>
      ${
        this.isNarrowed && found && count === 0
          ? html`<button class="button" part="button" type="button" @click=${this.#clear}>${text('clear')}</button>`
          : nothing
      }
    </div>`;
  }

  #change(params: Params): void {
    this.#params = { ...this.#params, ...params };
    this.#host.requestUpdate();
    this.#onChange();
  }

  async #load(): Promise<void> {
    if (this.#tools) return;
    this.#loading ??= import('./find-campaigns.js').then(
      (tools) => {
        this.#tools = tools;
        this.#failed = false;
      },
      () => {
        this.#failed = true;
        // The next try may find the line up again.
        this.#loading = undefined;
      },
    );
    await this.#loading;
    this.#host.requestUpdate();
  }

  readonly #onInput = async (event: Event): Promise<void> => {
    this.#text = (event.target as HTMLInputElement).value;
    await this.#load();
    this.#change({ q: this.#text.trim() });
  };

  readonly #toggle = (): void => {
    this.#expanded = !this.#expanded;
    this.#host.requestUpdate();
    void this.#load();
  };

  readonly #clear = async (): Promise<void> => {
    this.#text = '';
    const { sort = '' } = this.#params;
    this.#params = { sort };
    this.#host.requestUpdate();
    this.#onChange();
    await this.#host.updateComplete;
    // The button that had the focus is gone.
    this.#host.renderRoot.querySelector<HTMLElement>('.search input, .search button')?.focus();
  };

  /** Portals of the WebForms kind send their one big form wherever Enter is pressed. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

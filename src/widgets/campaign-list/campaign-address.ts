import type { LitElement, ReactiveController } from 'lit';
import { type Params, WidgetAddress } from '../finding/fragment.js';

/** Beside the viewers, which are `1`, `2` and so on. */
const KIND = 'campaigns-';

/**
 * Keeps in the page's address which campaign is open and what the list is narrowed by, and follows it: the link that a
 * reader sends to somebody opens the same.
 */
export class CampaignAddress implements ReactiveController {
  readonly #host: LitElement;
  readonly #address: WidgetAddress;
  #params: Params = {};
  /** Id of the campaign that the address names and that is still to be opened. */
  #wanted: string | undefined;

  /** @param show - shows a list as an address says */
  constructor(host: LitElement, show: (params: Params) => void) {
    this.#host = host;
    this.#address = new WidgetAddress(host, KIND, (params) => {
      this.#params = params;
      this.#wanted = this.#item || undefined;
      show(params);
    });
    host.addController(this);
  }

  /** Id of a campaign that has to be among those shown. */
  get wanted(): string | undefined {
    return this.#wanted;
  }

  /** The reader changed the list. */
  keep(params: Params): void {
    this.#write({ ...params, item: this.#item });
  }

  /** The reader opened or closed a campaign: the address names the one opened last. */
  toggled(id: string, open: boolean): void {
    if (open !== (this.#item === id)) this.#write({ ...this.#params, item: open ? id : '' });
  }

  get #item(): string {
    return this.#params['item'] ?? '';
  }

  #write(params: Params): void {
    this.#params = params;
    this.#address.keep(params, false);
  }

  hostConnected(): void {
    this.#address.connect();
  }

  hostDisconnected(): void {
    this.#address.disconnect();
  }

  hostUpdated(): void {
    const id = this.#wanted;
    if (id === undefined) return;
    const item = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-item]')].find(
      ({ dataset }) => dataset['item'] === id,
    );
    if (!item) return;
    this.#wanted = undefined;
    const details = item.querySelector('details');
    if (details) details.open = true;
    const target = details?.querySelector('summary') ?? item.querySelector<HTMLElement>('.title');
    if (target && !details) target.tabIndex = -1;
    item.scrollIntoView({ block: 'start', behavior: 'instant' });
    target?.focus({ preventScroll: true });
  }
}

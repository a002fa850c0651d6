import type { LitElement, ReactiveController } from 'lit';
import { CivicLoadEvent } from '../../feed/events.js';
import type { Problem } from '../../feed/read-head.js';
import type { Banner, Feed } from '../../feed/schema.js';
import { CivicProblemEvent } from './events.js';
import type { Stage } from './stage.js';

/** Between two tries where nothing says that the line is back. */
const RETRY_MS = 300_000;

/** Tells of pictures that cannot be had, and gives them another chance. */
export class BrokenPictures implements ReactiveController {
  readonly #host: LitElement & { readonly feed?: Feed | undefined };
  readonly #stage: Stage;
  /** URLs. */
  readonly #told = new Set<string>();
  #timer: number | undefined;

  constructor(host: LitElement & { readonly feed?: Feed | undefined }, stage: Stage) {
    this.#host = host;
    this.#stage = stage;
    // A feed that has not changed may have come by a line that has just come back.
    host.addEventListener(CivicLoadEvent.type, this.#retry);
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retry);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retry);
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdated(): void {
    const { out } = this.#stage;
    if (out.size === 0 || !this.#host.isConnected) return;
    this.#timer ??= window.setTimeout(this.#retry, RETRY_MS);
    const problems = [...out].flatMap((banner) => this.#problemOf(banner));
    if (problems[0]) this.#host.dispatchEvent(new CivicProblemEvent(problems));
  }

  readonly #retry = (): void => {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#stage.out.size === 0) return;
    this.#stage.forgive();
    this.#host.requestUpdate();
  };

  #problemOf({ id, image = '' }: Banner): Problem[] {
    if (this.#told.has(image)) return [];
    this.#told.add(image);
    const index = this.#host.feed?._civic.banners.findIndex((banner) => banner.id === id) ?? -1;
    const message = `banner "${id}" is passed over: its picture cannot be had, or does not answer (${image})`;
    return [{ pointer: index < 0 ? '' : `/_civic/banners/${index}/image`, message }];
  }
}

import type { LitElement, ReactiveController } from 'lit';
import { CivicLoadEvent } from '../../feed/events.js';
import type { Problem } from '../../feed/read-head.js';
import type { Banner, Feed } from '../../feed/schema.js';
import { CivicProblemEvent } from './events.js';
import type { Stage } from './stage.js';

/** Between two tries where nothing says that the line is back. */
const RETRY_MS = 300_000;
/** A picture that is late again keeps the others waiting no longer than a turn would. */
const PATIENCE_MS = 10_000;

/** Whether there is a picture at an address. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    const end = (isThere: boolean) => {
      window.clearTimeout(timer);
      image.onload = image.onerror = null;
      if (!isThere) image.removeAttribute('src');
      resolve(isThere);
    };
    const timer = window.setTimeout(() => end(false), PATIENCE_MS);
    image.onload = () => end(true);
    image.onerror = () => end(false);
    image.src = url;
  });
}

/** Tells of pictures that cannot be had, and asks for them again, off the page: what stands there does not move for a try. */
export class BrokenPictures implements ReactiveController {
  readonly #host: LitElement & { readonly feed?: Feed | undefined };
  readonly #stage: Stage;
  /** URLs. */
  readonly #told = new Set<string>();
  #isAsking = false;
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
    this.#hush();
  }

  hostUpdated(): void {
    const { out } = this.#stage;
    if (out.size === 0 || !this.#host.isConnected) return;
    this.#timer ??= window.setTimeout(this.#retry, RETRY_MS);
    const problems = [...out].flatMap((banner) => this.#problemOf(banner));
    if (problems[0]) this.#host.dispatchEvent(new CivicProblemEvent(problems));
  }

  #hush(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #retry = (): void => {
    this.#hush();
    if (!this.#isAsking) void this.#ask();
  };

  /** One after another: a server that does not answer takes one connection. */
  async #ask(): Promise<void> {
    const { out, pictures } = this.#stage;
    this.#isAsking = true;
    for (const banner of [...out]) {
      const isThere = banner.image !== undefined && (await answers(banner.image));
      if (!this.#host.isConnected) break;
      // Others may have let it go meanwhile.
      if (!isThere || !out.delete(banner)) continue;
      pictures.delete(banner);
      this.#host.requestUpdate();
    }
    this.#isAsking = false;
    if (out.size > 0 && this.#host.isConnected) this.#timer ??= window.setTimeout(this.#retry, RETRY_MS);
  }

  #problemOf({ id, image = '' }: Banner): Problem[] {
    if (this.#told.has(image)) return [];
    this.#told.add(image);
    const index = this.#host.feed?._civic.banners.findIndex((banner) => banner.id === id) ?? -1;
    const message = `banner "${id}" is passed over: its picture cannot be had, or does not answer (${image})`;
    return [{ pointer: index < 0 ? '' : `/_civic/banners/${index}/image`, message }];
  }
}

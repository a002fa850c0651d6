import type { LitElement, ReactiveController } from 'lit';
import { CivicLoadEvent } from '../../feed/events.js';
import type { Problem } from '../../feed/read-head.js';
import type { Banner, Feed } from '../../feed/schema.js';
import { CivicProblemEvent } from './events.js';
import { Picture, type Shown } from './picture.js';
import type { Stage } from './stage.js';
import { cancel } from './turns.js';

/** Between two tries where nothing says that the line is back. */
const RETRY_MS = 300_000;
/** A picture that is late again keeps the others waiting no longer than a turn would. */
const PATIENCE_MS = 10_000;

/** Whether a picture comes, of which of its sources ever. */
async function comes(picture: Shown): Promise<boolean> {
  let timer: number | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = window.setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const isThere = await Promise.race([picture.settled, late]);
  window.clearTimeout(timer);
  if (!isThere) cancel(picture);
  return isThere;
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
    const stage = this.#stage;
    const { out } = stage;
    this.#isAsking = true;
    for (const banner of [...out]) {
      // Others may have let it go meanwhile.
      if (!banner.image || !out.has(banner)) continue;
      const picture = new Picture(banner, false);
      if (!(await comes(picture)) || !this.#host.isConnected || !out.has(banner)) continue;
      if (stage.still) {
        out.delete(banner);
        stage.pictures.set(banner, picture);
      } else {
        // The line is back: in a rotation each is asked for before its turn, and none moves the page.
        stage.forgive();
      }
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

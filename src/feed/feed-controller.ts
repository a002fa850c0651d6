import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { begun } from './begun.js';
import { closestThrough } from './closest.js';
import { feedContext } from './context.js';
import { FeedError } from './error.js';
import { CivicErrorEvent, CivicLoadEvent } from './events.js';
import { FeedLoader } from './loader.js';
import type { Problem } from './read-head.js';
import type { FeedSnapshot, FeedSource } from './snapshot.js';

/** What an element that shows a feed offers to its controller. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  /** URL of the feed, resolved against the document; without one the nearest `<civic-feed>` provides. */
  src?: string | null | undefined;
  /** Seconds between two loads; 0 loads once. */
  refresh: number;
  /** Seconds to wait for an answer. */
  timeout: number;
  /** `lazy` waits until the element comes near the viewport. */
  loading: 'eager' | 'lazy';
}

const WAITING: FeedSnapshot = { status: 'loading', problems: [] };
let noSource: FeedSnapshot | undefined;
/** Made when it is needed: an error notes where it was made, for which the browser reads the whole file once more. */
const withoutSource = (): FeedSnapshot =>
  (noSource ??= { status: 'error', problems: [], error: new FeedError('no-source', '') });
const PROVIDER = 'civic-feed';

/** The nearest provider around an element, through shadow roots. */
const providerAround = (host: Element): Element | undefined =>
  closestThrough(host.matches(PROVIDER) ? host.parentElement : host, PROVIDER);

/**
 * Brings a feed to an element: its own through `src`, else that of the nearest `<civic-feed>`, in whatever order
 * script, provider and element arrive. Fires `civic-load` and `civic-error` on the host once it has drawn.
 */
export class FeedController implements ReactiveController {
  readonly #host: FeedHost;
  readonly #loader: FeedLoader;
  readonly #furtherProblems: () => readonly Problem[] | Promise<readonly Problem[]>;
  #provided: FeedSource | undefined;
  #leaveProvider: (() => void) | undefined;
  #snapshot: FeedSnapshot = WAITING;
  #leaveNear: (() => void) | undefined;

  /**
   * @param furtherProblems - what the host itself finds wrong in the feed it has just drawn; told with `civic-load`, which
   *   waits for it
   */
  constructor(host: FeedHost, furtherProblems: () => readonly Problem[] | Promise<readonly Problem[]> = () => []) {
    this.#host = host;
    this.#furtherProblems = furtherProblems;
    this.#loader = new FeedLoader((snapshot) => {
      if (host.src) this.#show(snapshot);
    });
    host.addController(this);
  }

  get snapshot(): FeedSnapshot {
    return this.#snapshot;
  }

  /** Asks the server anew, for this element and everyone who shares its provider. */
  async reload(): Promise<void> {
    await this.#source?.reload();
    await this.#host.updateComplete;
  }

  /**
   * Loads the page behind what is there, where the feed's `next_url` names one, for this element and everyone who
   * shares its provider. Fulfilled when its items are drawn, behind those that were there and each id once.
   *
   * @throws {FeedError} when it cannot be had; what is there stays, and the page can be asked for again
   */
  async more(): Promise<void> {
    await this.#source?.more?.();
    await this.#host.updateComplete;
  }

  get #source(): FeedSource | undefined {
    return this.#host.src ? this.#loader : this.#provided;
  }

  hostConnected(): void {
    this.#askProvider();
    if (this.#host.src) this.#follow();
    // What is known may have changed with the place; without a source, the update will find out.
    else this.#host.requestUpdate();
    if (!providerAround(this.#host)) return;
    // Where the provider's class comes later than ours, nobody heard what was asked when we connected.
    void customElements.whenDefined(PROVIDER).then(() => {
      if (this.#host.isConnected && !this.#provided) this.#askProvider();
    });
  }

  hostDisconnected(): void {
    this.#leaveNear?.();
    this.#leaveNear = undefined;
    this.#loader.stop();
    this.#leaveProvider?.();
    this.#leaveProvider = this.#provided = undefined;
  }

  /** After an update, not before it: what changed may ask for another one. */
  hostUpdated(): void {
    if (this.#host.isConnected) this.#follow();
  }

  #follow(): void {
    const { src, refresh, timeout, loading } = this.#host;
    if (!src) {
      this.#loader.stop();
      this.#show(this.#provided?.snapshot ?? (providerAround(this.#host) ? WAITING : withoutSource()));
      return;
    }
    const start = () => {
      this.#leaveNear = undefined;
      // Without the fragment, which changes while a reader goes about the page and leads to no other feed.
      const base = this.#host.ownerDocument.baseURI.replace(/#.*/, '');
      this.#loader.start({ src, base, refresh, timeout });
    };
    this.#leaveNear?.();
    this.#leaveNear = undefined;
    if (loading !== 'lazy' || this.#loader.isStarted) start();
    else this.#leaveNear = begun(import('./near.js'), ({ whenNear }) => whenNear(this.#host, start), start);
  }

  /** Asks whoever provides a feed around us, and is told of every snapshot from then on. */
  #askProvider(): void {
    const told = (source: FeedSource, leave?: () => void) => {
      // Another provider, nearer to us, has taken over.
      if (leave !== this.#leaveProvider) this.#leaveProvider?.();
      this.#leaveProvider = leave;
      this.#provided = source;
      if (!this.#host.src) this.#show(source.snapshot);
    };
    this.#host.dispatchEvent(new ContextEvent(feedContext, this.#host, told, true));
  }

  #show(snapshot: FeedSnapshot): void {
    const former = this.#snapshot;
    if (former === snapshot) return;
    this.#snapshot = snapshot;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#tell(former, snapshot));
  }

  #tell(former: FeedSnapshot, { status, feed, problems, error }: FeedSnapshot): void {
    if (status === 'loading') return;
    if (error && former.error !== error) this.#host.dispatchEvent(new CivicErrorEvent(error));
    if (!feed) return;
    void Promise.resolve(this.#furtherProblems()).then((more) =>
      this.#host.dispatchEvent(new CivicLoadEvent(feed, [...problems, ...more], status === 'stale')),
    );
  }
}

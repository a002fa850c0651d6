import type { ReactiveControllerHost } from 'lit';
import type { Banner } from '../../feed/schema.js';
import { choose, type Wish } from './choice.js';
import { fallbackOf } from './host-page.js';
import { Picture, type Shown } from './picture.js';
import { hold, isFree, leave, type Place } from './places.js';
import type { Rules } from './rules.js';
import type { Slot } from './schedule.js';

/** How the banners of a stage are shown. */
export interface StageWish extends Wish {
  /** All that are chosen stand still together. */
  readonly still: boolean;
}

/** Which banners are on show. What changes that from turn to turn comes later, with turns.ts. */
export class Stage {
  /** Those that run and whose pictures can be had, in the feed's order. */
  list: readonly Banner[] = [];
  wish: StageWish | undefined;
  /** All that are chosen stand still together. */
  still = false;
  /** When it was last looked who runs, in milliseconds since the epoch. */
  now = 0;
  /** When each banner runs. */
  plan: readonly Slot[] = [];
  /** What each weighs, where that is not what the feed says of it alone. */
  weights: ReadonlyMap<Banner, number> | undefined;
  /**
   * Hours, caps and shares: undefined until they have come, null where the feed has none, or where they cannot be had
   * and banners that need them do not run.
   */
  rules: Rules | null | undefined;
  /** On show. */
  shown: readonly Banner[] = [];
  /** On their way out, while a transition runs. */
  leaving: readonly Banner[] = [];
  /** Counts the turns; a banner that follows itself has two. */
  turn = 0;
  /** Counts the changes from one turn to another. */
  change = 0;
  /** The page's own content still stands where the first picture will. */
  covered = false;
  /** The banner that the page's own content shows, when the show begins. */
  opening: Banner | undefined;
  /** Broken, or not answering. */
  readonly out = new Set<Banner>();
  readonly pictures = new Map<Banner, Shown>();
  /** What the other rotators of the page know of this one. */
  readonly place: Place = { feedName: '', requestUpdate: () => this.#host.requestUpdate() };
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
  }

  weightsOf(banners: readonly Banner[]): number[] {
    return banners.map((banner) => this.weights?.get(banner) ?? banner.weight ?? 1);
  }

  /** Whether no other rotator of the page shows a banner. */
  isFree(banner: Banner): boolean {
    return isFree(this.place, banner);
  }

  /** Tells the other rotators of the page what is on show here. */
  hold(): void {
    // A picture may come, or a transition end, after the element is gone: that takes nothing from the others.
    if (this.#host.isConnected) hold(this.place, [...this.shown, ...this.leaving]);
  }

  /** The element is gone, and what it showed may come elsewhere. */
  leave(): void {
    // What had not begun begins anew where it comes back.
    if (this.turn === 0) this.shown = this.list = [];
    leave(this.place);
  }

  pictureOf(banner: Banner, url?: string): Shown {
    const picture =
      this.pictures.get(banner) ??
      this.rules?.pictureOf(banner, this.#host) ??
      new Picture(banner, this.still && banner !== this.shown[0], url);
    this.pictures.set(banner, picture);
    return picture;
  }

  /** Fulfilled with whether a banner's picture can be had. */
  async load(banner: Banner): Promise<boolean> {
    if (await this.pictureOf(banner).settled) return true;
    this.out.add(banner);
    this.#host.requestUpdate();
    return false;
  }

  /** Gives every picture another chance. */
  forgive(): void {
    for (const banner of this.out) this.pictures.delete(banner);
    this.out.clear();
  }

  /**
   * Takes the banners that run and whose pictures can be had; changes nothing when they are the same as before.
   *
   * @param covered - the page has put something into the tag: it stays until the first picture is ready
   */
  set(list: readonly Banner[], wish: StageWish, covered: boolean): void {
    const isSame = (former: readonly unknown[], now: readonly unknown[]) =>
      former.length === now.length && now.every((one, at) => one === former[at]);
    const sameWish = JSON.stringify(wish) === JSON.stringify(this.wish);
    // Where it stood outside the page for a while, others may have taken what it showed.
    if (sameWish && isSame(this.list, list) && this.shown.every((banner) => this.isFree(banner))) {
      this.hold();
      return;
    }
    const { still } = wish;
    this.list = list;
    this.wish = wish;
    this.still = still;
    const count = Math.min(wish.count, list.length);
    // Who stood already keeps the place: nothing moves because a neighbour is gone.
    const free = list.filter((banner) => this.isFree(banner));
    const kept = this.shown.filter((banner) => (sameWish || !still) && free.includes(banner)).slice(0, count);
    const opening = kept[0] || this.turn ? undefined : fallbackOf(this.#host, free);
    if (opening) kept.push(opening.banner);
    // What stands on the page must not move; what was only asked for is not there yet.
    if (covered) this.opening ??= opening?.banner;
    const others = free.filter((banner) => !kept.includes(banner));
    const more = choose(this.weightsOf(others), { ...wish, count: count - kept.length }, this.rules?.sampler);
    const shown = [...kept, ...more.map((index) => others[index] as Banner)];
    if (isSame(this.shown, shown)) {
      this.hold();
      return;
    }
    this.shown = shown;
    this.leaving = [];
    this.hold();
    this.covered = covered && !still && this.turn === 0;
    if (!shown[0]) return;
    if (opening) this.pictureOf(opening.banner, opening.url);
    if (still) this.turn++;
    void Promise.all(shown.map((banner) => this.load(banner))).then((ready) => {
      if (!still && this.shown === shown && ready.every(Boolean)) this.begin();
    });
  }

  /** The turn of those on show begins: their pictures are there. */
  begin(): void {
    this.covered = false;
    this.turn++;
    this.hold();
    this.#host.requestUpdate();
  }
}

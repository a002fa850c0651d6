import type { Banner } from '../../feed/schema.js';
import { Picture } from './picture.js';
import { arrange, type Draw, drawer, stretch, type Wish } from './rotation.js';

/** Longest that a turn waits for a picture before others go first. */
const PATIENCE_MS = 10_000;
/** Beyond this, `setTimeout` fires at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How the banners of a stage are shown. */
export interface StageWish extends Wish {
  /** All that are chosen stand still together. */
  readonly still: boolean;
}

/** What begins the show where the page has put a banner into the tag. */
export interface Opening {
  /** The page's own content is there: it stays until the first picture is ready. */
  readonly covered: boolean;
  /** The banner that it shows, and the URL that the page has loaded for it. */
  readonly banner?: Banner | undefined;
  readonly url?: string | undefined;
}

export interface StageHost {
  /** Draws anew; fulfilled when that is done. */
  draw(): Promise<unknown>;
  /** Whether the banners change by themselves right now. */
  moving(): boolean;
  /** Milliseconds that a turn lasts. */
  duration(): number;
}

/** Which banners are on show, which come next, and that nobody sees one before its picture is there. */
export class Stage {
  /** On show. */
  shown: readonly Banner[] = [];
  /** On their way out, while a transition runs. */
  leaving: readonly Banner[] = [];
  /** Whether the last step went back. */
  back = false;
  /** Counts the turns; a banner that follows itself has two. */
  turn = 0;
  /** Counts the changes of what is on show. */
  change = 0;
  /** The page's own content still stands where the first picture will. */
  covered = false;

  readonly #host: StageHost;
  readonly #pictures = new Map<Banner, Picture>();
  /** Broken, or not answering. */
  readonly #out = new Set<Banner>();
  #list: readonly Banner[] = [];
  #wish: StageWish | undefined;
  #draw: Draw | undefined;
  #next: readonly Banner[] | undefined;
  #due = false;
  #timer: number | undefined;
  #ticket = 0;

  constructor(host: StageHost) {
    this.#host = host;
  }

  /** Whether a banner's picture cannot be had. */
  isOut(banner: Banner): boolean {
    return this.#out.has(banner);
  }

  /** Whether all of them stand together and none changes. */
  get still(): boolean {
    return this.#draw === undefined;
  }

  /** Gives every picture another chance. */
  forgive(): void {
    for (const banner of this.#out) this.#drop(banner);
    this.#out.clear();
  }

  pictureOf(banner: Banner): Picture {
    let picture = this.#pictures.get(banner);
    if (!picture) this.#pictures.set(banner, (picture = new Picture(banner, { lazy: this.#isLazy(banner) })));
    return picture;
  }

  /** Takes the banners that run and whose pictures can be had; does nothing when they are the same as before. */
  set(list: readonly Banner[], wish: StageWish, opening: () => Opening): void {
    const former = this.#wish;
    const sameWish = former?.order === wish.order && former.count === wish.count && former.still === wish.still;
    const sameList = list.length === this.#list.length && list.every((one, at) => one === this.#list[at]);
    if (sameWish && sameList) return;
    this.#list = list;
    this.#wish = wish;
    this.#next = undefined;
    this.#draw = undefined;
    if (list.length === 0) {
      this.#rest();
      this.shown = [];
      this.covered = false;
    } else if (wish.still) {
      this.#arrange(sameWish ? this.shown : [], wish, opening);
    } else {
      const weights = list.map(({ weight = 1 }) => weight);
      if (list.length > wish.count) this.#draw = drawer(weights, wish);
      const stays =
        this.shown.length === Math.min(wish.count, list.length) && this.shown.every((banner) => list.includes(banner));
      if (!stays || this.turn === 0) this.#begin(wish, opening());
      else this.run();
    }
  }

  /** Goes on with the turns, or stands still, as the host says. */
  run(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#host.moving() || !this.#draw || this.covered || this.turn === 0) {
      this.#due = false;
      return;
    }
    this.#prepare();
    this.#timer = window.setTimeout(
      () => {
        this.#due = true;
        this.#takeTurn();
      },
      Math.min(this.#host.duration(), LONGEST_TIMER_MS),
    );
  }

  /** Stops every timer and download; what was not there yet is asked for again when it goes on. */
  stop(): void {
    this.#rest();
    if (this.#wish?.still) return;
    if (this.turn === 0) this.shown = this.#list = [];
    this.forgive();
    this.#prune();
  }

  /** Shows the following banners of the list, or those before, as soon as they are there. */
  async step(back: boolean): Promise<void> {
    const wish = this.#wish;
    if (!wish || !this.#draw) return;
    const first = this.#list.indexOf(this.shown[0] as Banner);
    await this.go(first + (back ? -wish.count : this.shown.length), back, () => this.step(back));
  }

  /**
   * Shows the banner at a place of the list and those after it, as soon as they are there.
   *
   * @param index - may lie beyond either end
   * @param otherwise - what to do when a picture cannot be had
   */
  async go(index: number, back: boolean, otherwise?: () => Promise<void>): Promise<void> {
    const { length } = this.#list;
    const wish = this.#wish;
    if (!wish || !this.#draw) return;
    const from = ((index % length) + length) % length;
    const banners = stretch(from, wish.count, length).map((at) => this.#list[at] as Banner);
    const ticket = ++this.#ticket;
    const ready = await this.#load(banners);
    if (ticket !== this.#ticket) return;
    if (ready) {
      this.#commit(banners, back);
      return;
    }
    await this.#host.draw();
    if (ticket === this.#ticket) await otherwise?.();
  }

  /** The transition is over. */
  settle(): void {
    this.leaving = [];
    this.#prune();
  }

  #isLazy(banner: Banner): boolean {
    return !!this.#wish?.still && banner !== this.shown[0];
  }

  /** Chooses who is seen first; with nothing of the page's own to look at, it is seen while it loads. */
  #begin(wish: StageWish, { covered, banner, url }: Opening): void {
    const list = this.#list;
    const all = stretch(0, list.length, list.length);
    const drawn = (this.#draw?.() ?? all).map((index) => list[index] as Banner);
    const opens = banner && this.turn === 0 && list.includes(banner);
    const banners = opens ? [banner, ...drawn.filter((one) => one !== banner)].slice(0, wish.count) : drawn;
    if (opens && !this.#pictures.has(banner)) this.#pictures.set(banner, new Picture(banner, { url }));
    this.shown = banners;
    this.leaving = [];
    this.change++;
    this.covered = this.turn === 0 && covered;
    const ticket = ++this.#ticket;
    void this.#load(banners).then((ready) => {
      if (ticket !== this.#ticket) return;
      if (ready) this.#commit(banners, false);
      else void this.#host.draw();
    });
  }

  /** Those that stood already keep their places: nothing moves because a neighbour is gone. */
  #arrange(stood: readonly Banner[], wish: StageWish, opening: () => Opening): void {
    const { banner, url } = this.turn === 0 ? opening() : ({} as Partial<Opening>);
    const kept = stood.filter((one) => this.#list.includes(one));
    if (kept.length === 0 && banner && this.#list.includes(banner)) {
      kept.push(banner);
      if (!this.#pictures.has(banner)) this.#pictures.set(banner, new Picture(banner, { url }));
    }
    const others = this.#list.filter((one) => !kept.includes(one));
    const places = Math.min(wish.count, this.#list.length) - kept.length;
    if (places > 0) {
      const weights = others.map(({ weight = 1 }) => weight);
      const more = arrange(weights, { ...wish, count: places });
      kept.push(...more.map((index) => others[index] as Banner));
    }
    this.shown = kept;
    this.leaving = [];
    this.covered = false;
    this.#next = undefined;
    this.#ticket++;
    this.change++;
    this.turn++;
    this.#prune();
    for (const one of kept) void this.#watch(one);
  }

  /** Pictures of the turn after this one, and of no other. */
  #prepare(): void {
    if (this.#next || !this.#draw) return;
    const next = this.#draw().map((index) => this.#list[index] as Banner);
    this.#next = next;
    void this.#load(next).then((ready) => {
      if (this.#next !== next) return;
      if (ready) this.#takeTurn();
      else void this.#host.draw();
    });
  }

  #takeTurn(): void {
    this.#prepare();
    const next = this.#next;
    if (!this.#due || !this.#host.moving() || !next?.every((banner) => this.pictureOf(banner).ready)) return;
    this.#next = undefined;
    this.#commit(next, false);
  }

  #commit(banners: readonly Banner[], back: boolean): void {
    this.#ticket++;
    this.#due = false;
    const former = this.shown;
    if (banners.some((banner, index) => banner !== former[index])) {
      // A picture cannot be in two places: a turn that shares some with the last one changes at once.
      this.leaving = banners.some((banner) => former.includes(banner)) ? [] : former;
      this.change++;
    }
    this.shown = banners;
    this.back = back;
    this.covered = false;
    this.turn++;
    this.#prune();
    this.run();
    void this.#host.draw();
  }

  /** Forgets the pictures that nobody needs; the browser's cache has them. */
  #prune(): void {
    const needed = new Set([...this.shown, ...this.leaving, ...(this.#next ?? [])]);
    for (const [banner, picture] of this.#pictures) {
      // One that is late may still come.
      if (!needed.has(banner) && (picture.ready || !this.#out.has(banner))) this.#drop(banner);
    }
  }

  #drop(banner: Banner): void {
    const picture = this.#pictures.get(banner);
    if (!picture?.ready) picture?.cancel();
    this.#pictures.delete(banner);
  }

  #rest(): void {
    window.clearTimeout(this.#timer);
    this.#ticket++;
    this.#due = false;
    this.#next = undefined;
    this.leaving = [];
  }

  /** Fulfilled with false when one of them is broken or lets the others wait for too long. */
  async #load(banners: readonly Banner[]): Promise<boolean> {
    const all = Promise.all(banners.map((banner) => this.#watch(banner))).then((each) => each.every(Boolean));
    // The last ones that are left may take their time.
    if (this.#list.length <= (this.#wish?.count ?? 1)) return all;
    let timer: number | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = window.setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const ready = await Promise.race([all, late]);
    window.clearTimeout(timer);
    if (ready !== undefined) return ready;
    for (const banner of banners) {
      const picture = this.pictureOf(banner);
      if (picture.ready) continue;
      this.#out.add(banner);
      void picture.settled.then((came) => {
        if (came && this.#out.delete(banner)) void this.#host.draw();
      });
    }
    return false;
  }

  async #watch(banner: Banner): Promise<boolean> {
    const ready = await this.pictureOf(banner).settled;
    if (!ready) {
      this.#out.add(banner);
      void this.#host.draw();
    }
    return ready;
  }
}

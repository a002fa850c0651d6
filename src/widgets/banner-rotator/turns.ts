import type { ReactiveControllerHost } from 'lit';
import type { Banner } from '../../feed/schema.js';
import { LONGEST_TIMER } from '../../look/next-border.js';
import type { Shown } from './picture.js';
import { stretch } from './rotation.js';
import type { Stage } from './stage.js';
import { Upcoming } from './upcoming.js';

/** Longest that a turn waits for a picture before others go first. */
const PATIENCE_MS = 10_000;
/** Pictures that may still come though others went first: a browser opens six connections to a server. */
const MOST_LATE = 2;
/** A transition's 0.4 seconds, and a first frame that comes late. */
const SETTLE_MS = 450;

/** Whether there are more banners than are shown at once, so that they take turns. */
export const takeTurns = ({ still, list, wish }: Stage): boolean => !still && list.length > (wish?.count ?? 0);

export interface TurnsHost {
  readonly host: ReactiveControllerHost;
  /** Whether the banners change by themselves right now. */
  readonly moving: () => boolean;
  /** Milliseconds that a turn lasts. */
  readonly duration: () => number;
  /** Whether one turn gives way to the next by a transition. */
  readonly glides: () => boolean;
  /** The transition is over; these have left. */
  readonly settle: (left: readonly Banner[]) => void;
}

/** The turns of a stage: who comes next, when, and that nobody sees one before its picture is there. */
export class Turns {
  /** Whether the last step went back. */
  back = false;
  /** Whether the last turn was a step that someone asked for. */
  asked = false;

  readonly #stage: Stage;
  readonly #rotator: TurnsHost;
  /** What was there when {@link follow} was called last. */
  #former: Partial<Pick<Stage, 'list' | 'wish' | 'shown' | 'turn'> & { readonly weights: string }> = {};
  /** Undefined where nothing turns. */
  #upcoming: Upcoming | undefined;
  #next: readonly Banner[] | undefined;
  /** Those that a step leads to, while their pictures are under way. */
  #target: readonly Banner[] = [];
  #due = false;
  #timer: number | undefined;
  #settling: number | undefined;
  #ticket = 0;
  /** Those that others went before; they may still come. */
  readonly #late = new Map<Banner, Shown>();

  constructor(stage: Stage, rotator: TurnsHost) {
    this.#stage = stage;
    this.#rotator = rotator;
  }

  /**
   * The stage was drawn.
   *
   * @returns whether a turn has begun
   */
  follow(): boolean {
    const { list, wish, shown, turn } = this.#stage;
    const former = this.#former;
    // A newer feed may weigh the same banners otherwise.
    const weights = this.#stage.weightsOf(list).join();
    this.#former = { list, wish, shown, turn, weights };
    if (list !== former.list || wish !== former.wish || weights !== former.weights) {
      this.#upcoming = takeTurns(this.#stage) ? this.#begin(shown) : undefined;
      this.#next = undefined;
    } else if (turn === former.turn) return false;
    if (shown !== former.shown) {
      this.#ticket++;
      // Those that stand still have all the time there is.
      if (!this.#stage.still) void this.#load(shown);
    }
    this.#prune();
    this.run();
    return turn !== former.turn;
  }

  #begin(shown: readonly Banner[]): Upcoming | undefined {
    const { list, wish, rules } = this.#stage;
    return wish && new Upcoming({ list, weights: this.#stage.weightsOf(list), wish, sampler: rules?.sampler }, shown);
  }

  /** Goes on with the turns, or stands still, as the host says. */
  run(): void {
    window.clearTimeout(this.#timer);
    this.#due = false;
    if (!this.#rotator.moving() || !this.#upcoming || !this.#isReady(this.#stage.shown)) return;
    this.#prepare();
    this.#timer = window.setTimeout(
      () => {
        this.#due = true;
        this.#takeTurn();
      },
      Math.min(this.#rotator.duration(), LONGEST_TIMER),
    );
  }

  /** Stops every timer and download; what was not there yet is asked for again when it goes on. */
  stop(): void {
    const stage = this.#stage;
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#settling);
    this.#ticket++;
    this.#due = false;
    this.#next = undefined;
    this.#target = [];
    stage.leaving = [];
    if (stage.still) return;
    stage.forgive();
    this.#prune();
  }

  /** Shows the following banners of the list, or those before, as soon as they are there. */
  async step(back: boolean): Promise<void> {
    const { list, shown, wish } = this.#stage;
    const count = back ? -(wish?.count ?? 1) : shown.length;
    await this.#go(list.indexOf(shown[0] as Banner) + count, back, () => this.step(back));
  }

  /** Shows the banner at a place of the list and those after it; -1 is the last. */
  async goTo(index: number): Promise<void> {
    const { list, shown } = this.#stage;
    const to = (index + list.length) % list.length;
    const from = list.indexOf(shown[0] as Banner);
    if (to !== from) await this.#go(to, to < from);
  }

  /** The transition is over. */
  #settle(): void {
    const stage = this.#stage;
    const { leaving } = stage;
    stage.leaving = [];
    stage.hold();
    this.#prune();
    this.#rotator.settle(leaving);
  }

  /**
   * @param index - may lie beyond either end
   * @param otherwise - what to do when a picture cannot be had
   */
  async #go(index: number, back: boolean, otherwise?: () => Promise<void>): Promise<void> {
    const { list, wish } = this.#stage;
    if (!wish || !this.#upcoming) return;
    const { length } = list;
    const isFree = (banner: Banner | undefined) => !!banner && this.#mayCome(banner);
    let from = ((index % length) + length) % length;
    // What another rotator shows, or has come often enough, is stepped over.
    for (let tries = length; tries > 0 && !isFree(list[from]); tries--)
      from = (from + (back ? length - 1 : 1)) % length;
    const banners = stretch(from, length, length)
      .map((at) => list[at] as Banner)
      .filter(isFree)
      .slice(0, wish.count);
    if (!banners[0]) return;
    const ticket = ++this.#ticket;
    this.#target = banners;
    const ready = await this.#load(banners);
    if (ticket !== this.#ticket) return;
    this.#target = [];
    if (ready) {
      if (banners.every(isFree)) this.#commit(banners, back, true);
      // Taken while its picture was under way.
      else await this.#go(index, back, otherwise);
      return;
    }
    this.#rotator.host.requestUpdate();
    await this.#rotator.host.updateComplete;
    if (ticket === this.#ticket) await otherwise?.();
  }

  /** Neither on show in another rotator, nor as often as it may. */
  #mayCome(banner: Banner): boolean {
    const { rules } = this.#stage;
    return this.#stage.isFree(banner) && !rules?.isSpent(banner, Date.now());
  }

  /** Pictures of the turn after this one, and of no other. */
  #prepare(): void {
    const mayCome = (banner: Banner) => this.#mayCome(banner);
    // Since they were drawn, another rotator may have begun to show one of them.
    if (this.#next && !this.#next.every(mayCome)) this.#next = undefined;
    if (this.#next || !this.#upcoming) return;
    const next = this.#upcoming.draw(mayCome);
    if (!next[0]) return;
    this.#next = next;
    void this.#load(next).then((ready) => {
      if (ready && this.#next === next) this.#takeTurn();
    });
  }

  #takeTurn(): void {
    this.#prepare();
    const next = this.#next;
    if (!this.#due || !this.#rotator.moving()) return;
    // Where nobody may come, who is there stays for another turn.
    if (!next) this.run();
    else if (this.#isReady(next)) requestAnimationFrame(() => this.#turnTo(next));
  }

  /**
   * Within a frame: an animation that begins outside of one costs a second frame, which changes nothing.
   *
   * @param next - may have been overtaken meanwhile
   */
  #turnTo(next: readonly Banner[]): void {
    if (!this.#due || next !== this.#next || !this.#rotator.moving()) return;
    // Another rotator, whose turn ended with this one's, may have begun to show one of them within this very frame.
    if (next.every((banner) => this.#mayCome(banner))) {
      this.#commit(next, false, false);
      return;
    }
    // It was drawn and has paid for it: its turn comes later.
    this.#upcoming?.defer(next);
    this.#next = undefined;
    this.#takeTurn();
  }

  #commit(banners: readonly Banner[], back: boolean, asked: boolean): void {
    const stage = this.#stage;
    const former = stage.shown;
    if (banners.some((banner, index) => banner !== former[index])) {
      // A picture cannot be in two places: a turn that shares some with the last one changes at once.
      const leaves = this.#rotator.glides() && !banners.some((banner) => former.includes(banner));
      stage.leaving = leaves ? former : [];
      window.clearTimeout(this.#settling);
      // Without a transition the same nodes go on, and there is no second drawing to clear up.
      if (leaves) {
        stage.change++;
        // Asking whether an animation runs would cost a layout, and being told of its end a few frames for nothing.
        this.#settling = window.setTimeout(() => this.#settle(), SETTLE_MS);
      }
    }
    if (banners === this.#next) {
      this.#next = undefined;
      this.#upcoming?.goOn();
    } else this.#next = this.#upcoming?.step(banners, this.#next);
    this.#target = [];
    this.#ticket++;
    this.#due = false;
    this.back = back;
    this.asked = asked;
    stage.shown = banners;
    stage.begin();
  }

  #isReady(banners: readonly Banner[]): boolean {
    return banners.every((banner) => this.#stage.pictureOf(banner).ready);
  }

  /** Forgets the pictures that nobody needs; the browser's cache has them. */
  #prune(): void {
    const { shown, leaving, pictures } = this.#stage;
    const needed = new Set([...shown, ...leaving, ...(this.#next ?? []), ...this.#target]);
    for (const [banner, picture] of pictures) {
      if (needed.has(banner) || (!picture.ready && this.#late.has(banner))) continue;
      pictures.delete(banner);
      if (!picture.ready) cancel(picture);
    }
    for (const [banner, picture] of this.#late) {
      if (pictures.get(banner) === picture) continue;
      this.#late.delete(banner);
      cancel(picture);
    }
  }

  /** Fulfilled with false when one of them is broken or lets the others wait for too long. */
  async #load(banners: readonly Banner[]): Promise<boolean> {
    const stage = this.#stage;
    const all = Promise.all(banners.map((banner) => stage.load(banner))).then((each) => each.every(Boolean));
    // The last ones that are left may take their time.
    if (!takeTurns(stage)) return all;
    let timer: number | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = window.setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const ready = await Promise.race([all, late]);
    window.clearTimeout(timer);
    if (ready !== undefined) return ready;
    for (const banner of banners) {
      const picture = stage.pictureOf(banner);
      if (!picture.ready) this.#wait(banner, picture);
    }
    this.#rotator.host.requestUpdate();
    return false;
  }

  /** Lets the others go first until a picture comes after all. */
  #wait(banner: Banner, picture: Shown): void {
    const { out } = this.#stage;
    out.add(banner);
    this.#late.set(banner, picture);
    const [longest] = this.#late.keys();
    if (longest && this.#late.size > MOST_LATE) {
      // It is asked for again with the next feed.
      this.#late.delete(longest);
      this.#prune();
    }
    void picture.settled.then((came) => {
      this.#late.delete(banner);
      if (came && out.delete(banner)) this.#rotator.host.requestUpdate();
    });
  }
}

/** Ends a download: a server that never answers would keep one of the few connections there are. */
export function cancel({ element }: Shown): void {
  for (const part of element.querySelectorAll('source, img')) {
    part.removeAttribute('srcset');
    part.removeAttribute('src');
  }
}

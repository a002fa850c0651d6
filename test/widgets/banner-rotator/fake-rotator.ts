/** Rotators without a page: their stages and turns, with pictures that are there at once and turns that end when a test says so. */
import type { Banner } from '../../../src/feed/schema.js';
import type { Order, Random } from '../../../src/widgets/banner-rotator/choice.js';
import type { Shown } from '../../../src/widgets/banner-rotator/picture.js';
import { Rules } from '../../../src/widgets/banner-rotator/rules.js';
import { Stage } from '../../../src/widgets/banner-rotator/stage.js';
import { Turns } from '../../../src/widgets/banner-rotator/turns.js';

interface Timer {
  readonly work: () => void;
  /** Milliseconds. */
  readonly delay: number;
}

/** What the next frame has to do. */
const frame: (() => void)[] = [];
const timers = new Map<number, Timer>();
let lastTimer = 0;
Object.assign(globalThis, {
  window: {
    setTimeout: (work: () => void, delay: number) => {
      timers.set(++lastTimer, { work, delay });
      return lastTimer;
    },
    clearTimeout: (timer: number) => void timers.delete(timer),
  },
  requestAnimationFrame: (work: () => void) => frame.push(work),
});

/** Longer than a picture is waited for, so that it is told from that. */
const TURN_MS = 20_000;
let rotators = 0;

/** Caps that are kept by nobody but the view. */
class RulesOfView extends Rules {
  /** How often each was shown. */
  readonly times = new Map<Banner, number>();
  /** Those whose pictures were asked for and are not forgotten. */
  readonly pictures: (banner: Banner) => void;

  constructor(pictures: (banner: Banner) => void) {
    super('UTC');
    this.pictures = pictures;
  }

  override readonly pictureOf = (banner: Banner): Shown => {
    this.pictures(banner);
    const element = {} as HTMLElement;
    return { element, image: element, ready: true, settled: Promise.resolve(true) };
  };
  override isSpent(banner: Banner): boolean {
    return (this.times.get(banner) ?? 0) >= (banner.maxPerDay ?? Infinity);
  }
  override note(banner: Banner): void {
    this.times.set(banner, (this.times.get(banner) ?? 0) + 1);
  }
}

export interface FakeWish {
  readonly random: Random;
  readonly order?: Order;
  readonly count?: number;
  /** Instead of what the feed says, from one update to the next. */
  readonly weigh?: (banner: Banner) => number;
  /** Beyond what the rules say. */
  readonly bars?: (banner: Banner, shown: readonly Banner[]) => boolean;
}

/** One rotator in one page view. */
export class FakeRotator {
  /** Ids of each turn that has begun. */
  readonly seen: string[] = [];
  /** Ids in the order in which their pictures were asked for. */
  readonly asked: string[] = [];
  /** How often what was on show had to give way at once, to a picture that nobody had prepared. */
  cuts = 0;
  moves = true;
  readonly turns: Turns;
  readonly #stage: Stage;
  readonly #rules: RulesOfView;
  readonly #banners: readonly Banner[];
  readonly #wish: FakeWish;
  readonly #turnMs = TURN_MS + rotators++;
  #update: Promise<void> | undefined;

  constructor(banners: readonly Banner[], wish: FakeWish) {
    this.#banners = banners;
    this.#wish = wish;
    const host = {
      isConnected: true,
      querySelectorAll: () => [],
      requestUpdate: () => void (this.#update ??= Promise.resolve().then(() => this.#draw())),
      updateComplete: Promise.resolve(true),
      addController: () => undefined,
      removeController: () => undefined,
    };
    this.#stage = new Stage(host as unknown as ConstructorParameters<typeof Stage>[0]);
    this.#rules = new RulesOfView(({ id }) => this.asked.push(id));
    this.#stage.rules = this.#rules;
    const isSpent = this.#rules.isSpent.bind(this.#rules);
    const { bars = () => false } = wish;
    this.#rules.isSpent = (banner) => isSpent(banner) || bars(banner, this.#stage.shown);
    this.turns = new Turns(this.#stage, {
      host,
      moving: () => this.moves,
      duration: () => this.#turnMs,
      glides: () => false,
      settle: () => undefined,
    });
    host.requestUpdate();
  }

  /** Ids of those on show. */
  get shown(): string {
    return this.#stage.shown.map(({ id }) => id).join();
  }

  /** Looks once more who runs, as after anything that moves on the page. */
  async update(): Promise<void> {
    this.#draw();
    await this.rest();
  }

  /** Lets everything come that is under way. */
  async rest(): Promise<void> {
    do {
      for (const work of frame.splice(0)) {
        work();
        // As a browser does between the callbacks of a frame.
        await Promise.resolve();
      }
      await new Promise((resolve) => setImmediate(resolve));
    } while (frame[0]);
  }

  /** Ends the turn. */
  async turn(): Promise<void> {
    this.end();
    await this.rest();
  }

  /** The time of the turn is over, and no frame has been drawn since. */
  end(): void {
    for (const [timer, { work, delay }] of timers) {
      if (delay !== this.#turnMs) continue;
      timers.delete(timer);
      work();
    }
  }

  /** The reader lets the rotation go on, or stops it. */
  async play(moves = true): Promise<void> {
    this.moves = moves;
    this.turns.run();
    await this.rest();
  }

  /** The reader steps. */
  async step(back = false): Promise<void> {
    await this.turns.step(back);
    await this.rest();
  }

  /** The page is left. */
  leave(): void {
    this.turns.stop();
    this.#stage.leave();
  }

  /** As the element does it at every update. */
  #draw(): void {
    this.#update = undefined;
    const stage = this.#stage;
    const { weigh } = this.#wish;
    stage.weights = this.#rules.entitled(this.#banners, stage);
    if (weigh) stage.weights = new Map([...stage.weights.keys()].map((banner) => [banner, weigh(banner)]));
    const list = [...stage.weights.keys()];
    const some = list.some((banner) => stage.isFree(banner)) ? list : [];
    stage.place.waits = list.length > some.length;
    const { order = 'weighted', count = 1, random } = this.#wish;
    const { shown } = stage;
    stage.set(some, { order, count, still: false, random }, false);
    if (shown[0] && stage.shown !== shown) this.cuts++;
    // A turn begins once its picture is there.
    if (!this.turns.follow() || stage.turn === 0) return;
    this.seen.push(this.shown);
    for (const banner of stage.shown) this.#rules.note(banner);
  }
}

import type { Banner } from '../../feed/schema.js';
import type { Wish } from './choice.js';
import { type Draw, drawer } from './rotation.js';
import type { Sampler } from './sampling.js';

/** What stands on a stage, as far as it rules what follows. */
export interface Setting {
  readonly list: readonly Banner[];
  /** Of each in the list. */
  readonly weights: readonly number[];
  readonly wish: Wish;
  readonly sampler?: Sampler | undefined;
}

const isWithin = (turn: readonly Banner[], others: readonly Banner[]) =>
  turn.every((banner) => others.includes(banner));

/**
 * The turns of a rotation, where a reader's steps come between.
 *
 * In the feed's order it goes on from where the reader has gone. Else a step is the reader's turn and none of the
 * rotation's, which keeps its place in its cycle: nobody gains or loses one. Only a turn that would show the same once
 * more lets another go first.
 */
export class Upcoming {
  readonly #setting: Setting;
  #draw: Draw;
  /** Turns that let others go first. */
  readonly #deferred: (readonly Banner[])[] = [];
  /** What a reader has stepped to, until the rotation goes on. */
  #stepped: readonly Banner[] = [];

  constructor(setting: Setting, shown: readonly Banner[]) {
    this.#setting = setting;
    this.#draw = this.#drawAfter(shown);
  }

  /** Who comes next of those that may; nobody when none of them may. */
  draw(mayCome: (banner: Banner) => boolean): readonly Banner[] {
    const stepped = this.#stepped;
    const at = this.#deferred.findIndex((turn) => turn.every(mayCome) && !isWithin(turn, stepped));
    const [deferred] = at < 0 ? [] : this.#deferred.splice(at, 1);
    if (deferred) return deferred;
    const turn = this.#drawOf(mayCome);
    if (!turn[0] || !isWithin(turn, stepped)) return turn;
    const isOther = (banner: Banner) => mayCome(banner) && !stepped.includes(banner);
    if (this.#setting.list.filter(isOther).length < turn.length) return turn;
    this.#deferred.push(turn);
    return this.#drawOf(mayCome, isOther);
  }

  /**
   * A reader has stepped.
   *
   * @param next - what had been drawn and is not on show yet
   * @returns the same where it still comes next
   */
  step(shown: readonly Banner[], next: readonly Banner[] | undefined): readonly Banner[] | undefined {
    this.#stepped = shown;
    if (this.#setting.wish.order === 'sequential') {
      this.#draw = this.#drawAfter(shown);
      return undefined;
    }
    if (!next || !isWithin(next, shown)) return next;
    this.#deferred.push(next);
    return undefined;
  }

  /** What was drawn may not come right now, and lets others go first. */
  defer(turn: readonly Banner[]): void {
    if (this.#setting.wish.order !== 'sequential') this.#deferred.push(turn);
  }

  /** What was drawn is on show: the rotation goes on. */
  goOn(): void {
    this.#stepped = [];
  }

  #drawAfter(shown: readonly Banner[]): Draw {
    const { list, weights, wish, sampler } = this.#setting;
    return drawer(
      shown.map((banner) => list.indexOf(banner)),
      weights,
      wish,
      sampler,
    );
  }

  #drawOf(...each: ((banner: Banner) => boolean)[]): Banner[] {
    const { list } = this.#setting;
    const conditions = each.map((holds) => (index: number) => holds(list[index] as Banner));
    return this.#draw(...conditions).map((index) => list[index] as Banner);
  }
}

import { type LitElement, noChange, type ReactiveController } from 'lit';
import type { Banner, Feed } from '../../feed/schema.js';
import { bannerControlsStrings } from '../../locales/banner-controls.js';
import { type Language, type Wording, type Wordings, wordings } from '../../locales/strings.js';
import { AutoplayController } from '../../look/autoplay.js';
import { addControlStyles } from '../../look/control-styles.js';
import { NextBorder } from '../../look/next-border.js';
import { addStyles } from './add-styles.js';
import { nextBorder } from './border.js';
import { BrokenPictures } from './broken.js';
import { type ControlledRotator, renderControls } from './controls.js';
import { controlsStyles } from './controls.styles.js';
import { savesData } from './data-saver.js';
import { CivicClickEvent, CivicImpressionEvent, CivicViewableEvent } from './events.js';
import { Exposure } from './exposure.js';
import { passFocus } from './pass-focus.js';
import { Reports } from './reports.js';
import type { Stage } from './stage.js';
import { watchSwipes } from './swipe.js';
import { Transition } from './transition.js';
import { transitionStyles } from './transition.styles.js';
import { takeTurns, Turns } from './turns.js';
import type { Videos } from './videos.js';

const DEFAULT_INTERVAL = 6;
/** Wider than this, a picture is too low for all controls at once. */
const FLAT_RATIO = 4;
/**
 * Milliseconds after a click in which another one on the same banner is none of its own (IAB and MRC, click measurement
 * guidelines: repeated clicks of one reader are filtered). A double click is two within half a second.
 */
const SAME_CLICK_MS = 1000;

/** The element that rotates. */
export type RotatorElement = LitElement & {
  interval: number;
  transition: 'fade' | 'slide' | 'none';
  paused: boolean;
  report?: string | null | undefined;
  strings: Readonly<Record<string, Wording>>;
  /** These are no business of the page's, but of all parts of the rotator. */
  readonly feed: Feed | undefined;
  readonly language: Language;
  text(key: string, values: Readonly<Record<string, string | number>>, words: Wordings | undefined): string;
};

/** What only the rotator itself knows. */
export interface Rotator {
  readonly stage: Stage;
  /** Width to height of the space that is kept free. */
  readonly ratio: () => number | undefined;
}

/**
 * What nobody needs to see the first banner, and what therefore comes after it: the turns, the buttons, keys and
 * swipes, and whether a banner was seen or followed. Nothing moves that cannot be stopped yet.
 */
export class Interaction implements ReactiveController {
  readonly #host: RotatorElement;
  readonly #rotator: Rotator;
  readonly #autoplay: AutoplayController;
  readonly #turns: Turns;
  readonly #exposure: Exposure;
  readonly #again = (): void => this.#host.requestUpdate();
  readonly #transition = new Transition();
  /** The change of turns that was drawn last. */
  #change = 0;
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  /** What the controls that are on the page were drawn of. */
  #drawn: readonly unknown[] = [];
  /** Read from right to left when its controls were drawn. */
  #mirrored = false;
  #videos: Videos | undefined;
  #wantsVideos = false;
  readonly #reports = new Reports();
  readonly #border: NextBorder;
  #interval: number;
  /** The banner whose link was followed last, and when, by the page's own clock. */
  #followed: readonly [banner?: Banner, at?: number] = [];

  constructor(host: RotatorElement, rotator: Rotator) {
    this.#host = host;
    this.#rotator = rotator;
    const root = host.renderRoot as ShadowRoot;
    addControlStyles(root);
    addStyles(root, [controlsStyles, transitionStyles]);
    this.#autoplay = new AutoplayController(host, () => {
      host.paused = !this.#autoplay.wanted;
      this.#turns.run();
    });
    this.#turns = new Turns(rotator.stage, {
      host,
      moving: () => this.#autoplay.running,
      duration: () =>
        Math.max(
          (host.interval > 0 ? host.interval : DEFAULT_INTERVAL) * 1000,
          this.#videos?.length(rotator.stage.shown) ?? 0,
        ),
      glides: () => host.transition !== 'none' && !this.#motion.matches,
      settle: (left) => this.#settle(left),
    });
    this.#exposure = new Exposure({
      impression: (banner) => {
        rotator.stage.rules?.note(banner, Date.now());
        host.dispatchEvent(new CivicImpressionEvent(banner));
        this.#reports.note(host.report, banner, 2);
      },
      viewable: (banner, threshold) => {
        host.dispatchEvent(new CivicViewableEvent(banner, threshold));
        this.#reports.note(host.report, banner, 3);
      },
      plays: (banner) => this.#plays(banner),
    });
    if (!this.#autoplay.wanted || savesData()) host.paused = true;
    if (typeof host.report === 'string') this.#reports.begin(host.report);
    watchSwipes(
      host,
      () => takeTurns(rotator.stage),
      (toward) => this.step((toward === 'right') !== this.#isRtl()),
    );
    root.addEventListener('focusin', this.#onFocus);
    this.#interval = host.interval;
    this.#border = new NextBorder(host);
    host.addController(this);
    new BrokenPictures(host, rotator.stage);
    // What is on show was drawn before: a step may be asked for at once.
    if (host.isConnected) this.hostUpdated();
    else this.hostDisconnected();
  }

  /** What a rotator says of itself; undefined until the reader's language is there. */
  say(key: string, values: Readonly<Record<string, string | number>> = {}): string | undefined {
    const words = wordings(bannerControlsStrings, this.#host.language, this.#again);
    return words && this.#host.text(key, values, words);
  }

  /** What a banner is called among those that run: "3 trên 8: …". */
  nameOf(banner: Banner): string | undefined {
    const { list } = this.#rotator.stage;
    const { alt: name = '' } = banner;
    return this.say(name ? 'position-named' : 'position', {
      index: list.indexOf(banner) + 1,
      total: list.length,
      name,
    });
  }

  /** Moves right now, and what is on show came so: what someone has stepped to is announced though the rotation goes on. */
  get moves(): boolean {
    return this.#autoplay.running && !this.#turns.asked;
  }

  /** Classes of the stage. */
  get state(): string {
    const { shown, leaving } = this.#rotator.stage;
    return [
      (this.#rotator.ratio() ?? 0) > FLAT_RATIO ? 'flat' : '',
      this.#autoplay.wanted ? 'running' : '',
      [...shown, ...leaving].some(({ image }) => !image) ? 'wordy' : '',
    ].join(' ');
  }

  step(back: boolean): void {
    void this.#turns.step(back);
  }

  play(): void {
    this.#autoplay.play();
  }

  /** A reader has followed a banner's link. */
  follow(banner: Banner): void {
    const now = performance.now();
    const [last, at = 0] = this.#followed;
    this.#followed = [banner, now];
    if (banner === last && now - at < SAME_CLICK_MS) return;
    this.#host.dispatchEvent(new CivicClickEvent(banner, banner.href ?? ''));
    this.#reports.note(this.#host.report, banner, 4);
  }

  hostConnected(): void {
    this.#exposure.resume();
  }

  hostDisconnected(): void {
    // Where it comes back one may read the other way.
    this.#drawn = [];
    this.#turns.stop();
    this.#transition.end();
    this.#exposure.suspend();
    this.#videos?.follow([], [], false);
  }

  hostUpdate(): void {
    // Where they differ, it was the page that changed it: what the reader does is told at once.
    if (this.#host.paused !== this.#autoplay.wanted) return;
    if (this.#host.paused) this.#autoplay.pause();
    else this.#autoplay.play();
  }

  hostUpdated(): void {
    const { renderRoot, isConnected, interval } = this.#host;
    if (!renderRoot.querySelector('.controls')) this.#drawn = [];
    if (!isConnected) return;
    const { stage } = this.#rotator;
    const called = takeTurns(stage) && this.say('carousel');
    const base = renderRoot.querySelector('.base');
    // Nothing is touched that is as it should be.
    if (called && base?.getAttribute('aria-roledescription') !== called)
      base?.setAttribute('aria-roledescription', called);
    else if (!called) base?.removeAttribute('aria-roledescription');
    const { plan, now, rules } = stage;
    const banners = plan.map(({ banner }) => banner);
    // From the instant at which it was looked who runs: a border that has passed since then is waited for no time at all.
    this.#border.wait(Math.min(nextBorder(plan, now), rules?.border(banners, now) ?? Infinity));
    this.#pass();
    this.#videos?.follow(stage.shown, stage.leaving, this.#autoplay.running);
    // A film may have come, or gone, and left its picture.
    if (this.#wantsVideos) this.#exposure.check();
    const begins = this.#turns.follow();
    // A turn that is under way ends by the new measure.
    if (interval !== this.#interval) {
      this.#interval = interval;
      this.#turns.run();
    }
    if (!begins) return;
    this.#expose();
    passFocus(this.#host);
    if (!this.#host.shadowRoot?.activeElement?.matches('.dot')) return;
    renderRoot.querySelector<HTMLElement>('.dot.on')?.focus();
  }

  renderControls(): unknown {
    const { stage } = this.#rotator;
    const words = wordings(bannerControlsStrings, this.#host.language, this.#again);
    const films = this.#hasFilms();
    if (films) this.#sendForVideos();
    if (!words || !(takeTurns(stage) || films)) return undefined;
    const drawn = [words, stage.list, takeTurns(stage), this.#autoplay.wanted, this.#host.strings, stage.shown[0]];
    const changed = drawn.findIndex((one, at) => one !== this.#drawn[at]);
    // The end of a transition, a pointer that comes or goes: of all that, the buttons say nothing.
    if (changed < 0) return noChange;
    this.#drawn = drawn;
    // Asking for a style has its price: not with each turn.
    if (changed < drawn.length - 1) this.#mirrored = this.#isRtl();
    const controlled: ControlledRotator = {
      text: (key, values = {}) => this.#host.text(key, values, words),
      autoplay: this.#autoplay,
      step: (back) => this.step(back),
      goTo: (index) => void this.#turns.goTo(index),
      isRtl: () => this.#isRtl(),
    };
    return renderControls(stage.list, stage.shown[0], controlled, {
      hasTurns: takeTurns(stage),
      mirrored: this.#mirrored,
    });
  }

  /** Who leaves goes out of reach at once, and out of sight by a transition. */
  #pass(): void {
    const { stage } = this.#rotator;
    let comes: HTMLElement | undefined;
    let leaves: HTMLElement | undefined;
    for (const set of this.#host.renderRoot.querySelectorAll<HTMLElement>('.set')) {
      if ((set.inert = set.matches('.leave'))) {
        set.setAttribute('aria-hidden', 'true');
        leaves = set;
      } else {
        set.removeAttribute('aria-hidden');
        comes = set;
      }
    }
    if (!comes || !leaves) this.#transition.end();
    else if (stage.change !== this.#change) {
      const slides = this.#host.transition === 'slide';
      this.#transition.begin(comes, leaves, slides ? (this.#turns.back === this.#isRtl() ? -1 : 1) : 0);
    }
    this.#change = stage.change;
  }

  /** A transition is over; only where those that have left could be higher, or play a film, they are drawn no more at once. */
  #settle(left: readonly Banner[]): void {
    const { stage, ratio } = this.#rotator;
    this.#transition.end();
    const banners = [...stage.shown, ...left];
    const isPlain = ratio() && !banners[2] && !this.#videos && banners.every(({ image }) => image);
    if (!isPlain || !('inert' in HTMLElement.prototype)) this.#again();
  }

  /** The video of a banner in the rotation, once the reader lets things move. */
  videoOf(banner: Banner): HTMLVideoElement | undefined {
    const { stage } = this.#rotator;
    if (stage.still || !this.#autoplay.wanted || ![...stage.shown, ...stage.leaving].includes(banner)) return undefined;
    return this.#videos?.of(banner, !takeTurns(stage));
  }

  /** Whether a banner's film plays; undefined where its picture stands there instead. */
  #plays(banner: Banner): boolean | undefined {
    if (this.#rotator.stage.still || !this.#autoplay.wanted || !this.#wantsVideos) return undefined;
    return this.#videos ? this.#videos.plays(banner) : false;
  }

  #hasFilms(): boolean {
    const { stage } = this.#rotator;
    return !stage.still && stage.list.some(({ video }) => video !== undefined);
  }

  /** Few feeds have any: what plays them comes only for those. */
  #sendForVideos(): void {
    if (this.#wantsVideos) return;
    this.#wantsVideos = true;
    void import('./videos.js').then(
      ({ Videos, videoStyles }) => {
        addStyles(this.#host.renderRoot as ShadowRoot, [videoStyles]);
        this.#videos = new Videos(() => {
          this.#turns.run();
          this.#again();
        }, this.#exposure.check);
        this.#again();
      },
      () => {
        // Until they can be had, the pictures are there; the next turn asks again.
        this.#wantsVideos = false;
      },
    );
  }

  /** Counts the turn that has begun. */
  #expose(): void {
    const { stage } = this.#rotator;
    const { turn, still } = stage;
    const images = new Map(stage.shown.map((banner) => [stage.pictureOf(banner).image, banner]));
    for (const element of this.#exposure.elements) {
      if (!images.has(element as HTMLElement)) this.#exposure.end(element);
    }
    for (const [image, banner] of images) {
      void stage.pictureOf(banner).settled.then((ready) => {
        if (!ready || !stage.shown.includes(banner)) return;
        // What stands still has one turn, whatever becomes of its neighbours.
        if (still ? !this.#exposure.elements.includes(image) : turn === stage.turn) {
          this.#exposure.begin(image, banner, this.#transition.whole);
        }
      });
    }
  }

  #isRtl(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** The carousel pattern: keyboard focus stops the rotation, and only the button starts it again. */
  readonly #onFocus = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.matches('.stage :focus-visible')) return;
    if (!target.matches('.play, .pause')) this.#autoplay.pause();
  };
}

import { DAY, dayIn, nextMidnight } from '../../feed/days.js';
import type { Advertiser, Banner } from '../../feed/schema.js';
import { instantsOf, shownIn } from './clock.js';
import { type HourSpan, parseHours } from './hour-spans.js';
import { sampler } from './sampling.js';
import { noteSeen, seenOn } from './seen.js';
import { writtenOf } from './words.js';

/** In the order in which a number of a day falls on them: 1 January 1970 was a Thursday. */
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;

const WHOLE_DAY: readonly HourSpan[] = [{ from: '00:00', until: '00:00', overnight: true }];

/** Whether a banner runs at some hours or on some days of the week only. */
const isDaily = ({ hours, weekdays }: Banner): boolean => !!hours || !!weekdays?.[0];

const spansOf = ({ hours }: Banner): readonly HourSpan[] => (hours && parseHours(hours)) || WHOLE_DAY;

/** Whether a banner runs on the day of the week that a day has. */
const isOn = ({ weekdays }: Banner, day: number): boolean =>
  !weekdays?.[0] || weekdays.includes(WEEKDAYS[((day % 7) + 7) % 7] ?? 'thu');

/** What a rotator shows. */
interface OnShow {
  /** These keep the turn in which they have come often enough. */
  readonly shown: readonly Banner[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How many stand at once; one until it is known. */
  readonly wish?: { readonly count: number } | undefined;
}

/** What each banner is of them all, from 0 to 1. Divided first: a sum of the largest numbers would be infinite. */
function partsOf(banners: readonly Banner[]): [Banner, number][] {
  const heaviest = Math.max(...banners.map(({ weight = 1 }) => weight)) || 1;
  const sum = banners.reduce((total, { weight = 1 }) => total + weight / heaviest, 0) || 1;
  return banners.map((banner) => [banner, (banner.weight ?? 1) / heaviest / sum]);
}

/**
 * What few feeds ask for, and what comes therefore only to those that do: hours and days of the week, a cap for each
 * visitor, a weight for each advertiser, words instead of a picture.
 */
export class Rules {
  /** Draws several at once by weight. */
  readonly sampler = sampler;
  /** What stands for a banner that has no picture. */
  readonly pictureOf = writtenOf;
  readonly #zone: string;
  readonly #advertisers: ReadonlyMap<string, number>;
  /** Hours of many banners are the same, and asking for a zone's offset takes longest of all. */
  readonly #known = new Map<string, readonly number[]>();

  /** @param zone - IANA name of the feed's zone */
  constructor(zone: string, advertisers: readonly Advertiser[] = []) {
    this.#zone = zone;
    this.#advertisers = new Map(advertisers.map(({ id, weight = 1 }) => [id, weight]));
  }

  /** Whether the clocks of the zone show a time within the hours and days of a banner. */
  runs(banner: Banner, now: number): boolean {
    if (!isDaily(banner)) return true;
    const shown = shownIn(this.#zone, now);
    const today = Math.floor(shown / DAY);
    const time = new Date(shown).toISOString().slice(11, 16);
    return spansOf(banner).some(({ from, until, overnight }) => {
      const begun = from <= time && isOn(banner, today);
      // What began yesterday may still run.
      return overnight ? begun || (time < until && isOn(banner, today - 1)) : begun && time < until;
    });
  }

  /** When {@link runs} or {@link isSpent} may change next for one of these; Infinity when they never do. */
  border(banners: readonly Banner[], now: number): number {
    const today = dayIn(this.#zone, now);
    let border = banners.some(({ maxPerDay }) => maxPerDay !== undefined) ? nextMidnight(this.#zone, now) : Infinity;
    for (const banner of banners) {
      if (!isDaily(banner)) continue;
      // A day of the week comes again after seven; what began yesterday may end today.
      for (let day = today - 1; day <= today + 7; day++) {
        const next = Math.min(...this.#edges(banner, day).filter((edge) => edge > now));
        border = Math.min(border, next);
        // Where clocks go back, something of today may lie before the end of what began yesterday.
        if (next < Infinity && day >= today) break;
      }
    }
    return border;
  }

  /** Whether this browser has shown a banner as often today as it may. */
  isSpent(banner: Banner, now: number): boolean {
    const { maxPerDay } = banner;
    return maxPerDay !== undefined && seenOn(dayIn(this.#zone, now), banner) >= maxPerDay;
  }

  /** A banner was shown once. */
  note(banner: Banner, now: number): void {
    if (banner.maxPerDay !== undefined) noteSeen(dayIn(this.#zone, now), banner);
  }

  /**
   * Who comes of those that run, in their order, and what each weighs: house banners only where everything else is
   * missing or spent, and nobody without a weight.
   */
  entitled(banners: readonly Banner[], { shown, now, wish }: OnShow): ReadonlyMap<Banner, number> {
    const weights = this.weights(banners);
    const weighty = banners.filter((banner) => weights.get(banner) !== 0);
    const own = weighty.filter(({ fallback }) => !fallback);
    const isSpent = (banner: Banner) => this.isSpent(banner, now);
    const standing = own.filter((banner) => shown.includes(banner)).length;
    // Where a place is left, a house banner would come in beside the others, and move the page.
    const hasPlace = standing > 0 && standing < (wish?.count ?? 1);
    const candidates = own.every(isSpent) && !hasPlace ? weighty : own;
    return this.weights(candidates.filter((banner) => !isSpent(banner) || shown.includes(banner)));
  }

  /** What each banner weighs among these: who has one weight for all of theirs shares it among those that run. */
  weights(banners: readonly Banner[]): ReadonlyMap<Banner, number> {
    const theirs = new Map<string, Banner[]>();
    for (const banner of banners) {
      const { advertiser = '' } = banner;
      const others = theirs.get(advertiser);
      if (others) others.push(banner);
      else theirs.set(advertiser, [banner]);
    }
    const parts = new Map([...theirs.values()].flatMap(partsOf));
    return new Map(
      banners.map((banner) => {
        const { advertiser = '', weight = 1 } = banner;
        const shared = this.#advertisers.get(advertiser);
        return [banner, shared === undefined ? weight : shared * (parts.get(banner) ?? 0)];
      }),
    );
  }

  /** When what runs on a day may begin and end. */
  #edges(banner: Banner, day: number): number[] {
    if (!isOn(banner, day)) return [];
    return spansOf(banner).flatMap(({ from, until, overnight }) => [
      ...this.#instants(day, from),
      ...this.#instants(overnight ? day + 1 : day, until),
    ]);
  }

  #instants(day: number, time: string): readonly number[] {
    const key = `${day} ${time}`;
    let instants = this.#known.get(key);
    if (!instants) {
      // A page that stays open for months must not remember them all.
      if (this.#known.size > 5000) this.#known.clear();
      instants = instantsOf(this.#zone, day * DAY + Date.parse(`1970-01-01T${time}Z`));
      this.#known.set(key, instants);
    }
    return instants;
  }
}

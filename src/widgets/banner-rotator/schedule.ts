import { parseDate } from '../../feed/dates.js';
import type { Banner } from '../../feed/schema.js';

/** A banner and when it runs: the half-open interval [from, until) in milliseconds since the epoch. */
export interface Slot {
  readonly banner: Banner;
  /** -Infinity when it has always run. */
  readonly from: number;
  /** Infinity when it has no end. */
  readonly until: number;
}

/**
 * When each banner runs. An end *date* includes that day in the feed's zone, an end time is the first instant
 * without the banner. What can never show (weight 0, an end before the start) is left out.
 *
 * @param zone - IANA name of the feed's zone
 * @param placement - only banners of this placement; empty is all
 */
export function planOf(banners: readonly Banner[], zone: string, placement = ''): Slot[] {
  return banners
    .filter((banner) => banner.weight !== 0 && (!placement || banner.placement?.trim() === placement))
    .map((banner) => ({
      banner,
      from: Number(parseDate(banner.start ?? '', zone)?.start ?? -Infinity),
      until: Number(parseDate(banner.end ?? '', zone)?.end ?? Infinity),
    }))
    .filter(({ from, until }) => from < until);
}

/** Whether a banner asks for `rules.ts`: for hours, days of the week, a cap, its advertiser's weight, or has only words. */
export const hasRules = ({ image, hours, weekdays, maxPerDay, advertiser }: Banner): boolean =>
  !!(!image || hours || weekdays?.[0] || advertiser || maxPerDay !== undefined);

/** Who comes of those that run: house banners only where there is nothing else. */
export function entitled(banners: readonly Banner[]): readonly Banner[] {
  const own = banners.filter(({ fallback }) => !fallback);
  return own[0] ? own : banners;
}

/**
 * The banners that run, in the feed's order.
 *
 * @param now - milliseconds since the epoch
 */
export function runningAt(plan: readonly Slot[], now: number): Banner[] {
  return plan.filter(({ from, until }) => from <= now && now < until).map(({ banner }) => banner);
}

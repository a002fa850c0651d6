import type { BannerDay } from './banner-store.js';

/** One line of a report. */
export interface ReportLine {
  /** Undefined where days are added up. */
  readonly day: number | undefined;
  readonly banner: string;
  readonly placement: string;
  readonly shown: number;
  /** Of all that was shown at this placement (on this day, where days stand alone), 0 to 1. */
  readonly share: number;
  readonly viewable: number;
  /** Of what was shown, 0 to 1. */
  readonly viewableRate: number;
  readonly clicks: number;
  readonly clickRate: number;
}

const rate = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Sums by banner and placement, and by day where that is wanted; the most shown first. */
export function sums(days: readonly BannerDay[], byDay: boolean): ReportLine[] {
  const lines = new Map<string, BannerDay>();
  const wholes = new Map<string, number>();
  const wholeKey = ({ day, placement }: BannerDay) => JSON.stringify([byDay ? day : 0, placement]);
  for (const one of days) {
    const key = JSON.stringify([byDay ? one.day : 0, one.placement, one.banner]);
    const { shown, viewable, clicks } = lines.get(key) ?? { shown: 0, viewable: 0, clicks: 0 };
    lines.set(key, {
      ...one,
      shown: shown + one.shown,
      viewable: viewable + one.viewable,
      clicks: clicks + one.clicks,
    });
    wholes.set(wholeKey(one), (wholes.get(wholeKey(one)) ?? 0) + one.shown);
  }
  return [...lines.values()]
    .map((line) => ({
      day: byDay ? line.day : undefined,
      banner: line.banner,
      placement: line.placement,
      shown: line.shown,
      share: rate(line.shown, wholes.get(wholeKey(line)) ?? 0),
      viewable: line.viewable,
      viewableRate: rate(line.viewable, line.shown),
      clicks: line.clicks,
      clickRate: rate(line.clicks, line.shown),
    }))
    .sort(
      (left, right) =>
        (left.day ?? 0) - (right.day ?? 0) ||
        left.placement.localeCompare(right.placement) ||
        right.shown - left.shown ||
        left.banner.localeCompare(right.banner),
    );
}

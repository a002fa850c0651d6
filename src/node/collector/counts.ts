import { isoTime } from './calendar.js';
import type { Site } from './site.js';

/** Days of the chart. */
export const CHART_DAYS = 30;
/** A visitor is online this long after being seen last, in ms. */
export const ONLINE = 300_000;
/** A visit ends after this long without being seen, in ms. */
export const IDLE = 1_800_000;

/** Visits of a site; `days` are the last 30, the present one last. Without the baseline. */
export interface Counts {
  readonly online: number;
  readonly today: number;
  readonly yesterday: number;
  readonly week: number;
  readonly month: number;
  readonly year: number;
  readonly total: number;
  readonly days: readonly number[];
}

/** What a site answers, as JSON. */
export interface Figures extends Counts {
  readonly version: 1;
  readonly site: string;
  /** In the site's zone, with its offset. */
  readonly generatedAt: string;
  readonly timeZone: string;
  /** 1 is Monday. */
  readonly weekStart: 1;
  readonly unit: 'visit';
  readonly onlineWindowSeconds: number;
  /** First day of counting, where it is known. */
  readonly since?: string;
  /** How much of `total` came from an older counter. */
  readonly baseline: number;
}

/** The figures of a site at an instant. */
export function figuresOf(site: Site, counts: Counts, wall: number): Figures {
  return {
    version: 1,
    site: site.id,
    generatedAt: isoTime(wall, site.timeZone),
    timeZone: site.timeZone,
    weekStart: 1,
    unit: 'visit',
    onlineWindowSeconds: ONLINE / 1000,
    // Someone known by a heartbeat alone, after a restart, has no visit; more online than came cannot be said.
    online: Math.min(counts.online, counts.today + counts.yesterday),
    today: counts.today,
    yesterday: counts.yesterday,
    week: counts.week,
    month: counts.month,
    year: counts.year,
    total: site.baseline + counts.total,
    ...(site.since !== undefined && { since: site.since }),
    baseline: site.baseline,
    days: counts.days,
  };
}

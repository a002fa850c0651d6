import type { Site } from './site.js';

/** A site as a row of a table. */
export interface SiteRow {
  id: string;
  origins: string;
  time_zone: string;
  baseline: number;
  since: string | null;
  cap: number;
}

export function siteFrom({ id, origins, time_zone: timeZone, baseline, since, cap }: SiteRow): Site {
  return { id, origins: origins.split(' '), timeZone, baseline, since: since ?? undefined, cap };
}

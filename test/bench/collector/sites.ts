import type { Site } from '../../../src/node/collector/site.js';

/** As many as the country has wards. */
export const SITES: readonly string[] = [...Array(3300).keys()].map((number) => `phuong-${number}`);

const sites = new Map<string, Site>();

export function siteOf(id: string): Site {
  let site = sites.get(id);
  if (!site) {
    site = { id, origins: ['*'], timeZone: 'Asia/Ho_Chi_Minh', baseline: 0, since: undefined, cap: 1_000_000 };
    sites.set(id, site);
  }
  return site;
}

/** Names of keys. What stands in braces decides on which server of a cluster a key lies. */

/** Fields: id; value: what is said about the site, as JSON. */
export const SITES = 'civic:{sites}';
/** Another number whenever a site was changed. */
export const VERSION = 'civic:{sites}:version';

export const liveKey = (site: string): string => `civic:{${site}}:live`;
export const capsKey = (site: string): string => `civic:{${site}}:caps`;
export const sumsKey = (site: string): string => `civic:{${site}}:sums`;
export const yearKey = (site: string, year: number): string => `civic:{${site}}:${year}`;
export const saltKey = (period: number): string => `civic:{salt}:${period}`;

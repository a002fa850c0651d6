import { isZone, parseDay } from './calendar.js';

/** A site that is counted; nothing else is. */
export interface Site {
  /** Letters, digits, `.`, `_` and `-`, at most 64. */
  readonly id: string;
  /** Whose pages may count here: `https://xa.example.gov.vn`, `https://*.example.gov.vn`, or `*`. */
  readonly origins: readonly string[];
  /** IANA name: its midnight ends the day. */
  readonly timeZone: string;
  /** Visits carried over from an older counter: part of the total alone. */
  readonly baseline: number;
  /** First day of counting, carried over as well: `2019-01-01`. */
  readonly since: string | undefined;
  /** New visits an hour from one address; what is more is suspect. */
  readonly cap: number;
}

export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';
/** A whole office, or a street behind one address of a mobile network, is below it; a script is not. */
export const DEFAULT_CAP = 120;
/** How many addresses' worth one IPv6 /48 may bring: it holds 65,536 of them. */
export const NETWORK_FACTOR = 10;

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/i;
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/;

export function isSiteId(id: unknown): id is string {
  return typeof id === 'string' && ID.test(id);
}

export function isOrigin(origin: string): boolean {
  return origin === '*' || ORIGIN.test(origin);
}

/** In the order in which sites are listed. */
export function byId(a: Site, b: Site): number {
  return a.id < b.id ? -1 : 1;
}

/** The first field of a site that is not as it should be. */
export function wrongField(site: Site): keyof Site | undefined {
  if (!isSiteId(site.id)) return 'id';
  if (site.origins.length === 0 || !site.origins.every(isOrigin)) return 'origins';
  if (!isZone(site.timeZone)) return 'timeZone';
  if (!Number.isSafeInteger(site.baseline) || site.baseline < 0) return 'baseline';
  if (site.since !== undefined && parseDay(site.since) === undefined) return 'since';
  if (!Number.isSafeInteger(site.cap) || site.cap < 1) return 'cap';
  return undefined;
}

/** Whether pages of an origin (as in the `Origin` header) may count for a site. */
export function allowsOrigin({ origins }: Site, origin: string | undefined): boolean {
  if (origins.includes('*')) return true;
  if (origin === undefined) return false;
  return origins.some((allowed) => {
    const star = allowed.indexOf('*.');
    if (star < 0) return allowed === origin;
    const [scheme, rest] = [allowed.slice(0, star), allowed.slice(star + 1)];
    // `https://*.example.gov.vn` is every host below, with the same port, and not that host itself.
    return origin.startsWith(scheme) && origin.endsWith(rest) && origin.length > scheme.length + rest.length;
  });
}

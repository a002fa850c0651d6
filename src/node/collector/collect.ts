import { isbot } from 'isbot';
import type { Counts } from './counts.js';
import type { Moment } from './moment.js';
import { allowsOrigin, type Site } from './site.js';
import type { Kind, Outcome, Store } from './store.js';
import { visitorOf } from './visitor.js';

/** What a request says of itself, for as long as it lasts. */
export interface Hit {
  readonly site: Site;
  readonly kind: Kind;
  /** As the connection, or a trusted proxy, says. */
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Why a hit was not counted; the figures are answered all the same, but to a foreign page. */
export type Passed = 'origin' | 'no-agent' | 'bot' | 'privacy' | 'prefetch';

export interface Collected {
  readonly outcome: Outcome | Passed;
  readonly counts: Counts;
}

/** What stands against counting a hit. */
export function objection({ site, headers }: Hit): Passed | undefined {
  const one = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  if (!allowsOrigin(site, one('origin'))) return 'origin';
  if (one('dnt') === '1' || one('sec-gpc') === '1') return 'privacy';
  if (/prefetch|prerender/.test(one('sec-purpose') ?? one('purpose') ?? '')) return 'prefetch';
  const agent = one('user-agent')?.trim() ?? '';
  // `isbot` has nothing to say of no name at all.
  if (agent === '') return 'no-agent';
  return isbot(agent) ? 'bot' : undefined;
}

/** Counts a hit, if nothing stands against it, and says what the site's figures are now. */
export async function collect(store: Store, hit: Hit, moment: Moment): Promise<Collected> {
  const against = objection(hit);
  const { site, kind } = hit;
  if (against) return { outcome: against, counts: await store.counts(site, moment) };
  const salts = store.salts(moment);
  const agent = String(hit.headers['user-agent']).slice(0, 512);
  const visitor = visitorOf(salts instanceof Promise ? await salts : salts, site.id, hit.ip, agent);
  return store.seen(site, kind, visitor, moment);
}

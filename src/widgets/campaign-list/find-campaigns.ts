/** Finds campaigns: what a reader's words and choices leave of a list. Comes when a reader looks for one. */
import { DAY, dayIn } from '../../feed/days.js';
import { type Choices, FacetFilter, type FacetValues } from '../finding/facets.js';
import { listFilters } from '../finding/filters.js';
import type { Params } from '../finding/fragment.js';
import { phaseOfEntry } from './arrange.js';
import { finder } from './find.js';
import type { Text } from './period.js';
import type { Entry } from './timetable.js';

/** What a list of campaigns can be narrowed by; also names in the address. */
export const FACETS = ['status', 'organ', 'tag', 'year'] as const;
export type Facet = (typeof FACETS)[number];

/** A typing error must not make a list of thousands of years. */
const MOST_YEARS = 100;

export interface Found {
  readonly entries: readonly Entry[];
  readonly choices: Choices<Facet>;
}

/** The years in which a campaign runs; an open side reaches to this year. */
export function yearsOf({ start, end }: Entry, zone: string, now: number): string[] {
  const yearIn = (instant: number) => new Date(dayIn(zone, instant) * DAY).getUTCFullYear();
  const [hasStart, hasEnd] = [start > -Infinity, end < Infinity];
  if (!hasStart && !hasEnd) return [];
  const first = hasStart ? yearIn(start) : Math.min(yearIn(now), yearIn(end - 1));
  const last = hasEnd ? yearIn(end - 1) : Math.max(yearIn(now), first);
  const count = Math.min(Math.max(1, last - first + 1), MOST_YEARS);
  return [...Array(count).keys()].map((index) => String(first + index));
}

const only = (value: string | undefined) => (value?.trim() ? [value.trim()] : []);

function facetsOf(entry: Entry, zone: string, now: number): FacetValues<Facet> {
  const { item, campaign } = entry;
  return {
    status: [phaseOfEntry(entry)],
    organ: only(campaign.organiser),
    tag: [...new Set((item.tags ?? []).flatMap(only))],
    year: yearsOf(entry, zone, now),
  };
}

/**
 * What the words `q` and the facets leave, in the order given.
 *
 * @param zone - IANA name of the feed's zone: says in which year something lies
 * @param now - in milliseconds since the epoch
 */
export function findCampaigns(entries: readonly Entry[], params: Params, zone: string, now: number): Found {
  const finds = finder(params['q'] ?? '');
  const filter = new FacetFilter(FACETS, params);
  const kept = entries.filter((entry) => finds(entry.item) && filter.takes(facetsOf(entry, zone, now)));
  return { entries: kept, choices: filter.choices };
}

export function campaignFilters(
  { choices }: Found,
  params: Params,
  say: Text,
  change: (name: string, value: string) => void,
): unknown {
  return listFilters({ facets: FACETS, choices, orders: ['start', 'end', 'title'], params, say, change });
}

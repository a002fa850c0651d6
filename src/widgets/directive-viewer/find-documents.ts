/** Finds documents among thousands: what a reader's words, filters and order leave of a list. */
import { DEFAULT_ZONE } from '../../feed/dates.js';
import { yearIn } from '../../feed/days.js';
import type { FeedItem } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import { typeNameOf } from '../../text/document-types.js';
import { matcher, type SearchableText, wordsOfHtml } from '../../text/find-text.js';
import { foldFast } from '../../text/fold.js';
import { organKey, spellingKey } from '../../text/spelling.js';
import { type Choices, FacetFilter, type FacetValues } from '../finding/facets.js';
import type { Params } from '../finding/fragment.js';
import { numberOf } from './number-of.js';
import { Spellings } from './spellings.js';
import { typeOf } from './type-of.js';

/** What a list can be narrowed by; also names in the address. */
export const FACETS = ['type', 'organ', 'year', 'status', 'tag'] as const;
export type Facet = (typeof FACETS)[number];

/** Facets that feeds write in many ways, each with what makes them one: else a filter splits what is one thing. */
const KEYS = { type: (name: string) => spellingKey(typeNameOf(name) ?? name), organ: organKey };
type Named = keyof typeof KEYS;
const NAMED = Object.keys(KEYS) as readonly Named[];

export interface Found {
  readonly items: readonly FeedItem[];
  readonly choices: Choices<Facet>;
  /** What was asked for, in the writings of the choices: an old link may have another. */
  readonly params: Params;
  /** How much has been made ready for searching, 0 to 1; below 1 there may be more. */
  readonly searched: number;
}

interface Entry extends SearchableText {
  /** By key where there is one. */
  readonly facets: FacetValues<Facet>;
  /** As the feed writes it. */
  readonly names: FacetValues<Named>;
}

/** Longer without a break would be felt while typing or scrolling, milliseconds. */
const SLICE = 8;

/** Equal lists are one: ten thousand documents have the same few types, organs and years. */
class Lists {
  readonly #known = new Map<string, readonly string[]>();

  /** The different ones of these values that say something. */
  of(...values: readonly (string | undefined)[]): readonly string[] {
    const list = [...new Set(values.flatMap((value) => value?.trim() || []))];
    const key = list.join('\n');
    const known = this.#known.get(key);
    if (!known) this.#known.set(key, list);
    return known ?? list;
  }
}

function namesOf(item: FeedItem, lists: Lists): Entry['names'] {
  const directive = item._civic?.directive ?? {};
  const organ = lists.of(directive.organ?.name);
  return {
    type: lists.of(typeOf(directive)),
    // A plain JSON Feed knows authors only.
    organ: organ.length > 0 ? organ : lists.of(...(item.authors ?? []).map(({ name }) => name)),
  };
}

function facetsOf(item: FeedItem, lists: Lists, zone: string): Omit<Entry['facets'], Named> {
  const { status, issuedDate } = item._civic?.directive ?? {};
  const date = issuedDate ?? item.date_published;
  return {
    year: lists.of(date && yearIn(zone, date)?.toString()),
    status: lists.of(status),
    tag: lists.of(...(item.tags ?? [])),
  };
}

/** What the document shows as its text: its HTML where that has words, else the plain text. */
function textOf({ content_html = '', content_text = '' }: FeedItem): string {
  const words = wordsOfHtml(content_html);
  return words.trim() ? words : content_text;
}

function entryOf(item: FeedItem, lists: Lists, spellings: Readonly<Record<Named, Spellings>>, zone: string): Entry {
  const { summary, tags = [], _civic } = item;
  const { organ, signer } = _civic?.directive ?? {};
  const names = namesOf(item, lists);
  const keysOf = (name: Named) => lists.of(...names[name].map((raw) => spellings[name].keyOf(raw)));
  return {
    title: foldFast(`${titleOf(item)} ${numberOf(item) ?? ''}`),
    body: foldFast([organ?.name, signer?.fullName, ...tags, summary, textOf(item)].join(' ')),
    facets: { ...facetsOf(item, lists, zone), type: keysOf('type'), organ: keysOf('organ') },
    names,
  };
}

const dateOf = ({ _civic, date_published }: FeedItem) => _civic?.directive?.issuedDate ?? date_published ?? '';

const ORDERS: Readonly<Record<string, (a: FeedItem, b: FeedItem) => number>> = {
  newest: (a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0),
  // What has no date is old to nobody: it stands last in either order.
  oldest: (a, b) => {
    const [left, right] = [dateOf(a) || '9', dateOf(b) || '9'];
    return left < right ? -1 : left > right ? 1 : 0;
  },
};

let collator: Intl.Collator | undefined;

function inOrder(items: FeedItem[], sort: string): FeedItem[] {
  if (sort === 'title') {
    const { compare } = (collator ??= new Intl.Collator('vi', { numeric: true }));
    return items.sort((a, b) => compare(titleOf(a), titleOf(b)));
  }
  const order = Object.prototype.hasOwnProperty.call(ORDERS, sort) ? ORDERS[sort] : undefined;
  return order ? items.sort(order) : items;
}

export class Finder {
  /** By item: what is added to a list later costs only itself. */
  readonly #entries = new WeakMap<FeedItem, Entry>();
  readonly #lists = new Lists();
  readonly #spellings = { type: new Spellings(KEYS.type), organ: new Spellings(KEYS.organ) };
  readonly #onProgress: () => void;
  #items: readonly FeedItem[] = [];
  #zone = DEFAULT_ZONE;
  #ready = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: { readonly key: string; readonly found: Found } | undefined;

  /** @param onProgress - called each time more has been made ready, at most a few times a second */
  constructor(onProgress: () => void) {
    this.#onProgress = onProgress;
  }

  /**
   * Makes the documents ready for being searched, in slices between which the page goes on.
   *
   * @param zone - IANA name of the feed's zone: says in which year a document was issued
   */
  prepare(items: readonly FeedItem[], zone: string): void {
    if (items === this.#items) return;
    this.stop();
    this.#items = items;
    this.#zone = zone;
    this.#ready = 0;
    this.#last = undefined;
    for (const name of NAMED) this.#spellings[name].reset();
    this.#work();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#items = [];
  }

  #work(told = performance.now()): void {
    const items = this.#items;
    const end = performance.now() + SLICE;
    while (this.#ready < items.length) {
      const item = items[this.#ready++];
      if (item) this.#read(item);
      if (performance.now() > end) break;
    }
    const now = performance.now();
    const isDone = this.#ready >= items.length;
    const tells = isDone || now - told > 250;
    this.#last = tells ? undefined : this.#last;
    if (!isDone) this.#timer = setTimeout(() => this.#work(tells ? now : told));
    if (tells) this.#onProgress();
  }

  #read(item: FeedItem): void {
    const entry = this.#entries.get(item) ?? entryOf(item, this.#lists, this.#spellings, this.#zone);
    this.#entries.set(item, entry);
    for (const name of NAMED) for (const raw of entry.names[name]) this.#spellings[name].count(raw);
  }

  /** What the words `q`, the facets and the order `sort` leave, best first where there are words. */
  find(params: Params): Found {
    const key = ['q', 'sort', ...FACETS].map((name) => params[name] ?? '').join('\n');
    if (this.#last?.key !== key) this.#last = { key, found: this.#find(params) };
    return this.#last.found;
  }

  #find(params: Params): Found {
    const match = matcher(params['q'] ?? '');
    const keys: Record<string, string> = {};
    const written: Record<string, string> = {};
    for (const name of NAMED) {
      const chosen = params[name] ?? '';
      keys[name] = this.#spellings[name].keyOf(chosen);
      written[name] = this.#spellings[name].nameOf(keys[name]) ?? chosen;
    }
    const filter = new FacetFilter(FACETS, { ...params, ...keys });
    const byRank: FeedItem[][] = [[], [], [], []];
    for (const item of this.#items) {
      const entry = this.#entries.get(item);
      const rank = entry && (match ? match(entry) : 1);
      if (rank && filter.takes(entry.facets)) byRank[rank]?.push(item);
    }
    const { choices } = filter;
    const called = (name: Named) =>
      choices[name].map(({ value, count }) => ({ value: this.#spellings[name].nameOf(value) ?? value, count }));
    return {
      items: inOrder(byRank.reverse().flat(), params['sort'] ?? ''),
      choices: { ...choices, type: called('type'), organ: called('organ') },
      params: { ...params, ...written },
      searched: this.#items.length === 0 ? 1 : this.#ready / this.#items.length,
    };
  }
}

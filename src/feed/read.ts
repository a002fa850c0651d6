import * as v from 'valibot';
import { type Feed, type FeedItem, FeedSchema, ItemSchema } from './schema.js';
import { resolveUrl } from './url.js';

/** Something in a feed that was left out or corrected while it was read. */
export interface Problem {
  /** Where it stands (JSON pointer, RFC 6901); the empty string is the whole feed. */
  readonly pointer: string;
  /** What is wrong, in English: it is for the one who publishes the feed. */
  readonly message: string;
}

/** What {@link read} makes of an answer. */
export interface ReadResult {
  readonly feed: Feed;
  readonly problems: readonly Problem[];
  /** False when the value is no feed at all; `feed` is then empty. */
  readonly isFeed: boolean;
}

/** A hostile feed may hold a million errors; the report stays readable and says how many it left out. */
export const MAX_PROBLEMS = 200;

/** Fields that hold a URL, wherever they stand in the schema. */
const RESOURCE_KEYS = new Set([
  'feed_url',
  'next_url',
  'icon',
  'favicon',
  'avatar',
  'image',
  'banner_image',
  'src',
]);
const LINK_KEYS = new Set(['url', 'external_url', 'home_page_url', 'href']);

type Key = string | number;
type Json = Record<Key, unknown>;

class Report {
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();
  #left = 0;

  add(path: readonly Key[], message: string): void {
    const pointer = path
      .map((key) => '/' + String(key).replace(/~/g, '~0').replace(/\//g, '~1'))
      .join('');
    if (this.#seen.has(pointer)) return;
    if (this.problems.length >= MAX_PROBLEMS) {
      this.#left++;
      return;
    }
    this.#seen.add(pointer);
    this.problems.push({ pointer, message });
  }

  close(): readonly Problem[] {
    if (this.#left > 0) this.problems.push({ pointer: '', message: `${this.#left} more problems` });
    return this.problems;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function valueAt(root: unknown, path: readonly Key[]): unknown {
  let value = root;
  for (const key of path) {
    if (!isObject(value) || !Object.prototype.hasOwnProperty.call(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** A copy of `root` without what stands at `path`; what is not on the path is shared, not copied. */
function without(root: unknown, path: readonly Key[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(root)) return undefined;
  if (Array.isArray(root)) {
    const list = [...(root as unknown[])];
    // A hole instead of a splice: further issues of the same round keep their indices.
    list[key as number] = rest.length > 0 ? without(list[key as number], rest) : undefined;
    return list;
  }
  const copy = { ...root };
  if (rest.length > 0) copy[key] = without(copy[key], rest);
  else delete copy[key];
  return copy;
}

function closeHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== undefined).map(closeHoles);
  if (!isObject(value)) return value;
  const copy: Json = {};
  for (const [key, entry] of Object.entries(value)) {
    if (key !== '__proto__') copy[key] = closeHoles(entry);
  }
  return copy;
}

/**
 * Parses with the bad parts taken out: a wrong field goes, and where it was required, what holds it goes with it.
 *
 * @returns undefined when nothing is left
 */
function parseLenient<Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown,
  at: readonly Key[],
  report: Report,
): v.InferOutput<Schema> | undefined {
  let value = raw;
  // Each round takes out at least one thing, and what is required climbs at most once a level.
  for (;;) {
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((step) => step.key as Key);
      report.add([...at, ...path], issue.message);
      while (path.length > 0 && valueAt(value, path) === undefined) path.pop();
      if (path.length === 0) return undefined;
      value = without(value, path);
    }
    value = closeHoles(value);
  }
}

/** Makes every URL absolute, in place: the value is our own copy by now. */
function resolveUrls(value: unknown, base: string): void {
  if (!isObject(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry !== 'string') {
      resolveUrls(entry, base);
    } else if (RESOURCE_KEYS.has(key) || LINK_KEYS.has(key)) {
      const resolved = resolveUrl(entry, base, LINK_KEYS.has(key) ? 'link' : 'resource');
      if (resolved === undefined) delete value[key];
      else value[key] = resolved;
    }
  }
}

function readItems(list: readonly unknown[], base: string, report: Report): FeedItem[] {
  const items: FeedItem[] = [];
  const ids = new Set<string>();
  list.forEach((raw, index) => {
    let item: FeedItem | undefined;
    try {
      item = parseLenient(ItemSchema, raw, ['items', index], report);
    } catch (error) {
      // Nested deeper than the stack: this item's fault, not the feed's.
      report.add(['items', index], String(error));
    }
    if (!item) return;
    if (ids.has(item.id)) {
      report.add(['items', index, 'id'], `the id "${item.id}" is already taken by an earlier item`);
      return;
    }
    ids.add(item.id);
    resolveUrls(item, base);
    items.push(item);
  });
  return items;
}

function refuse(message: string): ReadResult {
  const feed = v.parse(FeedSchema, { version: '', title: '', items: [] });
  return { feed, problems: [{ pointer: '', message }], isFeed: false };
}

/**
 * Reads a JSON Feed leniently, item by item: what is wrong is left out and reported, what is right is kept.
 * Never throws, whatever the value.
 *
 * @param raw - parsed JSON from anywhere
 * @param base - absolute URL that relative URLs in the feed start from
 */
export function read(raw: unknown, base: string): ReadResult {
  if (!isObject(raw) || Array.isArray(raw)) return refuse('the feed is not a JSON object');
  if (!Array.isArray(raw['items'])) return refuse('"items" is not a list');
  try {
    const report = new Report();
    // Version and title are obligatory for a publisher; a reader shows the items without them.
    const head = { ...raw, items: [] };
    for (const key of ['version', 'title'] as const) {
      if (typeof raw[key] === 'string') continue;
      report.add([key], `"${key}" is missing or no string`);
      Object.assign(head, { [key]: '' });
    }
    const feed = parseLenient(FeedSchema, head, [], report);
    if (!feed) return refuse('the feed cannot be read');
    resolveUrls(feed, base);
    feed.items = readItems(raw['items'], base, report);
    return { feed, problems: report.close(), isFeed: true };
  } catch (error) {
    // Not JSON but an object with a will of its own (a getter that throws, a proxy).
    return refuse(`the feed cannot be read: ${String(error)}`);
  }
}

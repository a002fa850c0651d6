import type { Steps } from '../text/steps.js';
import { conform, type Key, type OnProblem } from './conform.js';
import { DEFAULT_ZONE } from './dates.js';
import type { Feed, FeedItem } from './schema.js';
import { feedShape, itemShape } from './shape.js';

/** Something in a feed that was left out while it was read. */
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

/** Collects problems; `close` says how many there was no room for. */
function report() {
  const problems: Problem[] = [];
  let left = 0;
  const add = (path: readonly Key[], message: string): void => {
    if (problems.length >= MAX_PROBLEMS) {
      left++;
      return;
    }
    const pointer = path.map((key) => '/' + String(key).replace(/~/g, '~0').replace(/\//g, '~1')).join('');
    problems.push({ pointer, message });
  };
  const close = (): readonly Problem[] =>
    left > 0 ? [...problems, { pointer: '', message: `${left} more problems` }] : problems;
  return { add, close };
}

function emptyFeed(): Feed {
  return { version: '', title: '', _civic: { v: 1, timezone: DEFAULT_ZONE, banners: [] }, items: [] };
}

function refuse(message: string): ReadResult {
  return { feed: emptyFeed(), problems: [{ pointer: '', message }], isFeed: false };
}

/** JSON Feed 1.0 had one author, in a field of its own; where there is the field of 1.1, that counts. */
function withAuthors(raw: unknown): unknown {
  const { author } = (raw ?? {}) as { author?: unknown };
  return author ? { authors: [author], ...(raw as object) } : raw;
}

function* readItems(list: readonly unknown[], base: string, feed: Feed, add: OnProblem): Steps<FeedItem[]> {
  const items: FeedItem[] = [];
  const ids = new Set<string>();
  let index = 0;
  for (const raw of list) {
    yield;
    const path = ['items', index++];
    try {
      const item = conform(withAuthors(raw), itemShape, base, path, add) as FeedItem | undefined;
      if (!item) continue;
      if (ids.has(item.id)) {
        add(path, `the id "${item.id}" is taken by an earlier item`);
        continue;
      }
      ids.add(item.id);
      // Whoever wrote the feed wrote what names nobody else.
      if (feed.authors) item.authors ??= feed.authors;
      for (const attachment of item.attachments ?? []) {
        attachment.mime_type ||= 'application/octet-stream';
      }
      items.push(item);
    } catch (error) {
      // Nested deeper than the stack, or an object with a will of its own: this item's fault, not the feed's.
      add(path.slice(0, 2), String(error));
    }
  }
  return items;
}

/** As {@link read}, with a place to breathe before each item. */
export function* readSteps(raw: unknown, base: string): Steps<ReadResult> {
  try {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      return refuse('no JSON object');
    }
    const { items } = raw as Record<string, unknown>;
    if (!Array.isArray(items)) return refuse('"items" is not a list');
    const { add, close } = report();
    const empty = emptyFeed();
    // Version and title are obligatory for a publisher; a reader shows the items without them.
    const head: Record<string, unknown> = { ...raw };
    for (const key of ['version', 'title']) {
      if (typeof head[key] === 'string') continue;
      add([key], `"${key}" is missing or no string`);
      head[key] = '';
    }
    const feed = conform(withAuthors(head), feedShape, base, [], add) as Feed;
    feed._civic = { ...empty._civic, ...feed._civic };
    const next = feed.next_url;
    if (next && (next === base || next === feed.feed_url)) {
      add(['next_url'], 'leads back to the feed itself');
      delete feed.next_url;
    }
    feed.items = yield* readItems(items, base, feed, add);
    return { feed, problems: close(), isFeed: true };
  } catch (error) {
    // Not JSON but something with a will of its own (a getter that throws, a proxy).
    return refuse(String(error));
  }
}

/**
 * Reads a JSON Feed leniently, item by item: what is wrong is left out and reported, what is right is kept.
 * Never throws, whatever the value.
 *
 * @param raw - parsed JSON from anywhere
 * @param base - absolute URL that relative URLs in the feed start from
 */
export function read(raw: unknown, base: string): ReadResult {
  const steps = readSteps(raw, base);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

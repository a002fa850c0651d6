import { conform, type Key, type OnProblem } from './conform.js';
import { DEFAULT_ZONE } from './dates.js';
import type { Feed } from './schema.js';
import { feedShape } from './shape.js';

/** Something in a feed that was left out while it was read. */
export interface Problem {
  /** Where it stands (JSON pointer, RFC 6901); the empty string is the whole feed. */
  readonly pointer: string;
  /** What is wrong, in English: it is for the one who publishes the feed. */
  readonly message: string;
}

/** What is made of an answer. */
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

/** JSON Feed 1.0 had one author, in a field of its own; where there is the field of 1.1, that counts. */
export function withAuthors(raw: unknown): unknown {
  const { author } = (raw ?? {}) as { author?: unknown };
  return author ? { authors: [author], ...(raw as object) } : raw;
}

/** A feed whose items are still to be read. */
export interface Reading {
  /** Without items. */
  readonly feed: Feed;
  /** As they stand in the answer. */
  readonly items: readonly unknown[];
  readonly add: OnProblem;
  /** Nothing more will be read. */
  readonly close: () => ReadResult;
}

function refuse(message: string): Reading {
  const feed = emptyFeed();
  const close = () => ({ feed, problems: [{ pointer: '', message }], isFeed: false });
  return { feed, items: [], add: () => undefined, close };
}

/**
 * Reads all of a feed but its items, which some widgets show nothing of. Never throws, whatever the value.
 *
 * @param raw - parsed JSON from anywhere
 * @param base - absolute URL that relative URLs in the feed start from
 */
export function readHead(raw: unknown, base: string): Reading {
  try {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('no JSON object');
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
    feed.items = [];
    const next = feed.next_url;
    if (next && (next === base || next === feed.feed_url)) {
      add(['next_url'], 'leads back to the feed itself');
      delete feed.next_url;
    }
    return { feed, items, add, close: () => ({ feed, problems: close(), isFeed: true }) };
  } catch (error) {
    // Not JSON but something with a will of its own (a getter that throws, a proxy).
    return refuse(String(error));
  }
}

import { conform, type Key } from './conform.js';
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

class Report {
  readonly problems: Problem[] = [];
  #left = 0;

  readonly add = (path: readonly Key[], message: string): void => {
    if (this.problems.length >= MAX_PROBLEMS) {
      this.#left++;
      return;
    }
    const pointer = path
      .map((key) => '/' + String(key).replace(/~/g, '~0').replace(/\//g, '~1'))
      .join('');
    this.problems.push({ pointer, message });
  };

  close(): readonly Problem[] {
    if (this.#left > 0) this.problems.push({ pointer: '', message: `${this.#left} more problems` });
    return this.problems;
  }
}

function emptyFeed(): Feed {
  return { version: '', title: '', _civic: { v: 1, timezone: DEFAULT_ZONE, banners: [] }, items: [] };
}

function refuse(message: string): ReadResult {
  return { feed: emptyFeed(), problems: [{ pointer: '', message }], isFeed: false };
}

function readItems(list: readonly unknown[], base: string, report: Report): FeedItem[] {
  const items: FeedItem[] = [];
  const ids = new Set<string>();
  list.forEach((raw, index) => {
    const path = ['items', index];
    try {
      const item = conform(raw, itemShape, base, path, report.add) as FeedItem | undefined;
      if (!item) return;
      if (ids.has(item.id)) {
        report.add(path, `the id "${item.id}" is taken by an earlier item`);
        return;
      }
      ids.add(item.id);
      for (const attachment of item.attachments ?? []) {
        attachment.mime_type ??= 'application/octet-stream';
      }
      items.push(item);
    } catch (error) {
      // Nested deeper than the stack, or an object with a will of its own: this item's fault, not the feed's.
      report.add(path.slice(0, 2), String(error));
    }
  });
  return items;
}

/**
 * Reads a JSON Feed leniently, item by item: what is wrong is left out and reported, what is right is kept.
 * Never throws, whatever the value.
 *
 * @param raw - parsed JSON from anywhere
 * @param base - absolute URL that relative URLs in the feed start from
 */
export function read(raw: unknown, base: string): ReadResult {
  try {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      return refuse('the feed is not a JSON object');
    }
    const { items } = raw as Record<string, unknown>;
    if (!Array.isArray(items)) return refuse('"items" is not a list');
    const report = new Report();
    const empty = emptyFeed();
    // Version and title are obligatory for a publisher; a reader shows the items without them.
    const head: Record<string, unknown> = { ...raw };
    for (const key of ['version', 'title']) {
      if (typeof head[key] === 'string') continue;
      report.add([key], `"${key}" is missing or no string`);
      head[key] = '';
    }
    const feed = conform(head, feedShape, base, [], report.add) as Feed;
    feed._civic = { ...empty._civic, ...feed._civic };
    feed.items = readItems(items, base, report);
    return { feed, problems: report.close(), isFeed: true };
  } catch (error) {
    // Not JSON but something with a will of its own (a getter that throws, a proxy).
    return refuse(`the feed cannot be read: ${String(error)}`);
  }
}

import type { Steps } from '../text/steps.js';
import { conform, type OnProblem } from './conform.js';
import { itemShape } from './item-shape.js';
import { readHead, type ReadResult, withAuthors } from './read-head.js';
import type { Feed, FeedItem } from './schema.js';

/**
 * Milliseconds of reading after which the page goes on: below the 50 of a long task whatever the last item takes. As in
 * `steps.ts`, which is not asked here: it comes in one file with what reads documents, and most pages need none of that.
 */
const SLICE_MS = 28;

function* readItems(list: readonly unknown[], base: string, { authors }: Feed, add: OnProblem): Steps<FeedItem[]> {
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
      if (authors) item.authors ??= authors;
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
  const { feed, items, add, close } = readHead(raw, base);
  try {
    feed.items = yield* readItems(items, base, feed, add);
  } catch (error) {
    // A list with a will of its own.
    add(['items'], String(error));
  }
  return close();
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

/**
 * As {@link read}, but a feed of thousands of items is read in slices, between which the page goes on. What takes no
 * longer than one is there at once, and no promise: nobody waits for most feeds.
 */
export function readSliced(raw: unknown, base: string): ReadResult | Promise<ReadResult> {
  const steps = readSteps(raw, base);
  const slice = (): ReadResult | Promise<ReadResult> => {
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() > end) return new Promise((resolve) => setTimeout(() => resolve(slice())));
    }
  };
  return slice();
}

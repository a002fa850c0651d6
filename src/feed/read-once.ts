import { readHead, type ReadResult } from './read-head.js';

/** Thirty widgets of one feed read one object: it is validated once. A promise as long as it is, or was, read in slices. */
const results = new WeakMap<object, ReadResult | Promise<ReadResult>>();

/**
 * What reads items comes with the first feed that has some.
 *
 * @param url - where the value came from, which is always the same for one object
 */
export async function readOnce(value: unknown, url: string): Promise<ReadResult> {
  const key = Object(value) as { items?: readonly unknown[] | null };
  const part = key.items?.length && !results.has(key) ? await import('./read.js') : undefined;
  // Another widget may have read it meanwhile, or be at it. Reading never fails; the import may, and leaves nothing here.
  const result = results.get(key) ?? (part ? part.readSliced(value, url) : readHead(value, url).close());
  results.set(key, result);
  return result;
}

/** For what was read elsewhere, bit by bit. */
export function remember(value: object, result: ReadResult): void {
  results.set(value, result);
}

import { read, type ReadResult } from './read.js';

/** Thirty widgets of one feed read one object: it is validated once. */
const results = new WeakMap<object, ReadResult>();

/** @param url - where the value came from, which is always the same for one object */
export function readOnce(value: unknown, url: string): ReadResult {
  const key = Object(value) as object;
  let result = results.get(key);
  if (!result) results.set(key, (result = read(value, url)));
  return result;
}

/** For what was read elsewhere, bit by bit. */
export function remember(value: object, result: ReadResult): void {
  results.set(value, result);
}

import { FeedError } from '../error.js';
import type { Received } from '../received.js';

/** Reads RSS and Atom into the shape of a JSON Feed. */
export function readXml(_received: Received, url: string): Promise<unknown> {
  return Promise.reject(new FeedError('not-json', url));
}

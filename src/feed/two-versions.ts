/** What the console is told where a page has two versions of this library. */
import { VERSION } from '../version.js';

/**
 * @param first - the version in use, where it is known
 * @param told - what was said already; each pair of versions once for a page
 */
export function tell(first = 'unknown', told: Set<string>): void {
  const pair = `${first} ${VERSION}`;
  if (told.has(pair)) return;
  told.add(pair);
  console.warn(`civic-widgets: ${first} is in use, ${VERSION} stays unused. Remove one script.`);
}

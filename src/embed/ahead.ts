import { fetchEarly } from './early.js';
import { begin, loadViews } from './modules.js';

/**
 * Begins what an element will need as soon as it is defined, while that is under way: its feed, what draws it, its first
 * picture. What is `lazy` waits.
 *
 * @param element - undefined where a link stands for it
 */
export function goAhead(tag: string, attribute: (name: string) => string | null | undefined, element?: Element): void {
  if (attribute('loading') === 'lazy') return;
  const feed = fetchEarly(attribute('src'));
  loadViews(tag, attribute('view'));
  if (element) begin(element, feed);
}

/** Begins to fetch a feed beside the widget's own files, so that the one does not wait for the others. */
import { page } from '../feed/page.js';

/**
 * Asks for a feed, once for all who want it, unless somebody has it already.
 *
 * @param src - as the attribute has it
 * @returns what the first widget will take as its answer
 */
export function fetchEarly(src: string | null | undefined): Promise<Response> | undefined {
  // Only an address that is plainly one: what needs mending, the widget mends.
  if (!src || !/^[!#-&(-~]+$/.test(src)) return undefined;
  const shared = page();
  // One for all scripts of a page: what one began, the widget of another may be the first to want.
  const begun = (shared.begun ??= new Map());
  shared.early ??= (url) => {
    const response = begun.get(url);
    begun.delete(url);
    return response;
  };
  try {
    const url = new URL(src, document.baseURI).href;
    let response = begun.get(url);
    if (!response && !shared.loads.has(url)) {
      // As the widget would ask; or as a line of the page's head has asked already, whose answer no other request may have.
      const asked = document.querySelector(`[rel=preload][href="${src}"]`);
      response = fetch(url, asked ? {} : { credentials: 'omit' });
      // Who takes it hears of a failure; where nobody does, it is nobody's business.
      response.catch(() => undefined);
      begun.set(url, response);
    }
    return response;
  } catch {
    // The widget will say so.
    return undefined;
  }
}

/** Begins to fetch a feed beside the widget's own files, so that the one does not wait for the others. */
import { page } from '../feed/page.js';

/** Only an address that is plainly one: what needs mending, the widget mends. */
const PLAIN = /^[^\s"'“”‘’″]+$/;

/** By absolute URL. */
const begun = new Map<string, Promise<Response>>();
/** As the attributes have them: of thirty widgets with one feed, the first asks for it. */
const asked = new Set<string>();

function take(url: string): Promise<Response> | undefined {
  const response = begun.get(url);
  begun.delete(url);
  return response;
}

/** @param src - as the attribute has it */
export function fetchEarly(src: string | null | undefined): void {
  if (!src || asked.has(src) || !PLAIN.test(src)) return;
  asked.add(src);
  const shared = page();
  shared.early ??= take;
  try {
    const url = new URL(src, document.baseURI).href;
    if (begun.has(url) || shared.loads.has(url)) return;
    // As the widget would ask.
    const response = fetch(url, { credentials: 'omit' });
    // Who takes it hears of a failure; where nobody does, it is nobody's business.
    response.catch(() => undefined);
    begun.set(url, response);
  } catch {
    // The widget will say so.
  }
}

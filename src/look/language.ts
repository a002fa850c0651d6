import { isServer } from 'lit';
import { closestThrough } from '../feed/closest.js';

/** A server knows no element's surroundings; what it drew is put right as soon as there are some. */
const around = (element: Element, selector: string): Element | undefined =>
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Lit’s build for servers says otherwise
  isServer ? undefined : closestThrough(element, selector);

/**
 * The language tag that rules an element: its own `lang` or the nearest around it, else Vietnamese.
 */
export function languageTagOf(element: Element): string {
  return around(element, '[lang]')?.getAttribute('lang') || 'vi';
}

/**
 * A wording that the page sets in HTML: `data-i18n.retry="Tải lại"` on the element or anything around it.
 *
 * @param key - as in the string table
 */
export function pageWording(element: Element, key: string): string | undefined {
  return around(element, `[data-i18n\\.${key}]`)?.getAttribute(`data-i18n.${key}`) ?? undefined;
}

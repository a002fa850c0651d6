import { isServer } from 'lit';

/** The element itself or the nearest around it, through shadow roots, that matches. */
function closestThrough(element: Element, selector: string): Element | undefined {
  // A server knows no element's surroundings; what it drew is put right as soon as there are some.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Lit’s build for servers says otherwise
  let current: Element | null = isServer ? null : element;
  while (current) {
    const found: Element | null = current.closest(selector);
    if (found) return found;
    const root = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/**
 * The language tag that rules an element: its own `lang` or the nearest around it, else Vietnamese.
 */
export function languageTagOf(element: Element): string {
  return closestThrough(element, '[lang]')?.getAttribute('lang') || 'vi';
}

/**
 * A wording that the page sets in HTML: `data-i18n.retry="Tải lại"` on the element or anything around it.
 *
 * @param key - as in the string table
 */
export function pageWording(element: Element, key: string): string | undefined {
  return closestThrough(element, `[data-i18n\\.${key}]`)?.getAttribute(`data-i18n.${key}`) ?? undefined;
}

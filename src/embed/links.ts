/** Links that become widgets: editors of all kinds strip custom tags and scripts, but never a link. */
import { type Embedded, readAddress, WIDGETS } from '../embed-address.js';
import { createEmbedded } from './create.js';

/** Links that may be meant; the address says whether one is. */
export const LINKS = 'a[href*="/embed/"]';

/** What readers wrote into a page (comments, forums) is no decision of the page's owner. */
const FOREIGN = /(^|\s)(ugc|nofollow|sponsored)(\s|$)/i;

/** Links that are, or will be, a widget; one that failed may try again when it is put in anew. */
const taken = new WeakSet<Element>();

/**
 * The widget that a link stands for.
 *
 * @param origins - origins whose embed pages may become widgets
 * @returns undefined for any other link
 */
export function linked(link: HTMLAnchorElement, origins: ReadonlySet<string>): Embedded | undefined {
  if (FOREIGN.test(link.rel) || link.dataset['civic'] === 'link') return undefined;
  // What stands inside a widget already is its fallback content.
  if (link.closest(WIDGETS)) return undefined;
  const embedded = readAddress(link.getAttribute('href') ?? '', link.ownerDocument.baseURI);
  return embedded && [...origins].some((origin) => embedded.folder.startsWith(`${origin}/`)) ? embedded : undefined;
}

/** Waits until nobody stands on the link: taking it away would send a keyboard user back to the top of the page. */
function unfocused(link: HTMLElement): Promise<void> {
  const { activeElement } = link.getRootNode() as Document | ShadowRoot;
  if (activeElement !== link) return Promise.resolve();
  return new Promise((left) => link.addEventListener('blur', () => left(), { once: true }));
}

/** Whether the widget, out of sight beside its link, came to show something. */
function outcome(widget: HTMLElement): Promise<boolean> {
  return new Promise((settle) => {
    const settled = () => settle(/ready|stale/.test(widget.getAttribute('state') ?? ''));
    for (const type of ['civic-load', 'civic-error']) {
      widget.addEventListener(type, () => queueMicrotask(settled), { once: true });
    }
  });
}

/**
 * Puts the widget in the link's place once it has something to show. Until then, and wherever anything fails, the link
 * stands as it was. Afterwards the link is inside the widget, as what it shows on a bad day.
 *
 * @param load - defines the element
 */
export async function upgrade(
  link: HTMLAnchorElement,
  embedded: Embedded,
  load: (tag: string) => Promise<unknown>,
): Promise<void> {
  if (taken.has(link)) return;
  taken.add(link);
  let widget: HTMLElement | undefined;
  try {
    await load(embedded.tag);
    if (!link.isConnected) return;
    widget = createEmbedded(embedded, link.ownerDocument);
    widget.hidden = true;
    link.before(widget);
    if (!(await outcome(widget))) return;
    await unfocused(link);
    // While we waited the page may have taken both away.
    if (!widget.isConnected) return;
    // The room that the page reserved; set by script, which every content security policy allows.
    if (link.style.length) widget.style.cssText = link.style.cssText;
    widget.hidden = false;
    widget.append(link);
    widget = undefined;
  } catch (error) {
    console.warn(`civic-widgets: <${embedded.tag}> could not be loaded, its link stays.`, error);
  } finally {
    widget?.remove();
    if (!link.closest(embedded.tag)) taken.delete(link);
  }
}

/** Rotators on a test page, with banners whose pictures come from the test server. */
import type { Banner } from '../../../src/feed/schema.js';
import { BannerRotator } from '../../../src/widgets/banner-rotator/banner-rotator.js';
import { afterwards, feedUrl, frame, mount, serve, uniqueKey, until } from '../../support/page.js';
import { sampleFeed } from '../../support/sample-feed.js';

BannerRotator.define();

/** URL of a picture of one colour; its requests are counted under `key`. */
export function pictureUrl(colour = 'teal', { width = 300, height = 150, key = uniqueKey() } = {}): string {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`;
  return feedUrl('raw', { body, type: 'image/svg+xml', key });
}

export const brokenUrl = () => feedUrl('status/404', { key: uniqueKey() });
export const hangingUrl = () => feedUrl('hang', { key: uniqueKey() });

/** Address of a film that never comes. */
export const filmUrl = () => feedUrl('hang', { key: uniqueKey() });

/** A banner; its id is also its words. */
export function banner(id: string, rest: Partial<Banner> = {}): Banner {
  return {
    id,
    image: pictureUrl(),
    alt: `Biểu ngữ mẫu ${id}`,
    href: `https://example.org/${id}`,
    width: 300,
    height: 150,
    ...rest,
  };
}

export const banners = (...ids: string[]): Banner[] => ids.map((id) => banner(id));

export const feedOf = (list: readonly object[], rest: object = {}) =>
  sampleFeed(0, { _civic: { v: 1, banners: list, ...rest } });

export interface Wish {
  /** HTML between the tags. */
  inside?: string;
  width?: number;
  lang?: string;
}

/** A rotator that has its feed; turns by itself only where the test sets an interval. */
export async function rotator(
  attributes: string,
  list: readonly object[],
  { inside = '', width = 400, lang }: Wish = {},
): Promise<BannerRotator> {
  const src = await serve(feedOf(list));
  const element = await mount<BannerRotator>(
    `<civic-banner-rotator src="${src}" ${attributes} interval="900">${inside}</civic-banner-rotator>`,
    { width, ...(lang ? { lang } : {}) },
  );
  await until(() => element.state !== 'loading', 'the feed');
  await element.updateComplete;
  return element;
}

/** A rotator whose first banner is there, with its controls where it has any. */
export async function shown(...args: Parameters<typeof rotator>): Promise<BannerRotator> {
  const element = await rotator(...args);
  await until(() => isThere(element), 'the first banner');
  if (element.layout !== 'rotate' || leaving(element)) return element;
  await until(() => hasInteraction(element), 'what comes after the first banner');
  // On an English page its words come a moment later.
  await import('../../../src/locales/en/banner-controls.js');
  await frame();
  await element.updateComplete;
  if (hasSeveral(element)) await until(() => find(element, '.controls'), 'the controls');
  return element;
}

/** It brings styles of its own. */
const hasInteraction = ({ shadowRoot }: Element) =>
  (shadowRoot?.adoptedStyleSheets.length ?? 0) > BannerRotator.elementStyles.length;

const hasSeveral = (element: BannerRotator) => find(element, '.base')?.getAttribute('aria-roledescription') !== null;

/** Whether the banner on show has its picture. */
export function isThere(element: BannerRotator): boolean {
  const list = images(element);
  return list.length > 0 && list.every((image) => image.complete && image.naturalWidth > 0);
}

export function find(element: Element, selector: string): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

export function get(element: Element, selector: string): HTMLElement {
  const found = find(element, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export function all(element: Element, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The images on show. */
export function images(element: Element): HTMLImageElement[] {
  return all(element, '.set:not(.leave) .image') as HTMLImageElement[];
}

/** Who leaves, while that is seen; afterwards it may lie there unseen until the next turn. */
export const leaving = (element: Element) => all(element, '.leave').find(({ style }) => style.opacity !== '0');

/** Words of the banners on show, in their order. */
export function words(element: Element): string[] {
  return images(element).map(({ alt }) => alt.replace('Biểu ngữ mẫu ', ''));
}

/** Waits until these banners are on show. */
export async function untilShown(element: Element, ...ids: string[]): Promise<void> {
  await until(() => words(element).join() === ids.join(), `${ids.join()} instead of ${words(element).join()}`);
}

/** Ids of a banner event from now on, in their order. */
export function record(target: EventTarget, type: string): string[] {
  const ids: string[] = [];
  target.addEventListener(type, (event) => ids.push((event as Event & { bannerId: string }).bannerId));
  return ids;
}

/** Says whether the window has the focus, to script; so does the function that is returned. */
export function fakeFocus(has: boolean): (has: boolean) => void {
  let now = has;
  document.hasFocus = () => now;
  afterwards(() => void Reflect.deleteProperty(document, 'hasFocus'));
  return (next) => {
    now = next;
    window.dispatchEvent(new Event(next ? 'focus' : 'blur'));
  };
}

/** Delays that `setTimeout` is asked for from now on; `shorten` makes some of them short. */
export function watchTimers(shorten: (delay: number) => boolean = () => false): number[] {
  const delays: number[] = [];

  const native = window.setTimeout;
  window.setTimeout = ((handler: () => void, delay = 0) => {
    delays.push(delay);
    return native(handler, shorten(delay) ? 20 : delay);
  }) as typeof window.setTimeout;
  afterwards(() => {
    window.setTimeout = native;
  });
  return delays;
}

/** Timers that a test lets run when it wants to: a clock that is held. */
export interface HeldTimers {
  /** Their delays in milliseconds, in the order in which they were set. */
  readonly delays: number[];
  /** Runs those of one delay. */
  run(delay: number): void;
}

/** Holds the timers of some delays that are set from now on; the others run as always. */
export function holdTimers(isHeld: (delay: number) => boolean): HeldTimers {
  const { setTimeout: set, clearTimeout: clear } = window;
  const held = new Map<number, { delay: number; work: () => void }>();
  let last = 0;
  window.setTimeout = ((work: () => void, delay = 0) => {
    if (!isHeld(delay)) return set(work, delay);
    // No browser gives a timer such a number.
    held.set(--last, { delay, work });
    return last;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    if (!held.delete(Number(id))) clear(id);
  };
  afterwards(() => {
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
  });
  return {
    get delays() {
      return [...held.values()].map(({ delay }) => delay);
    },
    run(delay) {
      for (const [id, timer] of held) {
        if (timer.delay === delay && held.delete(id)) timer.work();
      }
    },
  };
}

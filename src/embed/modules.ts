/** What defines each element. In what a page loads, a list of files that the build wrote stands in for this one. */
const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  'civic-feed': () => import('./define/civic-feed.js'),
  'civic-access-counter': () => import('./define/civic-access-counter.js'),
  'civic-banner-rotator': () => import('./define/civic-banner-rotator.js'),
  'civic-campaign-list': () => import('./define/civic-campaign-list.js'),
  'civic-directive-viewer': () => import('./define/civic-directive-viewer.js'),
  'civic-news-list': () => import('./define/civic-news-list.js'),
};

export const tags: readonly string[] = Object.keys(modules);

/** Defines an element. */
export async function load(tag: string): Promise<void> {
  await modules[tag]?.();
}

/**
 * Asks for what the element will ask for as soon as it is there, so that it comes with it and not after it. A bundler's copy
 * has it at hand.
 *
 * @param view - the attribute of that name
 */
export function loadViews(_tag: string, _view: string | null | undefined): void {
  // Nothing is late here.
}

/** Asks for what all elements share. */
export function loadShared(): void {
  // Nothing is late here.
}

/** Begins what an element can begin with before it is defined. */
export function begin(_element: Element, _feed: Promise<Response> | undefined): void {
  // A bundler's copy is defined at once.
}

/** Absolute URL of the script, where it is known. */
export const script: string | undefined = undefined;

/** What defines each element. In `dist/cdn/loader.js` a list of files that the build wrote stands in for this one. */
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

/** Absolute URL of the script, where it is known. */
export const script: string | undefined = undefined;

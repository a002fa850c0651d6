import { dirname, join } from 'node:path';

/** What banners are counted into when nothing is said: a file in the folder where the command was started. */
export const DEFAULT_BANNER_STORE = 'civic-banners.db';

/**
 * Where banners are counted beside visits: in the same folder, and nowhere where visits are not counted either.
 *
 * @param store - of the visits: an SQLite file, `redis://…` or `none`
 */
export function bannerStoreBeside(store: string): string {
  if (store === 'none') return 'none';
  if (/^rediss?:/.test(store)) return DEFAULT_BANNER_STORE;
  return join(dirname(store.replace(/^sqlite:(\/\/)?/, '')), DEFAULT_BANNER_STORE);
}

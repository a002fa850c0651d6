/** The file in which the demo's own visits are counted, with its one site. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEFAULT_CAP, DEFAULT_ZONE } from '../src/node/collector/site.js';
import { openSqliteStore } from '../src/node/collector/sqlite-store.js';

/** What the demo's counter names in its `site` attribute. */
export const DEMO_SITE = 'demo';

/**
 * Makes the file where there is none; visits that are in it stay.
 *
 * @returns the file
 */
export async function prepareDemoStore(file: string): Promise<string> {
  mkdirSync(dirname(file), { recursive: true });
  const store = await openSqliteStore({ file });
  if (!store.site(DEMO_SITE)) {
    // Whatever port and name this machine is reached by.
    await store.saveSite({
      id: DEMO_SITE,
      origins: ['*'],
      timeZone: DEFAULT_ZONE,
      baseline: 0,
      since: undefined,
      cap: DEFAULT_CAP,
    });
  }
  await store.close();
  return file;
}

/** The file in which the demo's own visits are counted, with a site for each page. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEFAULT_CAP, DEFAULT_ZONE } from '../src/node/collector/site.js';
import { openSqliteStore } from '../src/node/collector/sqlite-store.js';

/** What the counters of the demo and of its ward's page name in their `site` attributes. */
export const DEMO_SITE = 'demo';
export const WARD_SITE = 'phuong';

/**
 * Makes the file where there is none; visits that are in it stay.
 *
 * @returns the file
 */
export async function prepareDemoStore(file: string): Promise<string> {
  mkdirSync(dirname(file), { recursive: true });
  const store = await openSqliteStore({ file });
  for (const id of [DEMO_SITE, WARD_SITE]) {
    if (store.site(id)) continue;
    // Whatever port and name this machine is reached by.
    await store.saveSite({
      id,
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

/** Writes the demo's feed: `node --import tsx demo/feed/build.ts`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { portalFeed } from './portal-feed.js';

const seed = new URL('../seed/portal-page.txt', import.meta.url);
const target = new URL('../public/data/portal.json', import.meta.url);

const feed = portalFeed(await readFile(seed, 'utf8'));
await mkdir(new URL('.', target), { recursive: true });
await writeFile(target, `${JSON.stringify(feed, undefined, 2)}\n`);

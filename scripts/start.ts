/**
 * `npm start`: builds the demo and serves it on this machine only, with the collector that its counter counts in.
 * `PORT` picks the port; else 4173 or a free one. The visits are in `.cache/demo-visits.db` and stay there.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CommandError } from '../src/node/command-error.js';
import { serve, type Server } from '../src/node/serve/serve.js';
import { DEFAULTS } from '../src/node/serve/settings.js';
import { prepareDemoStore } from './demo-store.js';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
const asked = process.env['PORT'];
const port = Number(asked ?? 4173);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not "${asked ?? ''}".`);
  process.exit(1);
}

const store = await prepareDemoStore(fileURLToPath(new URL('../.cache/demo-visits.db', import.meta.url)));
await build({ configFile, logLevel: 'warn' });
const settings = {
  ...DEFAULTS,
  store,
  files: fileURLToPath(new URL('../dist/demo', import.meta.url)),
  log: false,
};

/** A port that was asked for is taken or refused; only our own choice may give way to a free one. */
async function start(): Promise<Server> {
  try {
    return await serve({ ...settings, port });
  } catch (error) {
    if (asked !== undefined || !(error instanceof CommandError) || error.code !== 'cannot-listen') throw error;
    return serve({ ...settings, port: 0 });
  }
}

try {
  const server = await start();
  console.log(`The demo is at ${server.url}`);
  await server.stopped;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

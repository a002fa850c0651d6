/**
 * `npm start`: builds the demo and serves it on this machine only, with the collector that its counter counts in.
 * `PORT` picks the port; else 4173 or a free one. The visits are in `.cache/demo-visits.db`, or in the file that
 * `DEMO_STORE` names, and stay there.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CommandError } from '../src/node/command-error.js';
import { serve, type Server } from '../src/node/serve/serve.js';
import { DEFAULTS } from '../src/node/serve/settings.js';
import { countingDemo } from './demo-counter.js';
import { prepareDemoStore } from './demo-store.js';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
const asked = process.env['PORT'];
const port = Number(asked ?? 4173);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not "${asked ?? ''}".`);
  process.exit(1);
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// A folder of its own: `dist/demo` is for any host, with or without a collector.
const files = here('../.cache/demo');

const store = await prepareDemoStore(process.env['DEMO_STORE'] ?? here('../.cache/demo-visits.db'));
await build({ configFile, logLevel: 'warn', build: { outDir: files }, plugins: [countingDemo()] });
const settings = {
  ...DEFAULTS,
  store,
  files,
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

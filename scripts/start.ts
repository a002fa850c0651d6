/**
 * `npm start`: builds the demo and serves it on this machine only, with the collector that its counter counts in, and
 * on the next port, which makes it another origin, the page of a ward that takes its feed. `PORT` picks the port; else
 * 4173 or a free one. The visits are in `.cache/demo-visits.db`, or in the file that `DEMO_STORE` names, and stay there.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CommandError } from '../src/node/command-error.js';
import { serve, type Server } from '../src/node/serve/serve.js';
import { DEFAULTS, type ServeSettings } from '../src/node/serve/settings.js';
import { countingDemo } from './demo-counter.js';
import { prepareDemoStore } from './demo-store.js';
import { wardConfig } from './ward.js';

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
async function start(wanted: ServeSettings, mayGiveWay: boolean): Promise<Server> {
  try {
    return await serve(wanted);
  } catch (error) {
    if (!mayGiveWay || !(error instanceof CommandError) || error.code !== 'cannot-listen') throw error;
    return serve({ ...wanted, port: 0 });
  }
}

/** The ward's page, which nobody asked a port for. */
async function startWard(district: Server): Promise<Server> {
  const { origin, port: taken } = new URL(district.url);
  const outDir = here('../.cache/demo-ward');
  await build(wardConfig(origin, outDir));
  return start({ ...settings, store: 'none', files: outDir, port: port === 0 ? 0 : Number(taken) + 1 }, true);
}

try {
  const server = await start({ ...settings, port }, asked === undefined);
  const ward = await startWard(server);
  // At once: who waits for the first address may listen no longer.
  console.log(
    `The demo is at ${server.url}\nA ward’s page on another origin, with the demo’s feed and its own: ${ward.url}`,
  );
  await server.stopped;
  await ward.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

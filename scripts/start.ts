/** `npm start`: builds the demo and serves it on this machine only. `PORT` picks the port; else 4173 or the next free. */
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
const asked = process.env['PORT'];
const port = Number(asked ?? 4173);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not "${asked ?? ''}".`);
  process.exit(1);
}

await build({ configFile, logLevel: 'warn' });
try {
  // A port that was asked for is taken or refused; only our own choice may move on.
  const server = await preview({ configFile, logLevel: 'warn', preview: { port, strictPort: asked !== undefined } });
  const address = server.httpServer.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  console.log(`The demo is at http://127.0.0.1:${actual}/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

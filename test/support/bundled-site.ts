/** The modules as they are published, and a few files beside them: what a test or a bench opens in a browser of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleModules } from '../../scripts/bundle.js';

export type SiteFile = readonly [type: string, body: string | Buffer];

export const HTML = 'text/html; charset=utf-8';
export const SCRIPT = 'text/javascript; charset=utf-8';

export interface BundledSite {
  /** On loopback, without a slash at its end. */
  readonly origin: string;
  close(): void;
}

/**
 * Bundles and serves.
 *
 * @param files - by path; all else is a module, or not there
 * @param headers - sent with every answer
 */
export async function openBundledSite(
  files: Readonly<Record<string, SiteFile>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<BundledSite> {
  const folder = mkdtempSync(join(tmpdir(), 'civic-site-'));
  await bundleModules(folder);
  const known = new Map(Object.entries(files));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      const [type, body] = known.get(pathname) ?? [SCRIPT, readFileSync(join(folder, pathname))];
      response.setHeader('content-type', type).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A small site for measuring: the published modules, the demo's feed with its pictures, and pages made to order. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleModules } from '../../scripts/bundle.js';
import { bundleLoader } from '../../scripts/bundle-start.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.png': 'image/png',
};
const published = fileURLToPath(new URL('../../demo/public/', import.meta.url));

/** What a page without any library does with the same data: the yardstick for a list of news. */
const PLAIN = `
const { items } = await (await fetch(new URL(location.href).searchParams.get('feed'))).json();
const date = new Intl.DateTimeFormat('vi', { day: '2-digit', month: '2-digit', year: 'numeric' });
document.querySelector('ul').innerHTML = items
  .filter((item) => !item._civic || item._civic.kind === 'news')
  .sort((a, b) => (a.date_published < b.date_published ? 1 : -1))
  .slice(0, 10)
  .map((item) => '<li><a href="' + item.url + '">' + item.title + '</a> <time>' + date.format(new Date(item.date_published)) + '</time></li>')
  .join('');
document.documentElement.setAttribute('state', 'ready');
`;

export interface Site {
  readonly origin: string;
  /** Address of a page with this body; scripts are names of published modules, or `plain`. */
  page(body: string, scripts: readonly string[], query?: string): string;
  /** How often a path was asked for since the last time this was asked. */
  takeCount(path: string): number;
  close(): void;
}

export async function openSite(): Promise<Site> {
  const modules = mkdtempSync(join(tmpdir(), 'civic-bench-'));
  await bundleModules(modules);
  await bundleLoader(modules);
  const pages = new Map<string, string>();
  const counts = new Map<string, number>();

  const read = (path: string): { body: Buffer | string; type: string } | undefined => {
    const page = pages.get(path);
    if (page !== undefined) return { body: page, type: 'text/html; charset=utf-8' };
    if (path === '/plain.js') return { body: PLAIN, type: TYPES['.js']! };
    const [, folder = '', ...rest] = normalize(path).split('/');
    const file = folder === 'modules' ? join(modules, ...rest) : join(published, folder, ...rest);
    try {
      return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' };
    } catch {
      return undefined;
    }
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    const found = read(path);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const isText = /text|json|svg/.test(found.type);
    // Nothing is kept: a second request would be seen here.
    response.writeHead(200, {
      'content-type': found.type,
      'cache-control': 'no-store',
      ...(isText ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(isText ? gzipSync(found.body) : found.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('The site has no address.');
  const origin = `http://127.0.0.1:${address.port}`;

  return {
    origin,
    page(body, scripts, query = '') {
      const path = `/page-${pages.size + 1}`;
      const tags = scripts
        .map((name) => (name === 'plain' ? '/plain.js' : `/modules/${name}.js`))
        .map((src) => `<script type="module" src="${src}"></script>`);
      pages.set(
        path,
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đo</title>
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${tags.join('')}${body}`,
      );
      return `${origin}${path}${query}`;
    },
    takeCount(path) {
      const count = counts.get(path) ?? 0;
      counts.delete(path);
      return count;
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(modules, { recursive: true, force: true });
    },
  };
}

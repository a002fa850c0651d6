/** The README's snippets, and the site that a reader would paste them into. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureEngines } from '../../scripts/browsers.js';
import { dist, root } from '../support/built.js';

export const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code block that follows `<!-- snippet: NAME -->`, as it stands. */
export function snippet(name: string): string {
  const [, code] = new RegExp(`<!-- snippet: ${name} -->\\n\\n\`\`\`\\w+\\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (code === undefined) throw new Error(`The README has no snippet "${name}".`);
  return code;
}

const BANNER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="240" height="120"/></svg>';

export interface Site {
  origin: string;
  /** Paths asked for since the last page was opened. */
  asked: string[];
  /** A page with this content; the rest of the site is where the snippets expect it. */
  open(content: { head?: string; body: string; policy?: string }): Promise<Page>;
  /** Serves a file below `/` besides. */
  add(path: string, type: string, body: string): void;
  close(): Promise<void>;
}

async function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: ensureEngines(['chromium'])['Chromium'] ?? '',
    // Root in a container has no user namespace to build the sandbox in.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** dist/cdn, or dist/server for a version, under `/civic-widgets/`; the README's feed under `/data/`; on this machine only. */
export async function openSite(): Promise<Site> {
  const asked: string[] = [];
  const added = new Map<string, { type: string; body: string }>([
    ['/data/portal.json', { type: 'application/feed+json', body: snippet('feed') }],
    ['/data/banner.svg', { type: 'image/svg+xml', body: BANNER }],
    ['/favicon.ico', { type: 'image/svg+xml', body: BANNER }],
  ]);
  let policy = '';
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(pathname);
    const known = added.get(pathname);
    if (known !== undefined) {
      response.writeHead(200, {
        'content-type': known.type,
        ...(known.type.startsWith('text/html') && policy !== '' && { 'content-security-policy': policy }),
      });
      response.end(known.body);
      return;
    }
    const inside = normalize(pathname).replace(/^\/civic-widgets\//, '');
    const file = join(dist, /^v?\d/.test(inside) ? 'server' : 'cdn', inside);
    try {
      if (statSync(file).isDirectory() && !pathname.endsWith('/')) {
        response.writeHead(301, { location: (request.url ?? '').replace(pathname, `${pathname}/`) }).end();
        return;
      }
      const body = readFileSync(pathname.endsWith('/') ? join(file, 'index.html') : file);
      // Scripts without a charset, as an old server sends them.
      const type = pathname.endsWith('/') ? 'text/html' : pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browser: Browser;
  try {
    browser = await launch();
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    origin,
    asked,
    add: (path, type, body) => added.set(path, { type, body }),
    async open({ head = '', body, policy: wanted = '' }) {
      policy = wanted;
      const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title>${head}</head>
        <body>${body}</body></html>`;
      added.set('/', { type: 'text/html; charset=utf-8', body: html });
      asked.length = 0;
      const page = await browser.newPage();
      await page.setCacheEnabled(false);
      await page.goto(origin, { waitUntil: 'load' });
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Waits until every widget of the page has come to rest; gives back their states by tag name. */
export async function states(page: Page): Promise<Record<string, string | null>> {
  await page.waitForFunction(
    () => {
      const widgets = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('civic-'));
      return widgets.length > 0 && widgets.every((widget) => /^(?!loading)./.test(widget.getAttribute('state') ?? ''));
    },
    { timeout: 60_000 },
  );
  return page.$$eval('*', (elements) =>
    Object.fromEntries(
      elements
        .filter(({ localName }) => localName.startsWith('civic-'))
        .map((element) => [element.localName, element.getAttribute('state')]),
    ),
  );
}

/** All words in the element's shadow root, those of styles aside. */
export function shownIn(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) =>
    [...(element.shadowRoot?.querySelectorAll('section *') ?? [])]
      .filter(({ childElementCount }) => childElementCount === 0)
      .map(({ textContent }) => textContent.trim())
      .join(' '),
  );
}

/** What the server has to do for the pages in `test/host-pages`, besides handing out files as it does to tests. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context, Middleware } from '@web/dev-server-core';
import { oldLibraries } from '../../scripts/old-libraries.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LIBRARY = '/__library/';
/** Handed out byte by byte: the runner would make strict mode of a script, which old libraries do not survive. */
const AS_THEY_ARE = /^\/(?:test\/host-pages|dist\/cdn|dist\/server)\/[^?]*\.(?:js|json|css|html|xhtml)$/;
const FROM_NPM: Readonly<Record<string, string>> = {
  jquery: 'jquery-1/dist/jquery.js',
  require: 'requirejs/require.js',
  angular: 'angular/angular.js',
};
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** The classic script as another version of it would be. */
function otherVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const code = readFileSync(join(root, 'dist/cdn/civic-widgets.js'), 'utf8');
  const other = code.replaceAll(version, '9.9.9');
  if (other === code) throw new Error('The classic script does not say its version.');
  return other;
}

function library(name: string): Promise<Buffer> {
  const npm = FROM_NPM[name];
  return readFile(npm === undefined ? (oldLibraries()[name] ?? '') : join(root, 'node_modules', npm));
}

function send(context: Context, type: string, body: Buffer | string): void {
  context.status = 200;
  context.respond = false;
  // Other origins may read them, as a host of such files lets them.
  context.res.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
  context.res.end(body);
}

/** A portal's snippet as the guide has it, with what the test server calls our files and the feed. */
function guideSnippet(portal: string): string {
  const guide = readFileSync(join(root, 'docs/guide/embedding.md'), 'utf8');
  const [, code] = new RegExp(`^### ${portal}$[^]*?^\`\`\`html\\n([^]*?)^\`\`\``, 'm').exec(guide) ?? [];
  if (code === undefined) throw new Error(`The guide has no snippet for ${portal}.`);
  return code
    .replaceAll('/civic-widgets/v1/', '/dist/cdn/')
    .replaceAll('src=/data/portal.json', 'src=/__feed/ok.json%3Fitems=2')
    .replaceAll('src="/data/portal.json"', 'src="/__feed/ok.json?items=2"');
}

/**
 * `ORIGIN` and `CROSS` in a page are this server, and the same under a name that makes it another origin; `<!-- snippet: DNN -->`
 * is what the guide has for that portal.
 */
export function hostPages(): Middleware {
  return async (context, next) => {
    const { path, origin } = context;
    if (path.startsWith(LIBRARY)) {
      const name = path.slice(LIBRARY.length, -'.js'.length);
      send(context, 'text/javascript', name === 'other-version' ? otherVersion() : await library(name));
      return;
    }
    const file = join(root, path);
    if (!AS_THEY_ARE.test(path) || !existsSync(file)) {
      await next();
      return;
    }
    const body = await readFile(file);
    if (path.endsWith('/windows-1252.html')) send(context, 'text/html; charset=windows-1252', body);
    else if (path.startsWith('/test/') && path.endsWith('html')) {
      const cross = origin.replace('127.0.0.1', 'localhost');
      send(
        context,
        TYPES[extname(path)] ?? '',
        body
          .toString('utf8')
          .replaceAll('ORIGIN', origin)
          .replaceAll('CROSS', cross)
          .replaceAll(/<!-- snippet: (\w+) -->/g, (_, portal: string) => guideSnippet(portal)),
      );
    } else send(context, TYPES[extname(path)] ?? '', body);
  };
}

import type { FastifyRequest } from 'fastify';
import { resolve } from 'node:path';
import { HttpError } from '../serve/errors.js';
import { forAll, type Part } from '../serve/part.js';
import type { ServeSettings } from '../serve/settings.js';
import { oembed } from './oembed.js';
import { readOEmbedRequest } from './oembed-request.js';
import { servedPage, withDiscovery } from './served-page.js';

/** How long an answer may be kept: as long as a page of the moving folder may change. */
const KEPT = 'public, max-age=600';

/** A name or an address, perhaps with a port; a header may hold anything. */
const HOST = /^(?:[a-z\d.-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i;

const pathOf = (address: string) => address.split('?')[0] ?? '';

/** Absolute URL under which a reader has the root of this server, with a slash at the end. */
function publicRoot(request: FastifyRequest, { publicUrl }: ServeSettings): string {
  if (publicUrl !== undefined) return publicUrl;
  if (!HOST.test(request.host)) throw new HttpError(400, 'bad-host', 'The header Host has to name a host.');
  return `${request.protocol}://${request.host}/`;
}

/** Path of the same. */
function publicPath({ publicUrl }: ServeSettings): string {
  return publicUrl === undefined ? '/' : new URL(publicUrl).pathname;
}

/** The path on this server that a public address stands for; undefined where it is none of ours. */
function pathHere(at: URL, root: string, { publicUrl }: ServeSettings): string | undefined {
  const own = new URL(root);
  // A proxy may have taken https away on the request's way here; whoever says the public address says that, too.
  const isOurs = publicUrl === undefined ? at.host === own.host : at.origin === own.origin;
  return isOurs && at.pathname.startsWith(own.pathname) ? at.pathname.slice(own.pathname.length - 1) : undefined;
}

/**
 * The embed pages among the files, each with a link to its oEmbed answer, and that answer: `GET /oembed?url=…`. Without
 * files there are none.
 */
export const embeds: Part = forAll(async (app, { settings }) => {
  if (settings.files === undefined) return;
  const files = resolve(settings.files);

  // Not sooner: limits come before it.
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const path = pathOf(request.url);
    const page = await servedPage(files, path);
    if (!page) return;
    const query = request.url.slice(path.length);
    // What the page itself refers to starts from its folder.
    if (!path.startsWith(page.path)) return reply.redirect(`${publicPath(settings)}${page.path.slice(1)}${query}`, 301);
    const root = publicRoot(request, settings);
    const answer = new URL('oembed', root);
    answer.searchParams.set('url', new URL(page.path.slice(1) + query, root).href);
    answer.searchParams.set('format', 'json');
    const html = withDiscovery(page, answer.href);
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
  });

  app.get('/oembed', async (request, reply) => {
    const asked = readOEmbedRequest(request.query as Readonly<Record<string, unknown>>);
    const root = publicRoot(request, settings);
    const path = pathHere(asked.at, root, settings);
    if (path === undefined) throw new HttpError(404, 'foreign-url', 'The address in `url` is none of this server.');
    const page = await servedPage(files, path);
    const answer = page && oembed(asked, new URL(publicPath(settings) + page.folder.slice(1), asked.at).href);
    if (!answer) throw new HttpError(404, 'unknown-url', 'There is no embed page at the address in `url`.');
    return reply.header('cache-control', KEPT).type('application/json; charset=utf-8').send(answer);
  });
});

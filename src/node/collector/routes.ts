import { HttpError } from '../serve/errors.js';
import type { Part } from '../serve/part.js';
import { collect } from './collect.js';
import { renderer } from './render.js';
import { isSiteId, type Site } from './site.js';
import type { Kind } from './store.js';

const KINDS: Readonly<Record<string, Kind>> = { v: 'view', h: 'beat' };

/** What `POST /v1/seen` carries: `{"s": "site", "k": "v"}` for a view, `"h"` for a heartbeat. */
function readBody(body: unknown): { id: string; kind: Kind } {
  try {
    const { s, k } = JSON.parse(String(body)) as Record<string, unknown>;
    const kind = typeof k === 'string' && Object.hasOwn(KINDS, k) ? KINDS[k] : undefined;
    if (isSiteId(s) && kind) return { id: s, kind };
  } catch {
    // Not JSON, or JSON that is no object: said below.
  }
  throw new HttpError(400, 'bad-body', 'The body must be {"s": "site", "k": "v"} or "h".');
}

/** Counting and figures: `POST /v1/seen`, `GET /v1/sites/{id}.json`. */
export const counting: Part = async (app, { collector }) => {
  if (!collector) return;
  const { store, clock, metrics } = collector;
  const render = renderer();
  const siteOf = (id: string): Site => {
    const site = store.site(id);
    if (site) return site;
    throw new HttpError(404, 'unknown-site', 'No such site is counted here.');
  };

  app.removeAllContentTypeParsers();
  // The one type that a page can send to another host without asking first.
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post('/v1/seen', async (request, reply) => {
    const { id, kind } = readBody(request.body);
    const site = siteOf(id);
    const moment = clock();
    const { outcome, counts } = await collect(store, { site, kind, ip: request.ip, headers: request.headers }, moment);
    metrics.hit(outcome);
    if (outcome === 'origin') {
      throw new HttpError(403, 'origin-refused', 'Pages of this origin may not count for this site.');
    }
    return reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(render(site, counts, moment.wall).body);
  });

  app.get<{ Params: { id: string } }>('/v1/sites/:id.json', async (request, reply) => {
    const site = siteOf(request.params.id);
    const moment = clock();
    const rendered = render(site, await store.counts(site, moment), moment.wall);
    const etag = rendered.etag();
    void reply.headers({ etag, 'cache-control': 'public, max-age=30, stale-while-revalidate=300' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(rendered.body);
  });
};

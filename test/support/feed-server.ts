/**
 * A web server's good and bad days, for tests of whatever loads a feed. Every address is below `/__feed/`:
 *
 * | address                                     | answers with                                                      |
 * |---------------------------------------------|-------------------------------------------------------------------|
 * | `ok.json?items=3`                           | a JSON Feed of that many items                                    |
 * | `raw?body=…&type=…`                         | the body given                                                    |
 * | `stored/KEY`                                | the body that was `PUT` there before                              |
 * | `status/503?times=N&key=K&retry-after=S`    | that status N times for the key (always without `times`), then ok |
 * | `slow?ms=500`                               | ok, after a while                                                 |
 * | `drip?ms=500`                               | half a feed at once, the rest after a while                       |
 * | `hang`                                      | nothing, ever                                                     |
 * | `reset?times=N&key=K`                       | a connection cut before any byte                                  |
 * | `html`                                      | a login page with status 200                                      |
 * | `truncated`, `empty`, `bom`, `not-a-list`   | half a feed, no byte, a feed behind a BOM, `items` no list        |
 * | `big?bytes=N`                               | a valid feed of at least that many bytes                          |
 * | `etag?key=K`                                | a feed with an `ETag`; 304 when the client knows it               |
 * | `redirect?to=…`                             | 302                                                               |
 * | `count?key=K`                               | `{ count, preflights, headers }`: what the key's requests were    |
 *
 * Every address takes `key` (counts the request), `cors` (`*`, or an origin: lets other origins read it) and
 * `type` (the content type). Counting happens before anything else, so a cut connection counts too.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Middleware } from '@web/dev-server-core';
import type { TestRunnerPlugin } from '@web/test-runner-core';

export const FEED_PATH = '/__feed/';
const FEED_TYPE = 'application/feed+json; charset=utf-8';

interface Visits {
  count: number;
  preflights: number;
  /** Headers of the last request. */
  headers: IncomingHttpHeaders;
}

/** A small valid feed; its words say that they are a sample. */
export function sampleFeed(items: number): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Bản tin mẫu',
    language: 'vi',
    items: [...Array(items).keys()].map((index) => ({
      id: `mau-${String(index + 1)}`,
      url: `https://example.org/tin/${String(index + 1)}`,
      title: `Tin mẫu số ${String(index + 1)}`,
      content_text: 'Nội dung mẫu.',
      date_published: `2024-03-01T08:${String(index % 60).padStart(2, '0')}:00+07:00`,
    })),
  };
}

const LOGIN_PAGE = '<!doctype html><html lang="vi"><title>Đăng nhập</title><form><input name="u"></form></html>';

function bigFeed(bytes: number): string {
  return JSON.stringify({ ...sampleFeed(1), _padding: 'x'.repeat(Math.max(0, bytes)) });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export interface FeedServer {
  /** Answers one request below `/__feed/`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Cuts the connections that were left hanging: a browser opens six to a host, and then waits for these. */
  release(): void;
}

/** Each server made keeps its own counts and stored bodies. */
export function feedServer(): FeedServer {
  const visits = new Map<string, Visits>();
  const stored = new Map<string, string>();
  const hanging = new Set<ServerResponse>();

  const visit = (request: IncomingMessage, key: string): Visits => {
    const seen = visits.get(key) ?? { count: 0, preflights: 0, headers: {} };
    if (request.method === 'OPTIONS') seen.preflights += 1;
    else seen.count += 1;
    seen.headers = request.headers;
    visits.set(key, seen);
    return seen;
  };

  const handle: FeedServer['handle'] = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const query = url.searchParams;
    const [route = '', detail = ''] = url.pathname.slice(FEED_PATH.length).split('/');
    const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
    const key = query.get('key');

    const send = (status: number, body: string, type = FEED_TYPE) => {
      const cors = query.get('cors');
      if (cors !== null) response.setHeader('access-control-allow-origin', cors);
      if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
      response.writeHead(status, { 'content-type': query.get('type') ?? type });
      response.end(body);
    };
    const sendFeed = () => send(200, JSON.stringify(sampleFeed(number('items', 3))));

    if (route === 'count') {
      send(200, JSON.stringify(visits.get(key ?? '') ?? { count: 0, preflights: 0, headers: {} }), 'application/json');
      return;
    }
    const seen = visit(request, key ?? url.pathname);
    // A preflight means that the client sent something it should not; no answer allows it.
    if (request.method === 'OPTIONS') {
      response.writeHead(405).end();
      return;
    }
    const stillFailing = seen.count <= number('times', Infinity);

    switch (route) {
      case 'ok.json':
        sendFeed();
        return;
      case 'raw':
        send(200, query.get('body') ?? '');
        return;
      case 'stored':
        if (request.method === 'PUT') {
          stored.set(detail, await bodyOf(request));
          response.writeHead(204).end();
        } else {
          const body = stored.get(detail);
          if (body === undefined) send(404, 'Nothing is stored here.', 'text/plain');
          else send(200, body);
        }
        return;
      case 'status': {
        const retryAfter = query.get('retry-after');
        if (!stillFailing) {
          sendFeed();
          return;
        }
        if (retryAfter !== null) response.setHeader('retry-after', retryAfter);
        send(Number(detail), `Status ${detail}`, 'text/plain');
        return;
      }
      case 'slow':
        setTimeout(sendFeed, number('ms', 100));
        return;
      case 'drip': {
        const body = Buffer.from(JSON.stringify(sampleFeed(number('items', 3))));
        response.writeHead(200, { 'content-type': FEED_TYPE, 'cache-control': 'no-store' });
        response.write(body.subarray(0, body.length / 2));
        setTimeout(() => response.end(body.subarray(body.length / 2)), number('ms', 100));
        return;
      }
      case 'hang':
        hanging.add(response);
        response.once('close', () => hanging.delete(response));
        return;
      case 'reset':
        if (stillFailing) request.socket.destroy();
        else sendFeed();
        return;
      case 'html':
        send(200, LOGIN_PAGE, 'text/html; charset=utf-8');
        return;
      case 'truncated':
        send(200, JSON.stringify(sampleFeed(3)).slice(0, 120));
        return;
      case 'empty':
        send(200, '');
        return;
      case 'bom':
        send(200, `\uFEFF${JSON.stringify(sampleFeed(number('items', 3)))}`);
        return;
      case 'not-a-list':
        send(200, JSON.stringify({ ...sampleFeed(0), items: { 0: 'no list' } }));
        return;
      case 'big':
        send(200, bigFeed(number('bytes', 1_000_000)));
        return;
      case 'etag': {
        const tag = `"${key ?? 'sample'}"`;
        response.setHeader('etag', tag);
        response.setHeader('cache-control', 'no-cache');
        if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
        else sendFeed();
        return;
      }
      case 'redirect':
        response.setHeader('location', query.get('to') ?? `${FEED_PATH}ok.json`);
        send(302, '');
        return;
      default:
        send(404, 'Not found', 'text/plain');
    }
  };

  return {
    handle,
    release() {
      for (const response of hanging) response.destroy();
    },
  };
}

/** The feed server as parts of the browser runner's: what answers the page, and the command that releases it. */
export function feedParts(): { middleware: Middleware; plugin: TestRunnerPlugin } {
  const server = feedServer();
  return {
    middleware: async (context, next) => {
      if (!context.path.startsWith(FEED_PATH)) {
        await next();
        return;
      }
      // Koa would take 404 for the answer of whatever it has not answered itself, and the runner would report it.
      context.status = 200;
      context.respond = false;
      await server.handle(context.req, context.res);
    },
    plugin: {
      name: 'feed-server',
      executeCommand({ command }) {
        if (command !== 'feed-release') return undefined;
        server.release();
        return true;
      },
    },
  };
}

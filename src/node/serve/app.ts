import Fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { Collector } from '../collector/collector.js';
import { describeError, refuseBroken } from './errors.js';
import { PARTS } from './parts.js';
import type { ServeSettings } from './settings.js';

/** Longest request body in bytes; a route that needs more says so itself. */
const BODY_LIMIT = 1024;

/** Connections at once; some 200 MB if all of them are held open by someone who means harm. */
const MOST_CONNECTIONS = 10_000;

/**
 * The server with all its parts, not yet listening. Nothing of a request is logged: no address, no path, no agent.
 */
export async function buildApp(settings: ServeSettings, collector?: Collector): Promise<FastifyInstance> {
  const { log } = settings;
  const app = Fastify({
    ...(typeof log === 'boolean' ? { logger: log } : { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    // A client that sends its head or body drop by drop, or nothing at all, is let go.
    requestTimeout: settings.patience,
    http: { headersTimeout: settings.patience, connectionsCheckingInterval: Math.ceil(settings.patience / 4) },
    connectionTimeout: 30_000,
    keepAliveTimeout: 15_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // An address that cannot be decoded never reaches the parts.
    frameworkErrors(error, _request, reply) {
      const { status, body } = describeError(error);
      void (reply as FastifyReply).code(status).send(body);
    },
    clientErrorHandler: refuseBroken,
    // Never taken from a header, which a client could fill with what it likes.
    requestIdHeader: false,
  });
  app.server.maxConnections = MOST_CONNECTIONS;
  for (const part of PARTS) await app.register(part, { settings, collector });
  return app;
}

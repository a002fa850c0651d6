import type { Part } from './part.js';

/** `GET /healthz`: 200 as long as the process answers. */
export const health: Part = async (app) => {
  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
};

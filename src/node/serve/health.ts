import type { Part } from './part.js';

/**
 * `GET /healthz`: 200 as long as requests are answered well. While visits are counted and cannot be stored it says so and
 * stays 200, because figures are served and another server would do no better.
 */
export const health: Part = async (app, { collector }) => {
  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) => {
    const store = collector?.health();
    return reply
      .header('cache-control', 'no-store')
      .send({ status: store?.ok === false ? 'degraded' : 'ok', ...(store && { store }) });
  });
};

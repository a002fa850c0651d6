import rateLimit from '@fastify/rate-limit';
import { HttpError } from './errors.js';
import { forAll, type Part } from './part.js';

/** Addresses remembered at once; beyond it the one that has not asked for longest is forgotten. */
const REMEMBERED = 50_000;

/** So many requests a minute from one address; IPv6 by /64, which is what one household has. */
export const limits: Part = forAll(async (app, { settings }) => {
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    cache: REMEMBERED,
    ipv6Subnet: 64,
    // No address leaves this process; the plugin's headers say all that a client needs.
    errorResponseBuilder: (_request, { ttl }) =>
      new HttpError(429, 'too-many-requests', `Too many requests: try again in ${Math.ceil(ttl / 1000)} s.`),
  });
});

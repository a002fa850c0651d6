import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import type { ServeSettings } from './settings.js';

/** One concern of the server: a Fastify plugin in a file of its own, named in `parts.ts`. Routes are such parts. */
export type Part = FastifyPluginAsync<{ settings: ServeSettings }>;

/** A part whose hooks are for the answers of all others, too. */
export function forAll(part: Part): Part {
  return fp(part);
}

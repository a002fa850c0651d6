import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import type { Collector } from '../collector/collector.js';
import type { ServeSettings } from './settings.js';

export interface PartOptions {
  readonly settings: ServeSettings;
  /** Absent where the server does not count. */
  readonly collector: Collector | undefined;
}

/** One concern of the server: a Fastify plugin in a file of its own, named in `parts.ts`. Routes are such parts. */
export type Part = FastifyPluginAsync<PartOptions>;

/** A part whose hooks are for the answers of all others, too. */
export function forAll(part: Part): Part {
  return fp(part);
}

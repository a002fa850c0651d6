import compress from '@fastify/compress';
import { forAll, type Part } from './part.js';

/** Below this many bytes compression costs more than it saves: figures of a site stay as they are. */
const THRESHOLD = 1400;

export const compression: Part = forAll(async (app) => {
  await app.register(compress, { threshold: THRESHOLD, encodings: ['br', 'gzip', 'identity'] });
});

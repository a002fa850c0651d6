import fastifyCors from '@fastify/cors';
import { forAll, type Part } from './part.js';

/** Anyone may read: no answer depends on who asks, and none carries credentials. */
export const cors: Part = forAll(async (app) => {
  await app.register(fastifyCors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: ['ETag', 'Retry-After'],
    maxAge: 86_400,
  });
});

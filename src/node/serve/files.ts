import fastifyStatic from '@fastify/static';
import { resolve } from 'node:path';
import type { Part } from './part.js';

/** The files of `--files DIR` under `/`. Names that begin with a dot are never served. */
export const files: Part = async (app, { settings }) => {
  if (settings.files === undefined) return;
  await app.register(fastifyStatic, { root: resolve(settings.files), dotfiles: 'ignore', index: 'index.html' });
};

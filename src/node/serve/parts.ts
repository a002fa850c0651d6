import { banners } from '../banners/routes.js';
import { counting } from '../collector/routes.js';
import { embeds } from '../embed/routes.js';
import { compression } from './compression.js';
import { cors } from './cors.js';
import { errors } from './errors.js';
import { files } from './files.js';
import { health } from './health.js';
import { limits } from './limits.js';
import type { Part } from './part.js';

/** In the order of registration: first what all answers have in common, then routes, files last. */
export const PARTS: readonly Part[] = [errors, cors, limits, compression, health, counting, banners, embeds, files];

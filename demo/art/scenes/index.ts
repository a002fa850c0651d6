import { bottom } from './bottom.js';
import { left } from './left.js';
import { page } from './page-banner.js';
import { right } from './right.js';
import type { Scene } from './scene.js';

/** Every picture of the demo by the name of its file, without its ending. */
export const scenes: Readonly<Record<string, Scene>> = { ...page, ...left, ...right, ...bottom };

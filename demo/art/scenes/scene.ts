import type { Svg } from '../paint.js';
import type { Block } from '../type.js';

/** One picture: what is painted, and the words set on it. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly art: Svg;
  readonly text: Block | readonly Block[];
}

/** Free space round the words, in pixels: no letter comes nearer to the edge. */
export const MARGIN = 12;

import { lotus } from './motifs/flowers.js';
import { gold, sen, son } from './palette.js';
import { at, circle, ring, shape, type Svg } from './paint.js';

/** The sample portal's mark, also its icon: a lotus in a red disc. No authority's emblem. */
export function drawMark(): Svg {
  const colours = { back: gold[500], middle: sen[400], front: gold[100], heart: gold[400] };
  return (
    shape(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: 64, height: 64, viewBox: '0 0 64 64' },
      circle(32, 32, 32, son[700]),
      ring(32, 32, 28.5, gold[400], 1.5),
      at(32, 45, lotus(colours), 0.31),
    ) + '\n'
  );
}

import { gold, leaf, sen } from '../palette.js';
import { at, circle, ellipse, n, path, polar, shape, stroke, type Svg } from '../paint.js';

/** A pointed petal from the origin upwards. */
function petal(length: number, half: number, fill: string): Svg {
  return path(
    `M0 0C${n(-half * 1.05)} ${n(-length * 0.28)} ${n(-half * 0.92)} ${n(-length * 0.72)} 0 ${n(-length)}` +
      `C${n(half * 0.92)} ${n(-length * 0.72)} ${n(half * 1.05)} ${n(-length * 0.28)} 0 0z`,
    fill,
  );
}

export interface LotusColours {
  readonly back: string;
  readonly middle: string;
  readonly front: string;
  readonly heart: string;
}

export const pinkLotus: LotusColours = { back: sen[600], middle: sen[500], front: sen[300], heart: gold[400] };
export const goldLotus: LotusColours = { back: gold[600], middle: gold[400], front: gold[200], heart: gold[500] };

/** A lotus from the side, its base at the origin, about 100 high and 150 wide. */
export function lotus(c: LotusColours = pinkLotus): Svg {
  const pair = (angle: number, length: number, half: number, fill: string): Svg =>
    at(0, 0, petal(length, half, fill), 1, -angle) + at(0, 0, petal(length, half, fill), 1, angle);
  return (
    pair(16, 98, 22, c.back) +
    pair(46, 92, 22, c.back) +
    pair(74, 80, 18, c.middle) +
    pair(31, 88, 22, c.middle) +
    petal(100, 24, c.middle) +
    pair(57, 70, 19, c.front) +
    ellipse(0, -44, 11, 8, c.heart) +
    pair(19, 70, 21, c.front) +
    petal(62, 20, c.middle) +
    petal(52, 15, c.front)
  );
}

/** A closed lotus on its stem; the stem's foot at the origin. */
export function lotusBud(height: number, c: LotusColours = pinkLotus, stem: string = leaf[600]): Svg {
  return (
    stroke(
      `M0 0C${n(height * 0.06)} ${n(-height * 0.3)} ${n(-height * 0.04)} ${n(-height * 0.5)} 0 ${n(-height * 0.66)}`,
      stem,
      3.2,
    ) +
    at(0, -height * 0.64, [
      at(0, 0, petal(height * 0.34, 9, c.back), 1, -16),
      at(0, 0, petal(height * 0.34, 9, c.back), 1, 16),
      petal(height * 0.38, 10, c.middle),
    ])
  );
}

/** A lotus leaf lying on water, seen from low: centre at the origin. */
export function lotusPad(half: number, fill: string, vein: string): Svg {
  const flat = half * 0.3;
  return (
    ellipse(0, 0, half, flat, fill) +
    stroke(
      `M0 0L${n(-half * 0.8)} ${n(-flat * 0.2)}M0 0L${n(-half * 0.4)} ${n(flat * 0.75)}M0 0L${n(half * 0.35)} ${n(flat * 0.75)}M0 0L${n(half * 0.8)} ${n(-flat * 0.15)}M0 0L0 ${n(-flat * 0.8)}`,
      vein,
      1.1,
    )
  );
}

/** A lotus from above, `r` in radius: eight petals in two rows. */
export function rosette(r: number, c: LotusColours): Svg {
  const turn = (start: number, length: number, half: number, fill: string): Svg =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((i) => at(0, 0, petal(length, half, fill), 1, start + i * 45)).join('');
  return turn(22.5, r, r * 0.27, c.back) + turn(0, r * 0.84, r * 0.25, c.front) + circle(0, 0, r * 0.24, c.heart);
}

/** Half a garland: leaves along an arc of radius `r` from the foot up to `until` degrees (0 is the top). */
export function spray(r: number, count: number, until: number, side: 1 | -1, fill: string, other: string): Svg {
  let leaves = '';
  for (let i = 0; i < count; i += 1) {
    const angle = 172 - ((172 - until) * i) / (count - 1);
    const size = r * (0.36 - 0.012 * i);
    const [x, y] = polar(angle * side, r);
    const bough = (lean: number, colour: string): Svg =>
      at(x, y, petal(size, size * 0.27, colour), 1, (angle - 90 + lean) * side);
    leaves += bough(28, fill) + bough(-34, other);
  }
  const [x0, y0] = polar(176 * side, r);
  const [x1, y1] = polar(until * side, r);
  return (
    stroke(`M${n(x0)} ${n(y0)}A${n(r)} ${n(r)} 0 0 ${side === 1 ? 0 : 1} ${n(x1)} ${n(y1)}`, other, r * 0.035) + leaves
  );
}

/** An ear of rice leaning right (`lean` 1) or left (-1); its foot at the origin. */
export function riceEar(height: number, lean: 1 | -1, stem: string, grain: string): Svg {
  const tipX = height * 0.34 * lean;
  const point = (t: number): readonly [number, number] => {
    const u = 1 - t;
    return [2 * u * t * 0 + t * t * tipX, -(2 * u * t * height * 0.85 + t * t * height * 0.84)];
  };
  let grains = '';
  for (let i = 0; i < 9; i += 1) {
    const t = 0.5 + i * 0.062;
    const [x, y] = point(t);
    const [px, py] = point(t - 0.02);
    const along = (Math.atan2(y - py, x - px) * 180) / Math.PI + 90;
    const size = height * (0.115 - i * 0.003);
    grains +=
      at(x, y, petal(size, size * 0.3, grain), 1, along + 34) + at(x, y, petal(size, size * 0.3, grain), 1, along - 34);
  }
  return (
    stroke(`M0 0Q0 ${n(-height * 0.85)} ${n(tipX)} ${n(-height * 0.84)}`, stem, height * 0.024) +
    path(
      `M0 0C${n(-6 * lean)} ${n(-height * 0.3)} ${n(-height * 0.16 * lean)} ${n(-height * 0.42)} ${n(-height * 0.3 * lean)} ${n(-height * 0.44)}C${n(-height * 0.12 * lean)} ${n(-height * 0.34)} ${n(-height * 0.03 * lean)} ${n(-height * 0.2)} 0 0z`,
      stem,
    ) +
    grains
  );
}

/** Rings and rays after a bronze drum, `r` in radius, in one colour: a quiet ground. */
export function drum(r: number, colour: string, opacity: number): Svg {
  const spike = (angle: number): string =>
    [polar(angle - 24, r * 0.11), polar(angle, r * 0.3), polar(angle + 24, r * 0.11)]
      .map(([x, y]) => `${n(x)} ${n(y)}`)
      .join('L');
  const rays = [...Array(14).keys()].map((i) => `M${spike((i * 360) / 14)}z`).join('');
  const band = (radius: number, wide: number, dash?: string): Svg =>
    circle(0, 0, radius, 'none', {
      stroke: colour,
      'stroke-width': wide,
      ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
    });
  return shape(
    'g',
    { opacity, 'stroke-linecap': 'butt' },
    circle(0, 0, r * 0.11, colour),
    path(rays, colour),
    band(r * 0.36, r * 0.014),
    band(r * 0.43, r * 0.08, `${n(r * 0.03)} ${n(r * 0.03)}`),
    band(r * 0.5, r * 0.014),
    band(r * 0.62, r * 0.16, `${n(r * 0.012)} ${n(r * 0.06)}`),
    band(r * 0.73, r * 0.014),
    band(r * 0.8, r * 0.07, `${n(r * 0.05)} ${n(r * 0.035)}`),
    band(r * 0.87, r * 0.014),
    band(r * 0.98, r * 0.03),
  );
}

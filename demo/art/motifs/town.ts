import { cream, dat, gold, leaf, lam } from '../palette.js';
import { at, circle, group, n, path, poly, rect, shape, short, stroke, type Svg } from '../paint.js';

/** How the top of a tower ends. */
export type Top = 'flat' | 'step' | 'spire' | 'slope' | 'round';

/** A tower block with its foot at the origin's height; windows as a grid of small panes. */
export function tower(x: number, width: number, height: number, wall: string, pane: string, top: Top = 'flat'): Svg {
  let out = '';
  if (top === 'step') out += rect(x + width * 0.22, -height - width * 0.28, width * 0.56, width * 0.3, wall);
  if (top === 'spire')
    out += poly([x + width * 0.3, -height, x + width * 0.5, -height - width * 1.1, x + width * 0.7, -height], wall);
  if (top === 'slope')
    out += poly([x, -height + 0.2, x + width, -height + 0.2, x + width, -height - width * 0.42], wall);
  if (top === 'round')
    out += path(`M${n(x)} ${n(-height + 0.2)}a${n(width / 2)} ${n(width / 2)} 0 0 1 ${n(width)} 0z`, wall);
  out += rect(x, -height, width, height, wall);
  const columns = Math.max(2, Math.round(width / 8));
  const gap = width / (columns * 2 + 1);
  // A column of windows is one dashed line; the two dashes leave different windows dark.
  const every = (first: number, dashes: string): Svg => {
    let d = '';
    for (let column = first; column < columns; column += 2)
      d += `M${n(x + gap * (1.5 + column * 2))} ${n(-height + 6)}V-7`;
    return shape('path', { d: short(d), 'stroke-dasharray': dashes });
  };
  const look = { fill: 'none', 'stroke-linecap': 'butt', stroke: pane, 'stroke-width': gap };
  return out + group(look, every(0, '4 4 4 4 4 12'), every(1, '4 4 4 12 4 4 4 4 4 4'));
}

/** A row of plain towers without windows, for the distance: x, width, height, … */
export function silhouettes(blocks: readonly number[], fill: string): Svg {
  let d = '';
  for (let i = 0; i + 2 < blocks.length; i += 3)
    d += `M${n(blocks[i]!)} 0v${n(-blocks[i + 2]!)}h${n(blocks[i + 1]!)}v${n(blocks[i + 2]!)}z`;
  return path(d, fill);
}

/** A low house with a tiled roof, 60 wide, its foot at the origin's left. */
export function house(wall: string = cream, roof: string = dat[600], pane: string = gold[400]): Svg {
  return (
    rect(6, -30, 48, 30, wall) +
    poly([0, -28, 12, -48, 48, -48, 60, -28], roof) +
    path('M5.4-37h49.2M9-43h42', 'none', { stroke: '#fff', 'stroke-opacity': 0.22, 'stroke-width': 1.4 }) +
    rect(24, -19, 12, 19, dat[800]) +
    rect(11, -21, 9, 9, pane) +
    rect(40, -21, 9, 9, pane)
  );
}

/** A round tree, its foot at the origin. */
export function tree(
  height: number,
  crown: string = leaf[600],
  light: string = leaf[500],
  trunk: string = dat[800],
): Svg {
  const r = height * 0.32;
  return (
    rect(-height * 0.035, -height * 0.5, height * 0.07, height * 0.5, trunk) +
    circle(0, -height * 0.66, r, crown) +
    circle(-r * 0.3, -height * 0.74, r * 0.6, light)
  );
}

/** An areca palm, its foot at the origin. */
export function palm(height: number, frond: string = leaf[700], trunk: string = dat[700]): Svg {
  const fronds = [-100, -62, -24, 24, 62, 100].map((turn) =>
    at(
      0,
      -height,
      path(
        `M0 0C${n(height * 0.07)} ${n(-height * 0.16)} ${n(height * 0.06)} ${n(-height * 0.26)} 0 ${n(-height * 0.36)}C${n(-height * 0.05)} ${n(-height * 0.26)} ${n(-height * 0.05)} ${n(-height * 0.12)} 0 0z`,
        frond,
      ),
      1,
      turn,
    ),
  );
  return (
    stroke(
      `M0 0C${n(height * 0.05)} ${n(-height * 0.4)} ${n(-height * 0.03)} ${n(-height * 0.7)} 0 ${n(-height)}`,
      trunk,
      height * 0.05,
    ) + fronds.join('')
  );
}

/** A tower crane of `height`, its foot at the origin, its jib to the right (or, mirrored by the caller, left). */
export function crane(height: number, colour: string): Svg {
  const wide = height * 0.07;
  let lattice = '';
  for (let y = 0; y < height * 0.9; y += wide * 2) lattice += `l${n(wide)} ${n(-wide)} ${n(-wide)} ${n(-wide)}`;
  return (
    stroke(`M0 0V${n(-height)}M${n(wide)} 0V${n(-height)}M0 0${lattice}`, colour, 1.2) +
    stroke(
      `M${n(-height * 0.28)} ${n(-height * 0.86)}H${n(height * 0.72)}M${n(wide / 2)} ${n(-height * 1.06)}L${n(height * 0.68)} ${n(-height * 0.86)}M${n(wide / 2)} ${n(-height * 1.06)}L${n(-height * 0.26)} ${n(-height * 0.86)}M${n(wide / 2)} ${n(-height * 0.86)}V${n(-height * 1.06)}`,
      colour,
      1.6,
    ) +
    rect(-height * 0.28, -height * 0.86, height * 0.1, height * 0.11, colour) +
    stroke(`M${n(height * 0.56)} ${n(-height * 0.86)}V${n(-height * 0.58)}`, colour, 1)
  );
}

/** A cable-stayed bridge of `width`: deck at the origin's height, two pylons of `height`. */
export function bridge(width: number, height: number, deck: string, cable: string, pier = 30): Svg {
  const pylons = [width * 0.27, width * 0.73];
  let cables = '';
  for (const x of pylons) {
    for (let i = 1; i <= 6; i += 1) {
      const reach = (width * 0.225 * i) / 6;
      const top = -height + (6 - i) * height * 0.07;
      cables += `M${n(x)} ${n(top)}L${n(x - reach)} 0M${n(x)} ${n(top)}L${n(x + reach)} 0`;
    }
  }
  return (
    path(cables, 'none', { stroke: cable, 'stroke-width': 0.9 }) +
    pylons.map((x) => poly([x - 4, pier, x - 1.8, -height - 5, x + 1.8, -height - 5, x + 4, pier], deck)).join('') +
    rect(0, 0, width, 5, deck)
  );
}

/** Low waves across `width`: one line of arcs. */
export function waves(
  width: number,
  step: number,
  colour: string,
  thick: number,
  more: Readonly<Record<string, number>> = {},
): Svg {
  let d = 'M0 0';
  for (let x = 0; x < width; x += step) d += `q${n(step / 4)} ${n(-step / 5)} ${n(step / 2)} 0t${n(step / 2)} 0`;
  return stroke(d, colour, thick, more);
}

/** Mountains: a soft line of hills across `width`, `height` high at most. */
export function hills(width: number, height: number, fill: string): Svg {
  return path(
    `M0 0V${n(-height * 0.5)}C${n(width * 0.1)} ${n(-height * 0.95)} ${n(width * 0.2)} ${n(-height)} ${n(width * 0.32)} ${n(-height * 0.55)}` +
      `C${n(width * 0.42)} ${n(-height * 0.2)} ${n(width * 0.5)} ${n(-height * 0.75)} ${n(width * 0.64)} ${n(-height * 0.8)}` +
      `C${n(width * 0.78)} ${n(-height * 0.85)} ${n(width * 0.86)} ${n(-height * 0.3)} ${n(width)} ${n(-height * 0.6)}V0z`,
    fill,
  );
}

/** Sun rays from the origin: wedges of `r`, one every `step` degrees between `from` and `to`. */
export function rays(r: number, from: number, to: number, step: number, fill: string, opacity: number): Svg {
  let d = '';
  const [a, b] = [Math.PI / 180, step / 4];
  for (let angle = from; angle < to; angle += step) {
    const p = (turn: number): string =>
      `${Math.round(Math.cos((turn - 90) * a) * r)} ${Math.round(Math.sin((turn - 90) * a) * r)}`;
    d += `M0 0L${p(angle - b)}L${p(angle + b)}z`;
  }
  return path(d, fill, opacity === 1 ? {} : { 'fill-opacity': opacity });
}

/** Water under a bridge or a lotus: a plain band with a few glints. */
export function water(width: number, height: number, fill: string, glint: string): Svg {
  return (
    rect(0, 0, width, height, fill) +
    stroke(
      `M${n(width * 0.08)} ${n(height * 0.35)}h${n(width * 0.1)}M${n(width * 0.42)} ${n(height * 0.3)}h${n(width * 0.06)}M${n(width * 0.58)} ${n(height * 0.62)}h${n(width * 0.13)}M${n(width * 0.8)} ${n(height * 0.35)}h${n(width * 0.09)}M${n(width * 0.24)} ${n(height * 0.7)}h${n(width * 0.08)}`,
      glint,
      1.6,
    )
  );
}

/** A bus seen from the side, 46 wide, wheels at the origin's height. */
export function bus(body: string, pane: string = lam[200]): Svg {
  return (
    rect(0, -20, 46, 17, body, { rx: 4 }) +
    rect(4, -16.5, 30, 6.5, pane, { rx: 1.5 }) +
    rect(37, -16.5, 6, 6.5, pane, { rx: 1.5 }) +
    circle(11, -2.5, 3.4, '#26201e') +
    circle(35, -2.5, 3.4, '#26201e')
  );
}

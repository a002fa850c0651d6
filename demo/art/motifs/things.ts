import { cream, gold, ink, lam, leaf, white } from '../palette.js';
import { at, circle, ellipse, group, n, path, poly, rect, ring, stroke, type Svg } from '../paint.js';

/** An open book seen from above its lower edge, about 120 wide, its spine's foot at the origin. */
export function openBook(cover: string, page: string = cream, text = '#d9c9a8'): Svg {
  const leafOf = (side: 1 | -1): Svg =>
    at(
      0,
      0,
      [
        path('M0-4C14-16 36-16 60-10V-58C36-64 14-64 0-52z', page),
        path(
          'M8-46C20-54 36-55 52-51.500M8-37C20-45 36-46 52-42.500M8-28C20-36 36-37 52-33.500M8-19C20-27 36-28 52-24.5',
          'none',
          { stroke: text, 'stroke-width': 2 },
        ),
      ],
      [side, 1],
    );
  return (
    path('M0 4C14-8 38-8 66-2V-54H-66V-2C-38-8-14-8 0 4z', cover) +
    leafOf(1) +
    leafOf(-1) +
    path('M-1.200-52H1.200V-3H-1.200z', text)
  );
}

/** A closed book standing, 50 wide and 66 high, its foot at the origin's left: what is on its cover is the caller's. */
export function closedBook(cover: string, spine: string, edge: string, ...front: readonly Svg[]): Svg {
  return (
    rect(4, -64, 50, 64, edge, { rx: 2 }) +
    rect(0, -66, 50, 66, cover, { rx: 3 }) +
    rect(0, -66, 9, 66, spine, { rx: 3 }) +
    rect(14, -60, 31, 54, 'none', { stroke: spine, 'stroke-width': 1.4, rx: 1.5 }) +
    front.join('')
  );
}

/** A light bulb, `size` high, the foot of its cap at the origin; a sprout grows inside. */
export function bulb(size: number, glass: string, cap: string, sprout: string = leaf[600]): Svg {
  return at(
    0,
    0,
    [
      path('M-14-22C-14-34-30-40-30-62A30 30 0 0 1 30-62C30-40 14-34 14-22z', glass),
      stroke('M0-22V-52', sprout, 3),
      path('M0-44C-14-44-18-54-18-60C-6-60 0-54 0-44z', sprout),
      path('M0-50C12-50 17-60 17-66C5-66 0-60 0-50z', sprout),
      rect(-13, -21, 26, 5.5, cap, { rx: 2.7 }),
      rect(-13, -14, 26, 5.5, cap, { rx: 2.7 }),
      path('M-8-7H8L4 0H-4z', cap),
    ],
    size / 92,
  );
}

/** A pile of `count` coins, 26 wide, its foot at the origin. */
export function coins(count: number, face: string = gold[400], edge: string = gold[600]): Svg {
  let out = '';
  for (let i = 0; i < count; i += 1) {
    const y = -4 - i * 6;
    out += path(`M-13 ${n(y - 3)}V${n(y)}A13 4 0 0 0 13 ${n(y)}V${n(y - 3)}z`, edge) + ellipse(0, y - 3, 13, 4, face);
  }
  return out;
}

/** A browser window, `width` by `height` from the origin down and right. */
export function browser(width: number, height: number, bar: string, page: string, ...inside: readonly Svg[]): Svg {
  return (
    rect(0, 0, width, height, page, { rx: 5 }) +
    path(`M0 12V5a5 5 0 0 1 5-5H${n(width - 5)}a5 5 0 0 1 5 5v7z`, bar) +
    [8, 15, 22].map((x) => circle(x, 6, 2, page, { 'fill-opacity': 0.85 })).join('') +
    inside.join('')
  );
}

/** A globe of meridians, `r` in radius, centred on the origin. */
export function globe(r: number, sea: string, line: string, thick = 1.6): Svg {
  return (
    circle(0, 0, r, sea) +
    group(
      { fill: 'none', stroke: line, 'stroke-width': thick },
      `<circle r="${n(r)}"/>`,
      `<ellipse rx="${n(r * 0.45)}" ry="${n(r)}"/>`,
      `<path d="M0 ${n(-r)}V${n(r)}M${n(-r)} 0H${n(r)}M${n(-r * 0.87)} ${n(-r * 0.5)}H${n(r * 0.87)}M${n(-r * 0.87)} ${n(r * 0.5)}H${n(r * 0.87)}"/>`,
    )
  );
}

/** Nodes and the lines between them: `nodes` as x, y, r, …; `links` as pairs of node numbers. */
export function network(
  nodes: readonly number[],
  links: readonly (readonly [number, number])[],
  line: string,
  dot: string,
  thick = 1.6,
): Svg {
  const node = (i: number): readonly [number, number, number] => [nodes[i * 3]!, nodes[i * 3 + 1]!, nodes[i * 3 + 2]!];
  const d = links.map(([a, b]) => `M${n(node(a)[0])} ${n(node(a)[1])}L${n(node(b)[0])} ${n(node(b)[1])}`).join('');
  let dots = '';
  for (let i = 0; i * 3 + 2 < nodes.length; i += 1) dots += circle(...node(i), dot);
  return stroke(d, line, thick) + dots;
}

/** A phone, 30 wide and 56 high, standing at the origin. */
export function phone(frame: string = lam[900], face: string = white): Svg {
  return (
    rect(-15, -56, 30, 56, frame, { rx: 5 }) + rect(-12, -51, 24, 43, face, { rx: 1.5 }) + circle(0, -4, 1.7, face)
  );
}

/** A tick in a disc, `r` in radius, centred on the origin. */
export function tick(r: number, disc: string, mark: string): Svg {
  return (
    circle(0, 0, r, disc) +
    stroke(
      `M${n(-r * 0.45)} ${n(r * 0.04)}L${n(-r * 0.1)} ${n(r * 0.4)}L${n(r * 0.48)} ${n(-r * 0.36)}`,
      mark,
      r * 0.24,
    )
  );
}

/** An excavator facing left, about 76 wide, its tracks at the origin's height. */
export function excavator(body: string, dark: string = ink, pane: string = lam[200]): Svg {
  return (
    rect(8, -10, 46, 10, dark, { rx: 5 }) +
    [14, 24, 34, 44, 49]
      .slice(0, 4)
      .map((x) => circle(x + 2, -5, 2.6, '#8a7d78'))
      .join('') +
    path('M16-12V-30H30V-38C30-40 31-42 34-42H44C46-42 47-41 47.5-39L51-26H56V-12z', body) +
    path('M33-38H43L46-27H33z', pane) +
    stroke('M22-28L2-50L-14-30', body, 5.5) +
    path('M-20-31L-7-33L-5-20C-8-14-16-14-19-19z', dark)
  );
}

/** A map pin, `size` high, its point at the origin. */
export function pin(size: number, fill: string, hole: string): Svg {
  return at(
    0,
    0,
    [path('M0 0C-4-9-14-16-14-27A14 14 0 0 1 14-27C14-16 4-9 0 0z', fill), circle(0, -27, 5.5, hole)],
    size / 41,
  );
}

/** Slanting rain over `width` by `height`: short strokes in a fixed pattern. */
export function rain(width: number, height: number, colour: string, opacity: number): Svg {
  let d = '';
  for (let row = 0, y = 4; y < height; row += 1, y += 17) {
    for (let x = (row * 23) % 37; x < width; x += 37) d += `M${n(x)} ${n(y)}l-3 9`;
  }
  return stroke(d, colour, 1.4, { 'stroke-opacity': opacity });
}

/** A quaver of light: a four-pointed glint, `r` in radius, centred on the origin. */
export function glint(r: number, fill: string): Svg {
  const s = r * 0.16;
  return poly([0, -r, s, -s, r, 0, s, s, 0, r, -s, s, -r, 0, -s, -s], fill);
}

/** A ring of arrows or growth: concentric arcs opening to the right, from the origin. */
export function ripples(radii: readonly number[], colour: string, thick: number, opacity = 1): Svg {
  return radii.map((r) => ring(0, 0, r, colour, thick, { 'stroke-opacity': opacity })).join('');
}

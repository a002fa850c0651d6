/**
 * Shapes as SVG source. Everything the art is made of goes through here, so that
 * numbers are short and no file holds a style attribute, a font or a reference outward.
 */

/** SVG source of one or more shapes. */
export type Svg = string;

/** A number as SVG source: two decimals, no trailing noughts. */
export function n(value: number): string {
  const text = String(Math.round(value * 100) / 100);
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.');
}

/** Further attributes of a shape, e.g. `{ opacity: 0.5 }`; camel case as in SVG's own spelling. */
export type Attributes = Readonly<Record<string, string | number>>;

function attributes(more: Attributes): string {
  return Object.entries(more)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? n(value) : value}"`)
    .join('');
}

/** Without the coordinates that are 0, which is what SVG takes them for anyway. */
function nonZero(more: Readonly<Record<string, number>>): Attributes {
  return Object.fromEntries(Object.entries(more).filter(([, value]) => value !== 0));
}

/** Path data without the spaces it can be read without. */
export function short(d: string): string {
  return d
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ -/g, '-')
    .replace(/ ?([a-z]) ?/gi, '$1');
}

export function shape(name: string, more: Attributes, ...children: readonly Svg[]): Svg {
  const inner = children.join('');
  return inner === '' ? `<${name}${attributes(more)}/>` : `<${name}${attributes(more)}>${inner}</${name}>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}): Svg {
  return shape('rect', { ...nonZero({ x, y }), width, height, fill, ...more });
}

export function circle(cx: number, cy: number, r: number, fill: string, more: Attributes = {}): Svg {
  return shape('circle', { ...nonZero({ cx, cy }), r, fill, ...more });
}

export function ring(cx: number, cy: number, r: number, stroke: string, width: number, more: Attributes = {}): Svg {
  return circle(cx, cy, r, 'none', { stroke, 'stroke-width': width, ...more });
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): Svg {
  return shape('ellipse', { ...nonZero({ cx, cy }), rx, ry, fill, ...more });
}

export function path(d: string, fill: string, more: Attributes = {}): Svg {
  return shape('path', { d: short(d), fill, ...more });
}

/** A line; its ends and corners are round, as the whole picture's are. */
export function stroke(d: string, colour: string, width: number, more: Attributes = {}): Svg {
  return path(d, 'none', { stroke: colour, 'stroke-width': width, ...more });
}

/** A closed figure through `points`, given as x, y, x, y, … */
export function poly(points: readonly number[], fill: string, more: Attributes = {}): Svg {
  return shape('polygon', { points: points.map(n).join(' ').replace(/ -/g, '-'), fill, ...more });
}

/** Children moved by (x, y), then scaled and turned (degrees) about their own origin. */
export function at(
  x: number,
  y: number,
  children: readonly Svg[] | Svg,
  scale: number | readonly [number, number] = 1,
  turn = 0,
): Svg {
  const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale;
  const steps = x === 0 && y === 0 ? [] : [`translate(${n(x)} ${n(y)})`];
  if (turn !== 0) steps.push(`rotate(${n(turn)})`);
  if (sx !== 1 || sy !== 1) steps.push(sx === sy ? `scale(${n(sx)})` : `scale(${n(sx)} ${n(sy)})`);
  const inner = typeof children === 'string' ? children : children.join('');
  if (steps.length === 0) return inner;
  const transform = steps.join('');
  // A single shape carries its own move; only several need a group.
  return /^<\w+ [^<]*\/>$/.test(inner) && !inner.includes(' transform=')
    ? inner.replace(/^<\w+/, `$& transform="${transform}"`)
    : shape('g', { transform }, inner);
}

export function group(more: Attributes, ...children: readonly Svg[]): Svg {
  return shape('g', more, ...children);
}

/** One drawing at several places, held in the file once: x, y, scale, turn. */
export function stamp(id: string, drawing: Svg, places: readonly (readonly [number, number, number?, number?])[]): Svg {
  const uses = places.map(([x, y, scale = 1, turn = 0]) => at(x, y, shape('use', { href: `#${id}` }), scale, turn));
  return shape('defs', {}, group({ id }, drawing)) + uses.join('');
}

/** A vertical (or, with `across`, horizontal) run of colours, e.g. `[[0, red], [1, gold]]`. */
export function gradient(id: string, stops: readonly (readonly [number, string])[], across = false): Svg {
  return shape(
    'linearGradient',
    across ? { id } : { id, x2: 0, y2: 1 },
    ...stops.map(([offset, colour]) => shape('stop', { offset, 'stop-color': colour })),
  );
}

/** A glow: full in the middle at (cx, cy), nothing left at `r`. */
export function glow(id: string, cx: number, cy: number, r: number, colour: string, opacity: number): Svg {
  return shape(
    'radialGradient',
    { id, gradientUnits: 'userSpaceOnUse', cx, cy, r },
    shape('stop', { 'stop-color': colour, 'stop-opacity': opacity }),
    shape('stop', { offset: 1, 'stop-color': colour, 'stop-opacity': 0 }),
  );
}

/** What lies outside the rectangle is not drawn. */
export function clipTo(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  ...children: readonly Svg[]
): Svg {
  return (
    `<clipPath id="${id}">${rect(x, y, width, height, '#000')}</clipPath>` +
    group({ 'clip-path': `url(#${id})` }, ...children)
  );
}

/** Where a point `r` away from the origin lies, `degrees` clockwise from the top. */
export function polar(degrees: number, r: number): readonly [number, number] {
  const turn = ((degrees - 90) * Math.PI) / 180;
  return [Math.cos(turn) * r, Math.sin(turn) * r];
}

import { cream, dat, gold, ink, lam, skin, son } from '../palette.js';
import { at, circle, ellipse, n, path, poly, rect, ring, stroke, type Svg } from '../paint.js';

/** A person standing, about 64 high, feet at the origin: a head and one shape for the clothes. */
export interface Dress {
  readonly cloth: string;
  readonly hair?: string;
  readonly face?: string;
  readonly hat?: boolean;
  /** A tunic with long skirts instead of shirt and trousers. */
  readonly tunic?: boolean;
  readonly legs?: string;
}

export function person(dress: Dress): Svg {
  const face = dress.face ?? skin[300];
  const hair = dress.hair ?? ink;
  const body =
    dress.tunic === true
      ? path(
          'M-9-44C-12-43-13-40-13-36L-11-22L-8.5-20L-12 0H12L8.5-20L11-22L13-36C13-40 12-43 9-44L3-46H-3z',
          dress.cloth,
        )
      : rect(-8, -22, 7, 22, dress.legs ?? ink, { rx: 1.5 }) +
        rect(1, -22, 7, 22, dress.legs ?? ink, { rx: 1.5 }) +
        path('M-9-44C-12.5-43-13.5-40-13.5-36V-20H13.500V-36C13.5-40 12.5-43 9-44L3-46H-3z', dress.cloth);
  const head =
    rect(-2.6, -49, 5.2, 6, face) + circle(0, -54, 7.6, face) + path('M-8-53C-9-64 9-64 8-53C5-58-3-58.5-8-53z', hair);
  const hat =
    dress.hat === true
      ? path('M-16-55.500Q0-62 16-55.500L1.5-69Q0-70-1.5-69z', gold[200]) +
        stroke('M-16-55.500Q0-51 16-55.5', gold[500], 1.6)
      : '';
  return body + head + hat;
}

/** A person in a wheelchair facing right, about 50 high, wheels at the origin's height. */
export function wheelchair(cloth: string, metal: string, face: string = skin[300]): Svg {
  return (
    ring(-2, -12, 11, metal, 2.4) +
    circle(13, -4, 3.4, metal) +
    stroke('M-11-32V-16H10L13-5', metal, 2.4) +
    path('M-9-38C-9-42 5-42 6-38L7-21H18L21-6H16L14-16H-4C-8-16-9-19-9-22z', cloth) +
    circle(-1, -48, 7.2, face) +
    path('M-8.600-47C-9-58 8-58 6.5-48C3-53-4-53-8.600-47z', ink)
  );
}

/** An open hand from below, palm up, about 90 wide: it carries what stands at the origin. */
export function palmUp(fill: string, cuff: string): Svg {
  return (
    path(
      'M-46 14C-40 6-30 4-22 6L2 9C8 10 9 17 3 18L-12 17C-4 20 8 20 16 14L38 0C45-3 50 4 45 10L24 28C18 33 10 36 2 36H-22L-46 34z',
      fill,
    ) + rect(-60, 10, 16, 28, cuff, { rx: 2 })
  );
}

/** A heart, its point at the origin, `size` high. */
export function heart(size: number, fill: string): Svg {
  const s = size / 40;
  return at(0, 0, path('M0 0C-28-18-24-40-11-40C-5-40-1-36 0-32C1-36 5-40 11-40C24-40 28-18 0 0z', fill), s);
}

/** A medal on a ribbon: the disc's centre at the origin, `r` in radius; what is struck on it is the caller's. */
export function medal(
  r: number,
  disc: string,
  rim: string,
  ribbon: string,
  stripe: string,
  ...struck: readonly Svg[]
): Svg {
  const scallops = [...Array(16).keys()].map((i) => {
    const turn = (i * Math.PI) / 8;
    return circle(Math.cos(turn) * r * 0.94, Math.sin(turn) * r * 0.94, r * 0.2, rim);
  });
  return (
    poly([-r * 0.62, r * 0.5, -r * 0.95, r * 2.15, -r * 0.5, r * 1.86, -r * 0.2, r * 2.2, r * 0.05, r * 0.7], ribbon) +
    poly([r * 0.62, r * 0.5, r * 0.95, r * 2.15, r * 0.5, r * 1.86, r * 0.2, r * 2.2, -r * 0.05, r * 0.7], stripe) +
    scallops.join('') +
    circle(0, 0, r * 0.97, rim) +
    circle(0, 0, r * 0.8, disc) +
    ring(0, 0, r * 0.7, rim, r * 0.04) +
    struck.join('')
  );
}

/** A ring buoy of radius `r`, centred on the origin. */
export function lifebuoy(r: number, red: string = son[500], pale: string = cream): Svg {
  const wide = r * 0.46;
  const middle = r - wide / 2;
  const quarter = (Math.PI * 2 * middle) / 8;
  return (
    ring(0, 0, middle, pale, wide) +
    at(
      0,
      0,
      ring(0, 0, middle, red, wide, { 'stroke-linecap': 'butt', 'stroke-dasharray': `${n(quarter)} ${n(quarter)}` }),
      1,
      22.5,
    ) +
    ring(0, 0, r * 1.05, gold[300], r * 0.05)
  );
}

/** A desk seen from the front, 100 wide, with a screen, papers and a plant; its foot at the origin. */
export function desk(top: string, front: string): Svg {
  return (
    rect(-52, -34, 104, 5, top, { rx: 2 }) +
    rect(-47, -29, 94, 29, front) +
    rect(-36, -24, 72, 18, top, { 'fill-opacity': 0.35, rx: 2 })
  );
}

/** A screen on its foot, 34 wide, standing at the origin. */
export function screen(frame: string = lam[900], face: string = lam[300]): Svg {
  return (
    rect(-17, -30, 34, 23, frame, { rx: 2.5 }) +
    rect(-14.5, -27.5, 29, 18, face, { rx: 1 }) +
    rect(-2.5, -8, 5, 6, frame) +
    rect(-8, -2.5, 16, 2.5, frame, { rx: 1 })
  );
}

/** A pot with leaves, 22 wide, standing at the origin. */
export function plant(pot: string = dat[500], green = '#357d58'): Svg {
  const blade = (turn: number): Svg => at(0, -11, path('M0 0C-6-8-5-17 0-22C5-17 6-8 0 0z', green), 1, turn);
  return blade(-48) + blade(48) + blade(-20) + blade(20) + poly([-8, -12, 8, -12, 6, 0, -6, 0], pot);
}

/** An umbrella of half width `r`; the tip of its stick at the origin's height + r. */
export function umbrella(r: number, cloth: string, other: string, stick: string): Svg {
  return (
    stroke(
      `M0 ${n(-r * 0.75)}V${n(r * 0.82)}a${n(r * 0.12)} ${n(r * 0.12)} 0 0 1 ${n(-r * 0.24)} 0`,
      stick,
      r * 0.055,
    ) +
    path(
      `M${n(-r)} 0A${n(r)} ${n(r * 0.8)} 0 0 1 ${n(r)} 0Q${n(r * 0.83)} ${n(-r * 0.14)} ${n(r * 0.66)} 0Q${n(r * 0.5)} ${n(-r * 0.14)} ${n(r * 0.33)} 0Q${n(r * 0.16)} ${n(-r * 0.14)} 0 0Q${n(-r * 0.16)} ${n(-r * 0.14)} ${n(-r * 0.33)} 0Q${n(-r * 0.5)} ${n(-r * 0.14)} ${n(-r * 0.66)} 0Q${n(-r * 0.83)} ${n(-r * 0.14)} ${n(-r)} 0z`,
      cloth,
    ) +
    path(
      `M${n(-r * 0.33)} 0Q${n(-r * 0.3)} ${n(-r * 0.6)} 0 ${n(-r * 0.8)}Q${n(r * 0.3)} ${n(-r * 0.6)} ${n(r * 0.33)} 0Q${n(r * 0.16)} ${n(-r * 0.14)} 0 0Q${n(-r * 0.16)} ${n(-r * 0.14)} ${n(-r * 0.33)} 0z`,
      other,
    ) +
    ellipse(0, -r * 0.82, r * 0.04, r * 0.07, stick)
  );
}

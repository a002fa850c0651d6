import type { Banner } from '../../feed/schema.js';

/** The space that a rotator keeps free. */
export interface Box {
  /** Width divided by height; undefined when nobody says. */
  readonly ratio: number | undefined;
  /** CSS pixels beyond which pictures would be blown up; undefined when nobody says. */
  readonly width: number | undefined;
}

/**
 * Reads a ratio as CSS writes it ("728/90", "16 / 9", "1.5"), or as people do ("728x90", "16:9").
 *
 * @returns width divided by height; undefined for what is no ratio
 */
export function parseRatio(value: string | null | undefined): number | undefined {
  const [width, height = '1', ...more] = String(value).split(/[/:x×]/i);
  const ratio = more[0] === undefined ? Number(width) / Number(height) : 0;
  return ratio > 0 && ratio < Infinity ? ratio : undefined;
}

/** The box in which each of the banners fits as wide as it may be: that of the tallest. */
export function boxOf(banners: readonly Banner[]): Box {
  let ratio: number | undefined;
  let widest = 0;
  for (const { width, height } of banners) {
    if (width && height) ratio = Math.min(ratio ?? Infinity, width / height);
    widest = Math.max(widest, width ?? Infinity);
  }
  return { ratio, width: widest < Infinity ? widest || undefined : undefined };
}

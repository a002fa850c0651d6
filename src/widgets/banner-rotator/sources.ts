import type { Banner } from '../../feed/schema.js';

/** One `<source>` of a `<picture>`. */
export interface SourceGroup {
  readonly type: string | undefined;
  readonly media: string | undefined;
  srcset: string;
}

/** What a picture is made of. */
export interface PictureSources {
  readonly groups: readonly SourceGroup[];
  /** Other densities of the image itself, for `<img srcset>`; empty when there are none. */
  readonly srcset: string;
}

/** Only what some browser may not know needs a type: without one, it would take the source and show nothing. */
function typeOf(url: string): string | undefined {
  const format = /^[^?#]*\.(avif|webp|jxl|svg)(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  return format && `image/${format.replace('svg', 'svg+xml')}`;
}

/** A comma at the end of a URL would be read as the end of the candidate. */
const candidate = (src: string, density = 1, width?: number) =>
  `${src.replace(/,$/, '%2C')} ${width ? `${Math.round(width)}w` : `${density}x`}`;

/**
 * A banner's sources as a `<picture>` wants them: the densities or widths of one format and one media query in one `srcset`,
 * in the feed's order, which is best first.
 */
export function pictureSources({
  image,
  width: whole,
  sources = [],
}: Pick<Banner, 'image' | 'width' | 'sources'>): PictureSources {
  const groups: SourceGroup[] = [];
  // Those that neither format nor condition tells from the image are its other densities.
  const own: string[] = [];
  for (const { src, type = typeOf(src), media, density, width } of sources) {
    const one = candidate(src, density, width);
    const group = groups.find((other) => other.type === type && other.media === media);
    if (!type && !media) own.push(one);
    else if (group) group.srcset += `, ${one}`;
    else groups.push({ type, media, srcset: one });
  }
  // Browsers pass over a density among widths.
  const first = candidate(image as string, 1, own[0]?.endsWith('w') ? whole : undefined);
  return { groups, srcset: own[0] ? [first, ...own].join(', ') : '' };
}

import type { Banner } from '../../feed/schema.js';

/** One `<source>` of a `<picture>`. */
export interface SourceGroup {
  readonly type: string | undefined;
  readonly media: string | undefined;
  readonly srcset: string;
}

/** What a picture is made of. */
export interface PictureSources {
  readonly groups: readonly SourceGroup[];
  /** Other densities of the image itself, for `<img srcset>`; empty when there are none. */
  readonly srcset: string;
}

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jxl: 'image/jxl',
  svg: 'image/svg+xml',
};

/** Only what some browser may not know needs a type: without one, it would take the source and show nothing. */
function typeOf(url: string): string | undefined {
  return TYPES[/\.(\w+)(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? ''];
}

/** A comma at the end of a URL would be read as the end of the candidate. */
const candidate = (src: string, density = 1) => `${src.replace(/,$/, '%2C')} ${density}x`;

/**
 * A banner's sources as a `<picture>` wants them: the densities of one format and one media query in one `srcset`,
 * in the feed's order, which is best first.
 */
export function pictureSources({ image, sources = [] }: Pick<Banner, 'image' | 'sources'>): PictureSources {
  const groups = new Map<string, { type: string | undefined; media: string | undefined; list: string[] }>();
  for (const { src, type = typeOf(src), media, density } of sources) {
    const key = `${type} ${media}`;
    const group = groups.get(key) ?? { type, media, list: [] };
    groups.set(key, group);
    group.list.push(candidate(src, density));
  }
  // Neither format nor condition tells these from the image: they are its other densities.
  const own = groups.get('undefined undefined');
  groups.delete('undefined undefined');
  return {
    groups: [...groups.values()].map(({ type, media, list }) => ({ type, media, srcset: list.join(', ') })),
    srcset: own ? [candidate(image), ...own.list].join(', ') : '',
  };
}

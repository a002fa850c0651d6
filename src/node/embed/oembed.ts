/** oEmbed 1.0 answers for embed pages: what an editor asks that embeds a pasted address. https://oembed.com */
import { readAddress } from '../../embed-address.js';
import { type EmbeddedName, escapeHtml, PAGES } from './page.js';

/** The answer of type `rich`. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds for which it may be kept. */
  readonly cache_age: number;
  /** An `<iframe>`; readers click before anything of it may lead the page away. */
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface OEmbedRequest {
  /** Address of an embed page, as the consumer was given it. */
  readonly url: string;
  readonly maxwidth?: number;
  readonly maxheight?: number;
}

const WIDTH = 600;

/** What an embed page may do in a frame: run, open links, and no more. */
export const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-top-navigation-by-user-activation';

/** The markup that shows an embed page inside another. */
export function frameHtml(url: string, title: string, width: number | string, height: number): string {
  return `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="${width}" height="${height}" loading="lazy" sandbox="${SANDBOX}" style="border: 0; max-width: 100%"></iframe>`;
}

const limit = (size: number, most: number | undefined) =>
  most !== undefined && most > 0 ? Math.min(size, Math.floor(most)) : size;

/**
 * @param site - absolute URL of the folder that holds `embed/`, with a slash at the end
 * @returns undefined where the address is none of this site's embed pages, which is a 404
 */
export function oembed({ url, maxwidth, maxheight }: OEmbedRequest, site: string): OEmbed | undefined {
  const embedded = readAddress(url, site);
  if (embedded?.folder !== new URL('embed/', site).href) return undefined;
  const { vi, en, height } = PAGES[embedded.tag.replace('civic-', '') as EmbeddedName];
  const title = embedded.attributes.get('lang')?.startsWith('en') ? en : vi;
  const size = { width: limit(WIDTH, maxwidth), height: limit(height, maxheight) };
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'civic-widgets',
    provider_url: new URL(site).origin,
    cache_age: 86_400,
    html: frameHtml(new URL(url, site).href, title, size.width, size.height),
    ...size,
  };
}

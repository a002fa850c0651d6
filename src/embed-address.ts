/**
 * What the address of an embed page means: `https://host/…/embed/news-list?src=/data/portal.json&limit=5` is a news list
 * with these attributes. Links, the pages themselves and oEmbed all read it here.
 */
import { withoutPastedQuotes } from './feed/pasted.js';

/** The widgets that have an embed page. */
export const EMBEDDED = ['access-counter', 'banner-rotator', 'campaign-list', 'directive-viewer', 'news-list'] as const;

/** Selector of their elements. */
export const WIDGETS = EMBEDDED.map((name) => `civic-${name}`).join();

export interface Embedded {
  /** Name of the element, `civic-news-list`. */
  readonly tag: string;
  /** Values by attribute, as the address has them; addresses among them are absolute. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Absolute, with a slash at the end: the folder that addresses in the query are relative to. */
  readonly folder: string;
}

/** Attributes whose value is an address, or several with spaces between them. */
export const ADDRESSES: ReadonlySet<string> = new Set(['src', 'collector', 'report']);

/** `/embed/news-list`, with a slash, with `index.html` or with `.html`, as servers have it. */
const PATH = /^(.*\/embed\/)([a-z-]+)(?:\.html|\/(?:index\.html)?)?$/;

function absolute(value: string, folder: string): string {
  return withoutPastedQuotes(value)
    .split(/\s+/)
    .map((address) => {
      try {
        return new URL(address, folder).href;
      } catch {
        return address;
      }
    })
    .join(' ');
}

/**
 * @param address - as written; word processors' quotes around it do no harm
 * @param base - absolute URL that a relative one starts from
 * @returns undefined when it is no embed page's address
 */
export function readAddress(address: string, base: string): Embedded | undefined {
  let url: URL;
  try {
    url = new URL(withoutPastedQuotes(address), base);
  } catch {
    return undefined;
  }
  const [, path = '', name = ''] = PATH.exec(url.pathname) ?? [];
  if (!/^https?:$/.test(url.protocol) || !EMBEDDED.some((known) => known === name)) return undefined;
  const folder = url.origin + path;
  const attributes = new Map<string, string>();
  url.searchParams.forEach((value, key) => attributes.set(key, ADDRESSES.has(key) ? absolute(value, folder) : value));
  return { tag: `civic-${name}`, attributes, folder };
}

/** What a link may do: open a page, write a letter, dial a number. */
const LINK_PROTOCOL = /^(?:https?|mailto|tel):$/;
/** What may be fetched or shown. */
const RESOURCE_PROTOCOL = /^https?:$/;

/** Stands in for an unknown base, so that a relative path can be judged before it is resolved. */
const ANY_BASE = 'https://base.invalid/';

/**
 * Resolves a URL out of a feed, or refuses it.
 *
 * The WHATWG parser does the reading, because it is also what the browser will obey: `java\nscript:` and
 * `&#106;avascript:` tricks end up as the protocol that they really are.
 *
 * @param value - absolute URL or a path relative to `base`
 * @param base - absolute URL of the feed (or page) that holds the value
 * @param use - `link` allows http(s), mailto and tel; `resource` http(s) only
 * @returns the absolute URL, or undefined when it cannot be parsed or its protocol is not allowed
 */
export function resolveUrl(
  value: string,
  base: string = ANY_BASE,
  use: 'link' | 'resource' = 'link',
): string | undefined {
  let url: URL;
  try {
    url = new URL(value.trim(), base);
  } catch {
    return undefined;
  }
  const allowed = use === 'link' ? LINK_PROTOCOL : RESOURCE_PROTOCOL;
  return allowed.test(url.protocol) ? url.href : undefined;
}

/** What a consumer of oEmbed asks, and what is no such question. https://oembed.com */
import { HttpError } from '../serve/errors.js';
import type { OEmbedRequest } from './oembed.js';

function one(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new HttpError(400, 'bad-query', `Give \`${name}\` once.`);
}

function size(query: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = one(query, name);
  if (value === undefined) return undefined;
  if (/^0*[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new HttpError(400, 'bad-size', `\`${name}\` has to be a whole number of CSS pixels, 1 to 999999.`);
}

/** An address that a browser would open as a page: no script, no data, no name and password in it. */
function pageAddress(text: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // Said below.
  }
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url;
  throw new HttpError(400, 'bad-url', '`url` has to be the absolute address of an embed page, https or http.');
}

/**
 * Reads the query of `GET /oembed`.
 *
 * @throws HttpError `no-url`, `bad-url`, `bad-size` or `bad-query` (400), `no-such-format` (501)
 */
export function readOEmbedRequest(query: Readonly<Record<string, unknown>>): OEmbedRequest & { readonly at: URL } {
  const format = one(query, 'format') ?? 'json';
  if (format !== 'json') throw new HttpError(501, 'no-such-format', 'Answers are JSON: ask with `format=json`.');
  const url = one(query, 'url');
  if (url === undefined || url === '') throw new HttpError(400, 'no-url', 'Say the address of an embed page in `url`.');
  const at = pageAddress(url);
  const maxwidth = size(query, 'maxwidth');
  const maxheight = size(query, 'maxheight');
  return { at, url: at.href, ...(maxwidth && { maxwidth }), ...(maxheight && { maxheight }) };
}

import { resolveUrl } from '../../feed/url.js';

/** Where `citation-url` leads for a number, or undefined for a template that makes no address. */
export function searchUrl(template: string | null | undefined, number: string, base: string): string | undefined {
  if (!template?.includes('{number}')) return undefined;
  return resolveUrl(template.split('{number}').join(encodeURIComponent(number)), base);
}

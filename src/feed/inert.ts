import { page } from './page.js';

interface Policies {
  createPolicy(name: string, rules: object): object;
}

/** The attribute `style` of a tag. A policy against inline styles would report each, even in a document that nobody sees. */
const STYLE = /(<[a-z][^<>]*?\s)style(?=\s*=)/gi;

const asWritten = (text: string) => text;

/**
 * Parses into a document of its own, which runs no script and loads no picture.
 *
 * A page that demands Trusted Types has to allow the policy `civic-widgets` for that. Nothing parsed here gets into the page but
 * as text, or through the sanitiser.
 *
 * @throws {TypeError} where the page forbids it
 */
export function parse(text: string, type: 'text/xml' | 'text/html'): Document {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const shared = page();
  // As in `json-ld.ts`, which may come first; a file for these lines would be one more trip to the server.
  shared.policy ??= trustedTypes?.createPolicy('civic-widgets', { createHTML: asWritten, createScript: asWritten });
  const written = text.replace(STYLE, '$1data-style');
  return new DOMParser().parseFromString(shared.policy?.createHTML?.(written) ?? written, type);
}

import { page } from './page.js';

interface Policies {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): { createHTML(text: string): string };
}

/** The attribute `style` of a tag. A policy against inline styles would report each, even in a document that nobody sees. */
const STYLE = /(<[a-z][^<>]*?\s)style(?=\s*=)/gi;

function makeParse(): (text: string, type: DOMParserSupportedType) => Document {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('civic-widgets', { createHTML: (written) => written });
  return (text, type) => new DOMParser().parseFromString(policy?.createHTML(text) ?? text, type);
}

/**
 * Parses into a document of its own, which runs no script and loads no picture.
 *
 * A page that demands Trusted Types has to allow the policy `civic-widgets` for that. All copies of this library have the one
 * that was made first, since a page may forbid a second of its name; what they share parses, and gives the policy to nobody.
 * Nothing parsed here gets into the page but as text, as data, or out of the quarantine: through the sanitiser, or bare of attributes.
 *
 * @throws {TypeError} where the page forbids it
 */
export function parse(text: string, type: 'text/xml' | 'text/html'): Document {
  const shared = page();
  shared.parse ??= makeParse();
  return shared.parse(text.replace(STYLE, '$1data-style'), type);
}

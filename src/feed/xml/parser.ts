interface Policies {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): { createHTML(text: string): string };
}

let make: ((text: string) => string) | undefined;

/** The attribute `style` of a tag. A policy against inline styles would report each, even in a document that nobody sees. */
const STYLE = /(<[a-z][^<>]*?\s)style(?=\s*=)/gi;

/**
 * Parses into a document of its own, which runs no script and loads no picture.
 *
 * A page that demands Trusted Types has to allow the policy `civic-widgets` for that; nothing parsed here gets into the page but
 * as text, or through the sanitiser.
 *
 * @throws {TypeError} where the page forbids it
 */
export function parse(text: string, type: 'text/xml' | 'text/html'): Document {
  if (!make) {
    const { trustedTypes } = globalThis as { trustedTypes?: Policies };
    const policy = trustedTypes?.createPolicy('civic-widgets', { createHTML: (written) => written });
    make = (written) => policy?.createHTML(written) ?? written;
  }
  return new DOMParser().parseFromString(make(text.replace(STYLE, '$1data-style')), type);
}

/** What looks like a tag, and what looks like an entity. */
const MARKUP = /<[a-z!/][^>]*>|&(?:#\w+|\w+);/i;

/** Whether a text is HTML, as far as can be seen. */
export const isMarkup = (text: string): boolean => MARKUP.test(text);

/** The words of a text that may be HTML, escaped once or, as some portals do, twice. */
export function words(text: string): string {
  let plain = text;
  for (let times = 0; times < 2 && isMarkup(plain); times++) {
    plain = parse(plain.replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, ' $&'), 'text/html').body.textContent;
  }
  return plain.replace(/\s+/g, ' ').trim();
}

/** HTML that was escaped once too often, as HTML again. */
export function unescaped(text: string): string {
  const isTwice = !/<[a-z!/]/i.test(text) && /&lt;\/?[a-z]/i.test(text);
  return isTwice ? parse(text, 'text/html').body.textContent : text;
}

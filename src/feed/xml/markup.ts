import { parse } from '../inert.js';

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

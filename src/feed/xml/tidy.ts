/** What a strict parser would give up at, put right: one wrong letter in a portal's feed must not cost the reader all of it. */

/** Prefixes that are used without being declared get a name of their own. */
const PREFIX = /[<\s/](?!xml)([a-z_][\w-]*):[a-z]/gi;
const MAX_PREFIXES = 40;

/** Comments and CDATA stay as they are; an ampersand outside them may be wrong. The many that are right cost no call. */
const AMPERSAND = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:amp|lt|gt|quot|apos);)(?:#(x?)([\da-f]+);)?/gi;

// eslint-disable-next-line no-control-regex -- these are what XML forbids
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g;

/** Characters that may stand before the declaration. */
const WARNING = 4000;

/** Everything before the first element: declaration, comments, a document type with whatever it declares. */
const PROLOGUE = /^[^<]*(?:(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)\s*)*/i;

function repaired(match: string, isHex?: string, digits?: string): string {
  if (!match.startsWith('&')) return match;
  // An entity of HTML is no entity of XML: as letters it reaches the HTML that it was meant for.
  if (match === '&') return '&amp;';
  if (digits === undefined) return match;
  const code = parseInt(digits, isHex ? 16 : 10);
  const isLetter = code > 31 ? code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000) : /^(?:9|10|13)$/.test(String(code)); // prettier-ignore
  return isLetter ? match : '';
}

/**
 * The text of a feed as XML that a parser takes, as far as can be: nothing before the root, no document type (and so no
 * entities of its own), no letters that XML forbids, every ampersand escaped, every prefix declared.
 */
export function tidy(text: string): string {
  // A server's warning before the declaration is no part of it, even as HTML.
  const start = Math.max(0, text.slice(0, WARNING).indexOf('<?xml '));
  const body = text.slice(start).replace(PROLOGUE, '').trimEnd().replace(FORBIDDEN, '').replace(AMPERSAND, repaired);
  const names = new Set([...body.matchAll(PREFIX)].map(([, prefix = '']) => prefix));
  const missing = [...names].filter((name) => !body.includes(`xmlns:${name}=`)).slice(0, MAX_PREFIXES);
  const declared = missing.map((name) => ` xmlns:${name}="urn:${name}"`).join('');
  return body.replace(/^<[^\s/>]+/, (root) => root + declared);
}

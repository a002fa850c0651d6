import createPurifier, { type Config } from 'dompurify';
import { ATTRIBUTES, TAGS, WITHOUT_WORDS, XHTML } from './allowed.js';
import { tidy } from './tidy.js';
import { resolveUrl } from './url.js';

/** A fragment, not a string: nothing is parsed a second time, and Trusted Types have nothing to refuse. */
const RULES: Config & { RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_NAMESPACES: [XHTML],
  ADD_FORBID_CONTENTS: WITHOUT_WORDS,
};

/** One of our own: hooks on the shared instance would change what the page does with it. */
const purifier = createPurifier(window);
// Once for all calls: a long document has a hundred of them.
purifier.setConfig(RULES);

/** The URL that relative ones of the present call start from; a call is synchronous, so there is only one at a time. */
let base = '';

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute('cite')) setUrl(node, 'cite', 'link');
  if (node.localName === 'a') guardLink(node);
  else node.removeAttribute('target');
  if (node.localName === 'img') guardPicture(node);
});

/** Makes a URL absolute, or takes it away. */
function setUrl(node: Element, name: string, use: 'link' | 'resource'): boolean {
  const url = resolveUrl(node.getAttribute(name) ?? '', base, use);
  if (url === undefined) node.removeAttribute(name);
  else node.setAttribute(name, url);
  return url !== undefined;
}

function guardLink(link: Element): void {
  // Ids are gone, so a link within the document leads nowhere; resolved, it would lead to the feed's own file.
  if (!link.hasAttribute('href') || /^\s*(?:#|$)/.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  else setUrl(link, 'href', 'link');
  if (link.getAttribute('target') === '_blank' && link.hasAttribute('href'))
    link.setAttribute('rel', 'noopener noreferrer');
  else link.removeAttribute('target');
}

function guardPicture(picture: Element): void {
  if (!picture.hasAttribute('src') || !setUrl(picture, 'src', 'resource')) {
    picture.removeAttribute('src');
    return;
  }
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
}

/** The synchronous part of `sanitise`: see there. */
export function purify(html: string, baseUrl: string): DocumentFragment {
  base = baseUrl;
  // Null for a `<frameset>`, which stands in the place of the body; the types do not say so.
  const fragment = (purifier.sanitize(html, RULES) as DocumentFragment | null) ?? document.createDocumentFragment();
  tidy(fragment);
  return fragment;
}

/**
 * Copies of what is in an element, as the sanitiser leaves them and in the page's own document.
 *
 * @param holder - with elements of a document that loads nothing
 */
export function purifyTree(holder: Element, baseUrl: string): Element[] {
  base = baseUrl;
  const clean = purifier.sanitize(holder, RULES);
  tidy(clean);
  document.adoptNode(clean);
  return [...(clean.firstElementChild?.children ?? [])];
}

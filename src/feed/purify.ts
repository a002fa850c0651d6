import createPurifier, { type Config } from 'dompurify';
import { resolveUrl } from './url.js';

/** What a document is made of; everything else loses its tag and keeps its words. */
const TAGS = [
  ...['p', 'br', 'hr', 'div', 'span', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'],
  ...[
    'a',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'mark',
    'abbr',
    'cite',
    'q',
    'code',
  ],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'time', 'bdi', 'bdo', 'wbr'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

const ATTRIBUTES = [
  ...['href', 'target', 'src', 'alt', 'title', 'lang', 'dir', 'width', 'height', 'datetime', 'cite'],
  ...['colspan', 'rowspan', 'scope', 'abbr', 'span', 'start', 'reversed', 'type', 'value'],
];

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  // Words inside these are no part of a document: Word's `<xml>` settings, what a form or a player falls back on.
  ADD_FORBID_CONTENTS: ['xml', 'object', 'applet', 'button', 'select', 'option', 'datalist', 'textarea', 'canvas'],
  // A fragment, not a string: nothing is parsed a second time, and Trusted Types have nothing to refuse.
  RETURN_DOM_FRAGMENT: true,
};

/** One of our own: hooks on the shared instance would change what the page does with it. */
const purifier = createPurifier(window);

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
  const fragment = (purifier.sanitize(html, CONFIG) as DocumentFragment | null) ?? document.createDocumentFragment();
  tidy(fragment);
  return fragment;
}

/** Takes out what a word processor leaves behind when its styles are gone: bare spans, empty paragraphs. */
function tidy(fragment: DocumentFragment): void {
  for (const picture of [...fragment.querySelectorAll('img:not([src])')]) {
    picture.replaceWith(picture.getAttribute('alt') ?? '');
  }
  for (const span of [...fragment.querySelectorAll('span')]) {
    if (span.attributes.length === 0) span.replaceWith(...span.childNodes);
  }
  for (const block of [...fragment.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    if (!block.textContent.trim() && !block.querySelector('img, hr, table')) block.remove();
  }
  fragment.normalize();
}

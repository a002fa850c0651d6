import createPurifier, { type Config } from 'dompurify';
import { parse } from './inert.js';
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

/** All of these are harmless where they have no attribute. */
const ALLOWED: ReadonlySet<string> = new Set(TAGS);
const TELLING: ReadonlySet<string> = new Set(ATTRIBUTES);
const XHTML = 'http://www.w3.org/1999/xhtml';

/** What loses its words with its tag: none of them are meant for a reader of the document. */
const WITHOUT_WORDS = [
  ...['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'head', 'title', 'plaintext', 'xmp'],
  ...['svg', 'math', 'audio', 'video'],
  // Word's `<xml>` settings, what a form or a player falls back on.
  ...['xml', 'object', 'applet', 'button', 'select', 'option', 'datalist', 'textarea', 'canvas'],
];

const MUTE: ReadonlySet<string> = new Set(WITHOUT_WORDS);

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

/** What may have to be tidied. */
const UNTIDY = 'img,span,p,h1,h2,h3,h4,h5,h6';

/** Takes out what a word processor leaves behind when its styles are gone: bare spans, empty paragraphs. */
function tidy(fragment: DocumentFragment | Element): void {
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

/**
 * Takes off the attributes that nobody may keep, and comments: most of what programs write into a text is this.
 *
 * @returns whether what is left is harmless whatever it says: allowed elements without a single attribute, and words
 */
function strip(node: Element): boolean {
  let isBare = ALLOWED.has(node.localName) && node.namespaceURI === XHTML;
  if (node.hasAttributes()) {
    for (const name of node.getAttributeNames()) if (!TELLING.has(name)) node.removeAttribute(name);
    isBare &&= !node.hasAttributes();
  }
  let next = node.firstChild;
  while (next) {
    const child = next;
    next = child.nextSibling;
    if (child.nodeType === 1) isBare = strip(child as Element) && isBare;
    else if (child.nodeType !== 3) child.remove();
  }
  return isBare;
}

/** Most elements that are cleaned together: one by one, most of the time would go into the beginnings. */
const TOGETHER = 128;
/** At the beginning of a text fewer: the reader waits for them. */
const AT_FIRST = 32;

/**
 * A long document, parsed and not clean yet. Its words may be read at once; an element is cleaned when it is asked for, and
 * no other way leads out. To clean a law of a megabyte before its first line is shown would take the better part of a second.
 */
export class Quarantine {
  /** For its words and its shape only: nothing of it may get into a page. */
  readonly root: Element;
  readonly #base: string;
  /** Holds what is being cleaned, in the document of the tree: that loads nothing. */
  readonly #holder: Element;
  readonly #raw: Element[] = [];
  readonly #clean = new Map<Element, Element>();

  /**
   * @param html - as the feed has it; anything at all
   * @param base - absolute URL that relative links and pictures start from
   */
  constructor(html: string, base: string) {
    this.#base = base;
    this.root = parsed(html) ?? wholly(html, base);
    prepare(this.root);
    // Now nothing in it has a name any more.
    this.#holder = this.root.ownerDocument.createElement('div');
  }

  /**
   * Notes an element of the tree, or a copy of one, that will be shown; best in the order of the text.
   *
   * @returns gives the element without what the sanitiser takes out, always the same one; it may be a `<div>` in its place
   */
  later(element: Element): () => Element {
    const index = this.#raw.push(element) - 1;
    return () => this.#clean.get(element) ?? this.#cleanFrom(index) ?? document.createElement('div');
  }

  #cleanFrom(start: number): Element | undefined {
    const raw = this.#raw[start];
    if (raw && strip(raw)) {
      // Nothing is left for the sanitiser to decide: most paragraphs of most laws.
      if (raw.firstElementChild && raw.querySelector(UNTIDY)) tidy(raw);
      else raw.normalize();
      document.adoptNode(raw);
      this.#clean.set(raw, raw);
      return raw;
    }
    const end = start + Math.min(AT_FIRST + start, TOGETHER);
    const raws = this.#raw.slice(start, end).filter((one) => !this.#clean.has(one) && !strip(one));
    const made = this.#cleaned(raws);
    // All of them are of the kinds that may stay, so that each is there again, in its place; unless one is gone altogether.
    const isEach = made.length === raws.length && made.every(({ localName }, i) => localName === raws[i]?.localName);
    raws.forEach((one, i) => {
      const [clean = document.createElement('div')] = isEach ? made.slice(i, i + 1) : this.#cleaned([one]);
      this.#clean.set(one, clean);
    });
    this.#holder.replaceChildren();
    return raw && this.#clean.get(raw);
  }

  /** Copies of elements as the sanitiser leaves them, and in the page's own document. */
  #cleaned(raws: readonly Element[]): Element[] {
    base = this.#base;
    this.#holder.replaceChildren(...raws);
    const clean = purifier.sanitize(this.#holder, RULES);
    tidy(clean);
    document.adoptNode(clean);
    return [...(clean.firstElementChild?.children ?? [])];
  }
}

/** A tag with nothing but what word processors write into each, and nobody may keep: never parsed, it need not be taken off. */
const STYLED = /<([a-z]\w*)(?:\s+(?:class|style)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))+\s*>/gi;

/** The body of the HTML; undefined where there is none, and where the page lets nobody parse but DOMPurify. */
function parsed(html: string): Element | undefined {
  try {
    // Elements named like properties of the document would stand before those. A `<frameset>` has no body.
    const { children } = Reflect.get(
      Document.prototype,
      'documentElement',
      parse(html.replace(STYLED, '<$1>'), 'text/html'),
    ) as Element;
    return [...children].find(({ localName }) => localName === 'body');
  } catch {
    return undefined;
  }
}

/** Clean at once, and once more in parts: slower, but the same in the end. */
function wholly(html: string, base: string): Element {
  const { body } = document.implementation.createHTMLDocument('');
  body.append(purify(html, base));
  return body;
}

/** Does to the whole what the sanitiser will do to its parts, as far as it decides on words and paragraphs. */
function prepare(root: Element): void {
  // On a form, a field's name stands before the form's own methods.
  const { removeAttribute } = Element.prototype;
  for (const named of root.querySelectorAll('[name],[id]')) {
    for (const name of ['name', 'id']) removeAttribute.call(named, name);
  }
  // One by one, since a selector of sixty names would compare them all with each element.
  for (const other of root.querySelectorAll('*')) {
    const { localName } = other;
    // What is to become one of the page's own custom elements cannot be told otherwise any more.
    if (ALLOWED.has(localName) && !other.hasAttribute('is')) continue;
    if (MUTE.has(localName)) {
      other.remove();
      continue;
    }
    while (other.firstChild) other.before(other.firstChild);
    other.remove();
  }
}

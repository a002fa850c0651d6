import { ATTRIBUTES, TAGS, WITHOUT_WORDS, XHTML } from './allowed.js';
import { parse } from './inert.js';
import type * as Purifier from './purify.js';
import { tidy } from './tidy.js';

/** All of these are harmless where they have no attribute. */
const ALLOWED: ReadonlySet<string> = new Set(TAGS);
const TELLING: ReadonlySet<string> = new Set(ATTRIBUTES);
const MUTE: ReadonlySet<string> = new Set(WITHOUT_WORDS);

/**
 * All that may not stay. What is to become one of the page's own custom elements cannot be told otherwise any more. As a
 * selector, since nothing is made of the thousands of elements that stay.
 */
const OTHERS = `:not(${TAGS.join()}),[is]`;
/** What has an attribute that only the sanitiser can decide on. */
const TOLD = ATTRIBUTES.map((name) => `[${name}]`).join();

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
  /** Undefined where there is nothing for it to decide. */
  readonly #purifier: typeof Purifier | undefined;
  /** Holds what is being cleaned, in the document of the tree: that loads nothing. */
  readonly #holder: Element;
  readonly #raw: Element[] = [];
  readonly #clean: (Element | undefined)[] = [];

  private constructor(root: Element, base: string, purifier: typeof Purifier | undefined) {
    this.root = root;
    this.#base = base;
    this.#purifier = purifier;
    this.#holder = root.ownerDocument.createElement('div');
  }

  /**
   * Parses, and loads the sanitiser where it has something to decide.
   *
   * @param html - as the feed has it; anything at all
   * @param base - absolute URL that relative links and pictures start from
   * @throws when the sanitiser cannot be loaded
   */
  static async open(html: string, base: string): Promise<Quarantine> {
    const root = parsed(html);
    if (root) prepare(root);
    if (root && !root.querySelector(TOLD)) return new Quarantine(root, base, undefined);
    const purifier = await import('./purify.js');
    return new Quarantine(root ?? wholly(html, base, purifier), base, purifier);
  }

  /**
   * Notes an element of the tree, or a copy of one, that will be shown; best in the order of the text.
   *
   * @returns the number by which it is asked for
   */
  note(element: Element): number {
    return this.#raw.push(element) - 1;
  }

  /** The words of an element of which nothing else is to be kept but that it is a paragraph; undefined of all others. */
  wordsOf(element: Element): string | undefined {
    if (element.localName !== 'p' || element.firstElementChild) return undefined;
    if (element.hasAttributes() && element.getAttributeNames().some((name) => TELLING.has(name))) return undefined;
    return element.textContent;
  }

  /** What was noted, without what the sanitiser takes out: always the same element; it may be a `<div>` in its place. */
  clean(number: number): Element {
    return (this.#clean[number] ??= this.#cleanFrom(number) ?? document.createElement('div'));
  }

  #cleanFrom(start: number): Element | undefined {
    const raw = this.#raw[start];
    if (raw && strip(raw)) {
      // Nothing is left for the sanitiser to decide: most paragraphs of most laws.
      tidy(raw);
      document.adoptNode(raw);
      return raw;
    }
    const numbers: number[] = [];
    const raws: Element[] = [];
    for (let number = start; number < start + Math.min(AT_FIRST + start, TOGETHER); number += 1) {
      const one = this.#raw[number];
      if (!one || this.#clean[number] || strip(one)) continue;
      numbers.push(number);
      raws.push(one);
    }
    const made = this.#cleaned(raws);
    // All of them are of the kinds that may stay, so that each is there again, in its place; unless one is gone altogether.
    const isEach = made.length === raws.length && made.every(({ localName }, i) => localName === raws[i]?.localName);
    raws.forEach((one, i) => {
      const [clean = document.createElement('div')] = isEach ? made.slice(i, i + 1) : this.#cleaned([one]);
      this.#clean[numbers[i] ?? start] = clean;
    });
    this.#holder.replaceChildren();
    return this.#clean[start];
  }

  /** Copies of elements as the sanitiser leaves them; without it nothing gets out. */
  #cleaned(raws: readonly Element[]): Element[] {
    this.#holder.replaceChildren(...raws);
    return this.#purifier?.purifyTree(this.#holder, this.#base) ?? [];
  }
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
function wholly(html: string, base: string, { purify }: typeof Purifier): Element {
  const { body } = document.implementation.createHTMLDocument('');
  body.append(purify(html, base));
  prepare(body);
  return body;
}

/** Does to the whole what the sanitiser will do to its parts, as far as it decides on words and paragraphs. */
function prepare(root: Element): void {
  // On a form, a field's name stands before the form's own methods.
  const { removeAttribute } = Element.prototype;
  for (const named of root.querySelectorAll('[name],[id]')) {
    for (const name of ['name', 'id']) removeAttribute.call(named, name);
  }
  for (const other of root.querySelectorAll(OTHERS)) {
    if (MUTE.has(other.localName)) {
      other.remove();
      continue;
    }
    while (other.firstChild) other.before(other.firstChild);
    other.remove();
  }
}

/** Turns what a document cites into links. The words stay as they are: an element goes around them, nothing else. */
import { resolveUrl } from '../../feed/url.js';
import { type Citation, citedNames, type CitedNames, findCitations } from '../../text/citations.js';
import type { DocumentNumber } from '../../text/document-number.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { allSections } from '../../text/plain-text.js';
import type { Steps } from '../../text/steps.js';
import { findItem } from './find-item.js';
import { make } from './make.js';
import type { ShownDocument } from './shown-document.js';

/** Where a citation leads. */
interface Target {
  readonly href: string;
  readonly go: (event: Event) => void;
}

/** A cheap look: without one of these, a text names nothing. */
const MAY_CITE = /[/]|Điều|Luật/;
/** What is linked already, and what is quoted as it is. */
const FIXED = /^(?:a|code|pre|blockquote)$/i;

function* textsOf({ letterhead, title, preamble, sections, annexes }: OutlinedDocument): Iterable<string> {
  for (const { text } of [...letterhead, ...(title?.blocks ?? []), ...preamble]) yield text;
  for (const { blocks } of allSections(sections)) for (const { text } of blocks) yield text;
  for (const annex of annexes) yield* textsOf(annex);
}

/** What there is in a document to be named. */
export interface Known {
  readonly names: CitedNames;
  readonly ids: ReadonlySet<string>;
}

const known = new WeakMap<OutlinedDocument, Known>();

/** Reads through what a document names, once; in slices where it is long. */
export function* readCitations(outlined: OutlinedDocument): Steps<Known> {
  let made = known.get(outlined);
  if (!made) {
    const ids = new Set(allSections(outlined.sections).map(({ id }) => id));
    known.set(outlined, (made = { names: yield* citedNames(textsOf(outlined)), ids }));
  }
  return made;
}

/** Where `citation-url` leads for a number, or undefined for a template that makes no address. */
export function searchUrl(template: string | null | undefined, number: string, base: string): string | undefined {
  if (!template?.includes('{number}')) return undefined;
  return resolveUrl(template.split('{number}').join(encodeURIComponent(number)), base);
}

export class CitationLinks {
  readonly #shown: ShownDocument;
  readonly #names: CitedNames;
  readonly #ids: ReadonlySet<string>;
  /** All links are copies of it. */
  readonly #link = make('a', 'citation');
  /** By number: a law names the same few acts again and again. */
  readonly #targets = new Map<string, Target | undefined>();

  constructor({ names, ids }: Known, shown: ShownDocument) {
    this.#shown = shown;
    this.#names = names;
    this.#ids = ids;
  }

  /**
   * Puts links into an element, once. What is linked already, and code, stays as it is.
   *
   * @param words - what it reads as
   */
  link(node: Element, words: string): void {
    if (!MAY_CITE.test(words) || node.querySelector('a.citation')) return;
    // As a whole, since its words may go through elements; unless they are those of cells, items or lines.
    const { textContent } = node;
    this.#put(node, textContent.includes(words) ? this.#found(textContent) : undefined, 0);
  }

  #found(text: string): (Citation & Target)[] {
    return findCitations(text, this.#names).flatMap((citation) => {
      const target = this.#targetOf(citation);
      return target ? [{ ...citation, ...target }] : [];
    });
  }

  /**
   * Puts elements around what is named in an element.
   *
   * @param found - in the whole; undefined where each text is to be read by itself
   * @param before - how many characters are before it
   */
  #put(node: Node, found: readonly (Citation & Target)[] | undefined, before: number): void {
    let at = before;
    for (let child = node.firstChild, next; child; child = next) {
      next = child.nextSibling;
      const text = child.textContent ?? '';
      if (child.nodeType === 3) this.#putInto(child as Text, found ?? this.#found(text), found ? at : 0);
      else if (!FIXED.test(child.nodeName)) this.#put(child, found, at);
      at += text.length;
    }
  }

  /** The text becomes what follows its last link; what is before goes before it. */
  #putInto(text: Text, found: readonly (Citation & Target)[], before: number): void {
    const { data, parentNode } = text;
    let at = 0;
    for (const { start, end, href, go } of found) {
      const to = end - before;
      // One that begins in a text before is a link where it ends: that is where the number is.
      if (to <= at || to > data.length) continue;
      const from = Math.max(at, start - before);
      const link = this.#link.cloneNode() as HTMLAnchorElement;
      link.setAttribute('href', href);
      link.textContent = data.slice(from, to);
      if (from > at) parentNode?.insertBefore(document.createTextNode(data.slice(at, from)), text);
      parentNode?.insertBefore(link, text);
      at = to;
      this.#shown.ways.set(href, go);
    }
    if (at > 0) text.data = data.slice(at);
  }

  #targetOf(citation: Citation): Target | undefined {
    const { link, goTo } = this.#shown;
    if (citation.kind === 'section') {
      const { section } = citation;
      if (!this.#ids.has(section)) return undefined;
      return {
        href: link(section),
        go: (event) => {
          event.preventDefault();
          goTo(section);
        },
      };
    }
    const { number } = citation;
    if (!this.#targets.has(number.text)) this.#targets.set(number.text, this.#targetOfNumber(number));
    return this.#targets.get(number.text);
  }

  #targetOfNumber(number: DocumentNumber): Target | undefined {
    const { link, cite, citationUrl, base, item: own, items } = this.#shown;
    const item = findItem(items, number.text);
    // A document that names itself leads nowhere.
    if (item === own) return undefined;
    const href = item ? link('', item) : searchUrl(citationUrl, number.text, base);
    return href === undefined ? undefined : { href, go: (event) => cite(event, number, item) };
  }
}

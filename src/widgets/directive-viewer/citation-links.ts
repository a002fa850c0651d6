/** Turns what a document cites into links. The words stay as they are: an element goes around them, nothing else. */
import { resolveUrl } from '../../feed/url.js';
import { type Citation, citedNames, type CitedNames, findCitations } from '../../text/citations.js';
import type { DocumentNumber } from '../../text/document-number.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { allSections } from '../../text/plain-text.js';
import type { Steps } from '../../text/steps.js';
import { findItem } from './find-item.js';
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
    const texts: Text[] = [];
    collectTexts(node, texts);
    for (const text of texts) {
      // From behind, so that the places before it stay true.
      for (const { citation, target } of this.#found(text.data).reverse()) {
        const cited = text.splitText(citation.start);
        cited.splitText(citation.end - citation.start);
        const link = document.createElement('a');
        link.className = 'citation';
        link.href = target.href;
        cited.replaceWith(link);
        link.append(cited);
        this.#shown.ways.set(target.href, target.go);
      }
    }
  }

  #found(text: string): { citation: Citation; target: Target }[] {
    if (!MAY_CITE.test(text)) return [];
    return findCitations(text, this.#names).flatMap((citation) => {
      const target = this.#targetOf(citation);
      return target ? [{ citation, target }] : [];
    });
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

/** The texts in an element, but for those in `FIXED`. */
function collectTexts(node: Node, texts: Text[]): void {
  if (FIXED.test(node.nodeName)) return;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) texts.push(child as Text);
    else collectTexts(child, texts);
  }
}

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

interface Found {
  readonly citation: Citation;
  readonly target: Target;
}

/** A text of a paragraph, and how many characters are before it. */
interface Piece {
  readonly text: Text;
  readonly start: number;
  /** May not be changed. */
  readonly isFixed: boolean;
}

const endOf = ({ start, text }: Piece): number => start + text.length;

const isWithin = ({ citation }: Found, start: number, end: number): boolean =>
  citation.start >= start && citation.end <= end;

const moved = (found: readonly Found[], by: number): readonly Found[] =>
  by === 0
    ? found
    : found.map(({ citation, target }) => ({
        citation: { ...citation, start: citation.start + by, end: citation.end + by },
        target,
      }));

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
    const pieces: Piece[] = [];
    collect(node, pieces, 0, false);
    // As a whole: its words may go through elements.
    const whole = this.#inWhole(node.textContent, words);
    const cut = whole.filter((one) => !pieces.some((piece) => isWithin(one, piece.start, endOf(piece))));
    for (const piece of pieces) {
      const { text, start, isFixed } = piece;
      if (isFixed) continue;
      const found = whole.filter((one) => isWithin(one, start, endOf(piece)));
      // What no single text holds is linked as far as one of them has it.
      if (cut.length > 0)
        found.push(
          ...moved(this.#found(text.data), start).filter((one) =>
            cut.some(({ citation }) => isWithin(one, citation.start, citation.end)),
          ),
        );
      this.#put(
        text,
        found.sort((left, right) => left.citation.start - right.citation.start),
        start,
      );
    }
  }

  /**
   * @param text - as written: the words, with all its white space
   * @returns what it names, with places in the text
   */
  #inWhole(text: string, words: string): readonly Found[] {
    const shift = text.indexOf(words);
    // The words themselves have been read before.
    return shift < 0 ? this.#found(text) : moved(this.#found(words), shift);
  }

  /** Puts elements around what a text names, in one go: each change of a page costs. */
  #put(text: Text, found: readonly Found[], before: number): void {
    if (found.length === 0) return;
    const { data } = text;
    const parts: (Node | string)[] = [];
    let at = 0;
    for (const { citation, target } of found) {
      const [start, end] = [citation.start - before, citation.end - before];
      const link = this.#link.cloneNode() as HTMLAnchorElement;
      link.href = target.href;
      link.textContent = data.slice(start, end);
      if (start > at) parts.push(data.slice(at, start));
      parts.push(link);
      at = end;
      this.#shown.ways.set(target.href, target.go);
    }
    text.replaceWith(...parts, ...(at < data.length ? [data.slice(at)] : []));
  }

  #found(text: string): Found[] {
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

/**
 * Collects the texts in an element.
 *
 * @param start - how many characters are before it
 * @returns how many are up to its end
 */
function collect(node: Node, pieces: Piece[], start: number, isWithinFixed: boolean): number {
  const isFixed = isWithinFixed || FIXED.test(node.nodeName);
  let at = start;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) {
      pieces.push({ text: child as Text, start: at, isFixed });
      at += (child as Text).length;
    } else at = collect(child, pieces, at, isFixed);
  }
  return at;
}

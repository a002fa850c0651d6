/** Turns what a document cites into links. The words stay as they are: an element goes around them, nothing else. */
import {
  type Citation,
  citedNames,
  type CitedNames,
  type DocumentCitation,
  findCitations,
  typeAtStart,
} from '../../text/citations.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { allSections } from '../../text/plain-text.js';
import type { Steps } from '../../text/steps.js';
import { findCited, indexItems, type ItemIndex } from './find-cited.js';
import { make } from './make.js';
import { searchUrl } from './search-url.js';
import type { ShownDocument } from './shown-document.js';

/** Where a citation leads. */
interface Target {
  readonly href: string;
  readonly go: (event: Event) => void;
}

/** A stretch of a text that becomes a link. */
interface FoundLink {
  readonly start: number;
  readonly end: number;
  readonly target: Target;
}

/** A cheap look: without one of these, a text names nothing. */
const MAY_CITE = /\/|điều|khoản|luật|pháp lệnh|này|[\u0300-\u036f]/i;
/** What is linked already, and what is quoted as it is. */
const FIXED = /^(?:a|code|pre|blockquote)$/i;

function textsOf({ letterhead, title, preamble, sections, annexes }: OutlinedDocument): string[] {
  const texts = [...letterhead, ...(title?.blocks ?? []), ...preamble].map(({ text }) => text);
  for (const { blocks } of allSections(sections)) for (const { text } of blocks) texts.push(text);
  for (const annex of annexes) for (const text of textsOf(annex)) texts.push(text);
  return texts;
}

/** What there is to be named in a document with its annexes. */
export interface Known {
  readonly names: CitedNames;
  readonly index: ItemIndex;
  /** What the document is called, and its annexes; undefined where nothing says it. */
  readonly own: ReadonlySet<string> | undefined;
}

const read = new WeakMap<OutlinedDocument, CitedNames>();

/** Reads through what a document names, once; in slices where it is long. */
export function* readCitations(outlined: OutlinedDocument, { item, items }: ShownDocument): Steps<Known> {
  let names = read.get(outlined);
  if (!names) read.set(outlined, (names = yield* citedNames(textsOf(outlined))));
  const index = yield* indexItems(items);
  const titles = ({ title }: OutlinedDocument) => typeAtStart(title?.text ?? '') ?? [];
  const main = [item._civic?.directive?.typeName, item.title].flatMap((text) => typeAtStart(text ?? '') ?? []);
  // "Văn bản" may be anything.
  const all = [...main, ...[titles(outlined)].flat()].filter((type) => type !== 'văn bản');
  return {
    // Where both say a name, the document means its own.
    names: index.laws.size ? { ...names, names: new Map([...index.laws, ...names.names]) } : names,
    index,
    own: all[0] ? new Set([...all, ...outlined.annexes.flatMap(titles)]) : undefined,
  };
}

export class CitationLinks {
  readonly #shown: ShownDocument;
  readonly #known: Known;
  readonly #ids: ReadonlySet<string>;
  readonly #prefix: string;
  /** All links are copies of it. */
  readonly #link = make('a', 'citation');
  /** By number: a law names the same few acts again and again. */
  readonly #targets = new Map<string, Target | undefined>();
  #here = '';

  /**
   * @param part - the document, or one of its annexes
   * @param prefix - what the ids of its sections begin with
   */
  constructor(known: Known, part: OutlinedDocument, prefix: string, shown: ShownDocument) {
    this.#shown = shown;
    this.#known = known;
    this.#prefix = prefix;
    this.#ids = new Set(allSections(part.sections).map(({ id }) => id));
  }

  /**
   * Puts links into an element, once. What is linked already, and code, stays as it is.
   *
   * @param words - what it reads as
   * @param here - id of the section that it stands in
   */
  link(node: Element, words: string, here: string): void {
    if (!MAY_CITE.test(words) || (node.firstElementChild && node.querySelector('a.citation'))) return;
    // As a whole, since its words may go through elements; unless they are those of cells, items or lines.
    const { textContent } = node;
    const quoted = this.#known.names.quoted.get(words) ?? 0;
    // Where it reads otherwise than it is written, nobody knows where the quotation ends.
    if (quoted && (quoted >= words.length || words !== textContent)) return;
    this.#here = here.startsWith(this.#prefix) ? here.slice(this.#prefix.length) : '';
    this.#put(node, textContent.includes(words) ? this.#found(textContent) : undefined, 0);
  }

  #found(text: string): FoundLink[] {
    const { names, own } = this.#known;
    const found: FoundLink[] = [];
    for (const citation of findCitations(text, names, this.#here, own)) {
      const target = this.#targetOf(citation);
      if (target) found.push({ start: citation.start, end: citation.end, target });
    }
    return found;
  }

  /**
   * Puts elements around what is named in an element.
   *
   * @param found - in the whole; undefined where each text is to be read by itself
   * @param before - how many characters are before it
   */
  #put(node: Node, found: readonly FoundLink[] | undefined, before: number): void {
    if (found?.length === 0) return;
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
  #putInto(text: Text, found: readonly FoundLink[], before: number): void {
    if (found.length === 0) return;
    const { data, parentNode } = text;
    let at = 0;
    for (const { start, end, target } of found) {
      const to = end - before;
      // One that begins in a text before is a link where it ends: that is where the number is.
      if (to <= at || to > data.length) continue;
      const from = Math.max(at, start - before);
      const link = this.#link.cloneNode() as HTMLAnchorElement;
      link.setAttribute('href', target.href);
      link.textContent = data.slice(from, to);
      if (from > at) parentNode?.insertBefore(document.createTextNode(data.slice(at, from)), text);
      parentNode?.insertBefore(link, text);
      at = to;
      this.#shown.ways.set(target.href, target.go);
    }
    if (at > 0) text.data = data.slice(at);
  }

  #targetOf(citation: Citation): Target | undefined {
    const { link, goTo } = this.#shown;
    if (citation.kind === 'section') {
      const section = this.#prefix + citation.section;
      if (!this.#ids.has(section)) return undefined;
      return {
        href: link(section),
        go: (event) => {
          event.preventDefault();
          goTo(section);
        },
      };
    }
    const { number, issued } = citation;
    const key = [number.text, issued.date, issued.organ].join();
    if (!this.#targets.has(key)) this.#targets.set(key, this.#targetOfDocument(citation));
    return this.#targets.get(key);
  }

  #targetOfDocument({ number, issued }: DocumentCitation): Target | undefined {
    const { link, cite, citationUrl, base, item: own, feed } = this.#shown;
    const item = findCited(this.#known.index, number, issued, feed._civic.timezone, own);
    // A document that names itself leads nowhere.
    if (item === own) return undefined;
    const href = item ? link('', item) : searchUrl(citationUrl, number.text, base);
    return href === undefined ? undefined : { href, go: (event) => cite(event, number, item) };
  }
}

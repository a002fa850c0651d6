/**
 * Draws the text of a document, step by step. With the page's own means and not with templates: what is drawn stays as it
 * is until it is drawn anew, and a law has ten thousand elements.
 */
import type { OutlineBlock, OutlinedDocument, OutlinedSection, SignOffLine } from '../../text/outline.js';
import { plain } from '../../text/plain.js';
import { allSections } from '../../text/plain-text.js';
import { proceed, type Steps } from '../../text/steps.js';
import type { CitationLinks } from './citation-links.js';
import { citationPart } from './citation-part.js';
import { lastBlock } from './last-block.js';
import { make } from './make.js';
import { makeParagraph, makeSign, markerIn } from './marker.js';
import { annexId, annexName, sectionName } from './names.js';
import { hasLevel } from './outline-nav.js';
import type { ShownDocument } from './shown-document.js';

/** Texts of fewer sections are laid out whole; in longer ones the browser passes over what is far from the window. */
const LONG = 100;
/** Paragraphs between two interruptions: through five sections within each other, one is a good part of a paragraph's work. */
const STEP = 8;
/** Steps whose paragraphs are put into the page at once. */
const LARGEST_HELPING = 320;

/** The text of a document on its way into the page. Not a word is added to it or left out: what is ours stands outside. */
export class DrawnText {
  /** Grows while it is drawn. */
  readonly element: HTMLElement;
  /** Nothing is left to draw. */
  isWhole = false;
  readonly #steps: Steps<void>;
  readonly #helpings = new Helpings();
  #isBegun = false;
  /** Steps done, and those of them whose paragraphs are in the page. */
  #drawn = 0;
  #shown = 0;

  /** @param first - paragraphs that are drawn before their citations are looked for: the reader waits for the words */
  constructor(outlined: OutlinedDocument, shown: ShownDocument, first: number) {
    const isLong = allSections(outlined.sections).length > LONG;
    this.element = make('div', 'text', { part: 'text' });
    if (shown.contentLanguage) this.element.lang = shown.contentLanguage;
    this.#steps = this.#all(outlined, shown, first, isLong);
  }

  *#all(outlined: OutlinedDocument, shown: ShownDocument, first: number, isLong: boolean): Steps<void> {
    const drawing = new Drawing(outlined, outlined, '', shown, this.#helpings, isLong);
    const text = drawing.all(this.element);
    let isDone = false;
    for (let drawn = 0; drawn < first && !isDone; drawn += STEP) {
      isDone = text.next().done ?? false;
      this.#isBegun = !isDone && drawn + STEP >= first;
      yield;
    }
    while (citationPart() === undefined) {
      this.#isBegun = true;
      yield;
    }
    yield* drawing.cite();
    if (!isDone) yield* text;
  }

  /** Draws what the reader sees first; a short text is whole then. */
  begin(): void {
    this.draw(() => this.#isBegun);
  }

  /**
   * Goes on, step by step.
   *
   * @param enough - asked after each
   * @returns whether nothing is left to draw
   */
  draw(enough: () => boolean): boolean {
    this.isWhole = proceed(this.#steps, () => {
      this.#drawn += 1;
      return enough();
    });
    if (this.isWhole || this.#drawn - this.#shown >= Math.min(2 * this.#shown, LARGEST_HELPING)) {
      this.#shown = this.#drawn;
      this.#helpings.serve();
    }
    return this.isWhole;
  }
}

/**
 * What is drawn and not in the page yet: the page is laid out anew for each bit that is put there, so that the bits get
 * larger as the text gets longer. What grows outside the page needs none of this.
 */
class Helpings {
  readonly #waiting = new Map<Element, DocumentFragment>();

  add(parent: Element, node: Node | string): void {
    let waiting = this.#waiting.get(parent);
    if (!waiting && parent.isConnected) this.#waiting.set(parent, (waiting = document.createDocumentFragment()));
    (waiting ?? parent).append(node);
  }

  serve(): void {
    for (const [parent, waiting] of this.#waiting) parent.append(waiting);
    this.#waiting.clear();
  }
}

/** About as high as a section will be, in em, until it is laid out: lines of 75 letters. */
function heightOf({ blocks, children }: OutlinedSection): number {
  const own = blocks.reduce((sum, { text }) => sum + Math.ceil(text.length / 75) * 1.65 + 0.85, 0);
  return children.reduce((sum, child) => sum + heightOf(child), own);
}

class Drawing {
  /** The document with its annexes. */
  readonly #whole: OutlinedDocument;
  readonly #outlined: OutlinedDocument;
  readonly #prefix: string;
  readonly #shown: ShownDocument;
  /** The block that the end mark is written straight behind. */
  readonly #marked: OutlineBlock | undefined;
  #cited: CitationLinks | undefined;
  /** Drawn before anybody knew what the text names. */
  readonly #unlinked: [node: Element, words: string, here: string][] = [];
  /** Id of the section that is drawn. */
  #here = '';
  /** All sections are the same but for their kind, their address and their name, and all headings but for their level. */
  readonly #section = make('section', '', { role: 'group' });
  readonly #head = make('div', 'section-heading', { role: 'heading' });
  /** What the sign of a section is for: said hundreds of times, looked up once. */
  #signName: string | undefined;
  readonly #helpings: Helpings;
  readonly #isLong: boolean;
  #paragraphs = 0;

  /**
   * @param outlined - the document itself, or one of its annexes
   * @param prefix - what the ids of its sections begin with
   */
  constructor(
    whole: OutlinedDocument,
    outlined: OutlinedDocument,
    prefix: string,
    shown: ShownDocument,
    helpings: Helpings,
    isLong: boolean,
  ) {
    this.#whole = whole;
    this.#prefix = prefix;
    this.#helpings = helpings;
    this.#isLong = isLong;
    this.#outlined = outlined;
    this.#shown = shown;
    this.#marked = outlined.endMark && lastBlock(outlined);
  }

  /** From now on paragraphs have their links, and those that are drawn already get them. */
  *cite(): Steps<void> {
    const part = citationPart();
    if (!part) return;
    const known = yield* part.readCitations(this.#whole, this.#shown);
    const cited = (this.#cited = new part.CitationLinks(known, this.#outlined, this.#prefix, this.#shown));
    for (const [node, words, here] of this.#unlinked.splice(0)) {
      cited.link(node, words, here);
      yield;
    }
  }

  #link(node: Element, words: string): void {
    if (this.#cited) this.#cited.link(node, words, this.#here);
    else this.#unlinked.push([node, words, this.#here]);
  }

  *all(root: Element): Steps<void> {
    const { letterhead, title, preamble, sections, signOff, annexes } = this.#outlined;
    // The header shows the item's title; what the text says otherwise is said here.
    const repeated = title && plain(title.text) === plain(this.#shown.item.title ?? '');
    yield* this.#blocks(root, letterhead, 'letterhead-line');
    if (title && !repeated) yield* this.#blocks(root, title.blocks, 'own-title');
    yield* this.#blocks(root, preamble);
    yield* this.#drawSections(root, sections, this.#shown.level + 1, false);
    if (this.#outlined.endMark && !this.#marked) this.#helpings.add(root, make('p', '', {}, ...this.#endMark()));
    this.#here = '';
    for (const line of signOff) for (const node of this.#signOffLine(line)) this.#helpings.add(root, node);
    let index = 0;
    for (const annex of annexes) yield* this.#annex(root, annex, index++);
  }

  *#blocks(root: Element, blocks: readonly OutlineBlock[], name = ''): Steps<void> {
    for (const block of blocks) {
      for (const node of this.#block(block, name)) this.#helpings.add(root, node);
      if (this.#isStep()) yield;
    }
  }

  /** Asked after each paragraph. */
  #isStep(): boolean {
    return ++this.#paragraphs % STEP === 0;
  }

  *#annex(root: Element, annex: OutlinedDocument, index: number): Steps<void> {
    const made = this.#section.cloneNode() as HTMLElement;
    made.className = 'section annex';
    made.id = annexId(index);
    const name = annexName(annex, index, this.#shown.say);
    made.setAttribute('aria-label', name);
    made.append(this.#sign(name, made.id));
    this.#helpings.add(root, made);
    const prefix = `${this.#prefix}${annexId(index)}-`;
    const drawing = new Drawing(this.#whole, annex, prefix, this.#shown, this.#helpings, this.#isLong);
    yield* drawing.cite();
    yield* drawing.all(made);
  }

  /** @param isWithin - a unit */
  *#drawSections(root: Element, sections: readonly OutlinedSection[], level: number, isWithin: boolean): Steps<void> {
    for (const section of sections) {
      const { blocks, headingBlocks, children } = section;
      const made = this.#open(root, section, level, isWithin);
      if (this.#isStep()) yield;
      // Thousands have neither, and steps of their own would be a good part of their work.
      if (blocks.length > headingBlocks + 1) yield* this.#blocks(made, blocks.slice(headingBlocks + 1));
      if (children.length > 0) yield* this.#drawSections(made, children, level + 1, isWithin || this.#isUnit(section));
    }
  }

  /**
   * Units are what the browser passes over as a whole while it is far from the window, and so is a chapter of them: else
   * all six hundred would be looked at for every frame of scrolling.
   */
  #isUnit({ level, children }: OutlinedSection): boolean {
    return this.#isLong && (level === 'article' || !hasLevel(children, 'article'));
  }

  /** Draws how a section begins: its heading, or its first paragraph. */
  #open(root: Element, section: OutlinedSection, level: number, isWithin: boolean): HTMLElement {
    const { id, level: kind, blocks, headingBlocks, children, marker, derived } = section;
    this.#here = id;
    const isSkipped = this.#isLong && !isWithin;
    const skipped = isSkipped ? (this.#isUnit(section) ? ' unit' : ' units') : '';
    const first = blocks[headingBlocks];
    const drawn = first ? this.#block(first, '', derived ? marker : '') : [];
    const [paragraph] = drawn;
    const number = derived && paragraph instanceof Element ? markerIn(paragraph) : undefined;
    const isAlone = blocks.length === 1 && children.length === 0;
    const only = isAlone && number && drawn.length === 1 && (paragraph as HTMLElement).localName === 'p';
    // Most of the sections of a law are one paragraph: one box, not two, for each.
    const made = (only ? paragraph : this.#section.cloneNode()) as HTMLElement;
    // A paragraph says itself what it is.
    if (!only) made.setAttribute('aria-label', sectionName(section));
    made.className = `section ${kind}${derived ? ' derived' : ''}${skipped}`;
    made.id = id;
    if (isSkipped) made.style.containIntrinsicBlockSize = `auto ${heightOf(section).toFixed(1)}em`;
    if (number) number.setAttribute('href', this.#shown.link(id));
    else made.append(this.#sign(marker || section.label, id));
    if (headingBlocks > 0) made.append(this.#heading(blocks.slice(0, headingBlocks), level));
    if (!only) for (const node of drawn) made.append(node);
    this.#helpings.add(root, made);
    return made;
  }

  #sign(name: string, id: string): Element {
    return makeSign(`${(this.#signName ??= this.#shown.say('section-link'))} ${name}`, this.#shown.link(id));
  }

  #heading(blocks: readonly OutlineBlock[], level: number): Element {
    const made = this.#head.cloneNode() as HTMLElement;
    made.setAttribute('aria-level', String(Math.min(level, 6)));
    for (const block of blocks) {
      const span = make('span', '', {}, block.kind === 'node' ? block.node : block.text);
      this.#link(span, block.text);
      span.append(...this.#endOf(block), ' ');
      made.append(span);
    }
    return made;
  }

  /** A paragraph, and the end mark where that stands behind it. */
  #block(block: OutlineBlock, name = '', marker = ''): (Node | string)[] {
    const end = this.#endOf(block);
    const { text } = block;
    if (block.kind === 'node') {
      const { node } = block;
      this.#link(node, text);
      // Nothing wide is within a paragraph.
      return [node.localName === 'p' ? node : this.#scrolling(node), ...end];
    }
    const made = makeParagraph(text, marker);
    if (name) made.className = name;
    this.#link(made, text);
    made.append(...end);
    return [made];
  }

  /**
   * What is wider than the column scrolls by itself, for the keyboard too: tables, and lines that do not wrap. A group and no
   * region: a document with thirty tables has not thirty landmarks of one name.
   */
  #scrolling(node: Element): Node {
    const around = document.createDocumentFragment();
    around.append(node);
    for (const wide of around.querySelectorAll('table, pre')) {
      if (wide.parentElement?.closest('table')) continue;
      // One within a figure or a list has its box since it was drawn first; the words may be other ones now.
      let box = wide.parentElement?.closest('.scroll');
      if (!box) wide.before((box = make('div', 'scroll', { role: 'group', tabindex: '0' })));
      box.append(wide);
      box.setAttribute('aria-label', this.#shown.say(wide.localName === 'pre' ? 'lines' : 'table'));
    }
    return around;
  }

  #endOf(block: OutlineBlock): (Node | string)[] {
    return block === this.#marked ? this.#endMark() : [];
  }

  /** Shown, not read aloud: it says "end" to the eye and "dot slash dot" to the ear. */
  #endMark(): (Node | string)[] {
    const { endMark } = this.#outlined;
    if (!endMark) return [];
    const mark = make('span', 'end-mark', { 'aria-hidden': 'true' }, endMark.text);
    return endMark.glued ? [mark] : [' ', mark];
  }

  #signOffLine({ kind, block, text }: SignOffLine): (Node | string)[] {
    return kind === 'postedBy' ? [postedBy(text, this.#shown)] : this.#block(block, kind);
  }
}

/** Who put the text on the web: not proven to be the one who signed it, so it is never laid out like a signature. */
export function postedBy(name: string, { say, language, contentLanguage }: ShownDocument): Element {
  const written = make('span', '', contentLanguage ? { lang: contentLanguage } : {}, name);
  const label = make('span', 'label', {}, `${say('postedBy')}:`);
  return make('p', 'posted-by', { part: 'posted-by', lang: language }, label, ' ', written);
}

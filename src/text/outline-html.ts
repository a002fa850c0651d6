import { isRunBreak, splitAtBreaks } from './html-breaks.js';
import type { SourceLine } from './lines.js';
import type { NodeBlock, OutlinedDocument, OutlineOptions } from './outline-types.js';
import { outlineLines } from './outline.js';
import { atOnce, type Steps } from './steps.js';

/** Elements that only group others: their children are the paragraphs. */
const GROUPS: ReadonlySet<string> = new Set(
  'DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE CENTER FORM DETAILS SUMMARY SPAN FONT BODY B STRONG I EM U'.split(' '),
);
/** Elements that are shown as one piece, whatever is in them: cutting them would break them. */
const WHOLE: ReadonlySet<string> = new Set(
  'TABLE UL OL DL BLOCKQUOTE PRE FIGURE HR IMG VIDEO AUDIO IFRAME SVG'.split(' '),
);
const PARAGRAPHS: ReadonlySet<string> = new Set('P H1 H2 H3 H4 H5 H6 ADDRESS CAPTION LI DT DD'.split(' '));

/** Where words end although no white space says so. */
const SEPARATING: ReadonlySet<string> = new Set([
  ...WHOLE,
  ...PARAGRAPHS,
  ...'DIV SECTION ARTICLE TR TD TH BR FIGCAPTION'.split(' '),
]);

const SEPARATORS = [...SEPARATING].join().toLowerCase();

/** Paragraphs between two interruptions. */
const STEP = 8;

/** Makes the block of an element that reads as `text`. */
export type MakeBlock = (node: Element, text: string) => NodeBlock;

/**
 * Outlines HTML that has been parsed. Its blocks hold the caller's own elements, ready to be moved into
 * a page; only paragraphs that had to be split (at `<br>`, loose text, before the end mark)
 * are copies. The given tree is not changed.
 *
 * Lists, tables and quotations stay whole: their items are no sections. Headings are, with a number and without.
 */
export function outlineHtml(root: Element | DocumentFragment, options: OutlineOptions = {}): OutlinedDocument {
  return atOnce(outlineHtmlSteps(root, options, (node, text) => ({ kind: 'node', node, text })));
}

/**
 * The same, in steps.
 *
 * @param makeBlock - of an element of the tree, or a copy; called in the order of the text
 */
export function* outlineHtmlSteps(
  root: Element | DocumentFragment,
  options: OutlineOptions,
  makeBlock: MakeBlock,
): Steps<OutlinedDocument> {
  const lines: SourceLine[] = [];
  let offset = 0;
  let read = 0;
  for (const node of paragraphsOf(root)) {
    if (++read % STEP === 0) yield;
    const text = readableText(node);
    if (text === '' && !holdsPicture(node)) continue;
    lines.push(new NodeLine(node, text, offset, makeBlock));
    offset += text.length + 1;
  }
  return yield* outlineLines(lines, options);
}

/** The elements that are one paragraph or one whole block each, in the order of the text. */
function* paragraphsOf(root: Element | DocumentFragment): Generator<Element, void, undefined> {
  const owner = root.ownerDocument;
  // Text and inline elements that stand among blocks make a paragraph together.
  let loose: Element | undefined;
  for (let child = root.firstChild; child; child = child.nextSibling) {
    if (isElement(child) && isBlock(child)) {
      if (loose !== undefined) yield* splitAtBreaks(loose);
      loose = undefined;
      if (!child.firstElementChild || isWhole(child)) yield child;
      else if (holdsBlocks(child)) yield* paragraphsOf(child);
      else yield* splitAtBreaks(child);
    } else if (child.nodeType === 1 || child.nodeType === 3) {
      // The line breaks between paragraphs, as many as there are paragraphs.
      if (!loose && child.nodeType === 3 && !child.nodeValue?.trim()) continue;
      loose ??= owner.createElement('p');
      loose.append(child.cloneNode(true));
    }
  }
  if (loose !== undefined) yield* splitAtBreaks(loose);
}

/** 1 to 6; 0 of what is no heading. */
function headingLevel({ tagName }: Element): number {
  return /^H[1-6]$/i.test(tagName) ? Number(tagName.charAt(1)) : 0;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isWhole(element: Element): boolean {
  return WHOLE.has(element.tagName.toUpperCase());
}

function isBlock(element: Element): boolean {
  const name = element.tagName.toUpperCase();
  // Most of all.
  if (name === 'P') return true;
  if (WHOLE.has(name)) return name !== 'IMG' && name !== 'SVG';
  if (PARAGRAPHS.has(name) || name === 'DIV') return true;
  return GROUPS.has(name) && (isSectioning(name) || holdsBlocks(element));
}

function isSectioning(name: string): boolean {
  return /^(?:SECTION|ARTICLE|MAIN|HEADER|FOOTER|ASIDE|CENTER|FORM|DETAILS|SUMMARY|BODY)$/.test(name);
}

const BLOCKS = 'p,div,h1,h2,h3,h4,h5,h6,table,ul,ol,dl,blockquote,pre,figure,hr,section,article,center';

function holdsBlocks(element: Element): boolean {
  return (
    element.firstElementChild !== null &&
    GROUPS.has(element.tagName.toUpperCase()) &&
    element.querySelector(BLOCKS) !== null
  );
}

function holdsPicture(element: Element): boolean {
  return element.matches('img,svg,hr,video,audio') || element.querySelector('img,svg,video,audio') !== null;
}

/** What an element reads as: one line, words of neighbouring cells and items kept apart. */
function readableText(element: Element): string {
  let text = element.textContent;
  if (element.firstElementChild && element.querySelector(SEPARATORS)) {
    const parts: string[] = [];
    collectText(element, parts);
    text = parts.join('');
  }
  text = text.trim();
  return /[^\S\u00a0 ]| {2}/.test(text) ? text.replace(/[^\S\u00a0]+/gu, ' ') : text;
}

function collectText(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) parts.push(child.nodeValue ?? '');
    if (!isElement(child)) continue;
    const separates = isRunBreak(child) || SEPARATING.has(child.tagName.toUpperCase());
    if (separates) parts.push(' ');
    collectText(child, parts);
    if (separates) parts.push(' ');
  }
}

/** A class, since thousands of functions of their own would be held for the one line that ends with the end mark. */
class NodeLine implements SourceLine {
  readonly text: string;
  readonly offset: number;
  readonly block: NodeBlock;
  readonly heading: number;
  readonly whole: boolean;
  readonly #node: Element;
  readonly #makeBlock: MakeBlock;

  constructor(node: Element, text: string, offset: number, makeBlock: MakeBlock) {
    this.text = text;
    this.offset = offset;
    this.block = makeBlock(node, text);
    this.heading = headingLevel(node);
    this.whole = isWhole(node);
    this.#node = node;
    this.#makeBlock = makeBlock;
  }

  without(mark: string): SourceLine | undefined {
    const copy = this.#node.cloneNode(true) as Element;
    removeAtEnd(copy, mark.replace(/\s/gu, '').length);
    const rest = readableText(copy);
    return rest === '' ? undefined : new NodeLine(copy, rest, this.offset, this.#makeBlock);
  }
}

/** Takes the last `count` characters that are not white space out of an element's text. */
function removeAtEnd(element: Element, count: number): void {
  let left = count;
  const walk = (node: Node): void => {
    for (let child = node.lastChild; child !== null && left > 0; child = child.previousSibling) {
      if (child.nodeType === 3) left = shorten(child, left);
      else walk(child);
    }
  };
  walk(element);
}

function shorten(text: Node, count: number): number {
  let value = text.nodeValue ?? '';
  let left = count;
  while (left > 0 && value.trimEnd() !== '') {
    value = value.trimEnd().slice(0, -1);
    left -= 1;
  }
  text.nodeValue = value;
  return left;
}

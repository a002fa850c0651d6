/** The HTML of a document, from the feed's string to an outline. A chunk of its own: a feed of plain text needs none of it. */
import { Quarantine } from '../../feed/quarantine.js';
import { allSections } from '../../text/plain-text.js';
import type { NodeBlock, OutlinedDocument } from '../../text/outline.js';
import { outlineHtmlSteps } from '../../text/outline-html.js';
import { inSlices, pause } from '../../text/steps.js';
import { lastBlock } from './last-block.js';
import { makeMarker, makeParagraph, markerIn } from './marker.js';

/** An HTML of as many characters takes longer to parse than a frame lasts. */
const LONG = 100_000;

/** A block that is cleaned and fitted into the page when it is drawn. */
class LaterBlock implements NodeBlock {
  readonly kind = 'node';
  readonly text: string;
  /** The section's number, at the beginning of the text, that is to be set apart. */
  marker = '';
  /** Forgotten when it is done: it holds the whole text as it was before. */
  #quarantine: Quarantine | undefined;
  readonly #number: number;
  /** All that is to be kept of most paragraphs of a law, as written: harmless as they are, they need not be cleaned. */
  readonly #words: string | undefined;
  #fits: ((node: Element) => void)[] | undefined;
  #node: Element | undefined;

  constructor(text: string, node: Element, quarantine: Quarantine) {
    this.text = text;
    this.#words = quarantine.wordsOf(node);
    this.#quarantine = quarantine;
    this.#number = this.#words === undefined ? quarantine.note(node) : -1;
  }

  /** Does something to the element, once there is one. */
  fit(change: (node: Element) => void): void {
    (this.#fits ??= []).push(change);
  }

  get node(): Element {
    if (this.#node) return this.#node;
    const words = this.#words;
    const node = (this.#node =
      words === undefined
        ? (this.#quarantine?.clean(this.#number) ?? document.createElement('div'))
        : makeParagraph(words, this.marker));
    this.#quarantine = undefined;
    for (const fit of this.#fits ?? []) fit(node);
    if (this.marker && !markerIn(node)) setMarker(node, this.marker);
    return node;
  }
}

/**
 * Outlines, slice by slice; each block is cleaned when it is drawn.
 *
 * @param base - absolute URL that relative links start from
 * @param title - of the document, which its text may repeat
 * @param level - of the document's own heading; those in the text go below it
 * @returns undefined when nothing is left to show
 * @throws when the sanitiser cannot be loaded
 */
export async function outlineMarkup(
  html: string,
  base: string,
  title: string | undefined,
  level: number,
): Promise<OutlinedDocument | undefined> {
  // The parser cannot be interrupted: what comes before and after it gets a task of its own.
  const breathe = () => (html.length > LONG ? pause() : undefined);
  await breathe();
  const quarantine = await Quarantine.open(html, base);
  await breathe();
  const ariaLevel = String(Math.min(6, level + 1));
  const fit = (node: Element) => fitHeadings(node, ariaLevel);
  // Most laws have none: looking into each paragraph for them would take longer than to sanitise some.
  const hasHeadings = quarantine.root.querySelector(HEADINGS) !== null;
  const makeBlock = (node: Element, text: string) => {
    const block = new LaterBlock(text, node, quarantine);
    if (hasHeadings) block.fit(fit);
    return block;
  };
  const outlined = await inSlices(outlineHtmlSteps(quarantine.root, title === undefined ? {} : { title }, makeBlock));
  if (isEmpty(outlined)) return undefined;
  for (const one of [outlined, ...outlined.annexes]) {
    if (hasHeadings) fitSectionHeadings(one);
    setMarkers(one);
  }
  const whole = placeEndMark(outlined);
  await breathe();
  return whole;
}

function isEmpty({ letterhead, title, preamble, sections, endMark, signOff, annexes }: OutlinedDocument): boolean {
  return !title && !endMark && [letterhead, preamble, sections, signOff, annexes].every(({ length }) => length === 0);
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** The page's outline goes on below the document's title, whatever levels the author's program wrote. */
function fitHeadings(node: Element, ariaLevel: string): void {
  for (const heading of [node, ...node.querySelectorAll(HEADINGS)]) {
    if (isHeading(heading)) heading.setAttribute('aria-level', ariaLevel);
  }
}

const isHeading = ({ localName }: Element) => /^h\d$/.test(localName);

/** The section draws the heading; a heading inside a heading would be announced twice. */
function fitSectionHeadings({ sections }: OutlinedDocument): void {
  for (const { blocks, headingBlocks } of allSections(sections)) {
    for (const block of blocks.slice(0, headingBlocks)) {
      if (!(block instanceof LaterBlock)) continue;
      block.fit((node) => {
        if (!isHeading(node)) return;
        node.setAttribute('role', 'presentation');
        node.removeAttribute('aria-level');
      });
    }
  }
}

/** Sets the numbers of sections without headings apart, so that they hang beside the text as in plain text. */
function setMarkers({ sections }: OutlinedDocument): void {
  for (const { derived, marker, blocks } of allSections(sections)) {
    const [block] = blocks;
    if (derived && block instanceof LaterBlock) block.marker = marker;
  }
}

function setMarker(node: Element, marker: string): void {
  const text = firstText(node);
  const data = text?.data ?? '';
  const at = data.search(/\S/);
  // Not within a link of the text's own.
  const parent = text?.parentElement;
  if (!text || !data.startsWith(marker, at) || (parent !== node && parent?.closest('a'))) return;
  const end = data.length - data.slice(at + marker.length).trimStart().length;
  const number = makeMarker(data.slice(at, end));
  parent?.insertBefore(number, text);
  if (at > 0) number.before(data.slice(0, at));
  text.data = data.slice(end);
}

/** The first text that says something. */
function firstText(node: Element): Text | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const text = child.nodeType === 3 ? (child as Text) : firstText(child as Element);
    if (text && /\S/.test(text.data)) return text;
  }
  return undefined;
}

/** Puts the end mark into the last paragraph, where it was written. */
function placeEndMark(outlined: OutlinedDocument): OutlinedDocument {
  const { endMark, ...rest } = outlined;
  const last = lastBlock(outlined);
  // Which element it is shows only when it is clean; the last block is cleaned with nothing else.
  if (!endMark || !(last instanceof LaterBlock) || !/^(?:p|div|h\d)$/.test(last.node.localName)) return outlined;
  const mark = document.createElement('span');
  mark.className = 'end-mark';
  mark.setAttribute('aria-hidden', 'true');
  mark.append(endMark.text);
  last.node.append(endMark.glued ? '' : ' ', mark);
  return rest;
}

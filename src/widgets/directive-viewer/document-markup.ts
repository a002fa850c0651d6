/** The HTML of a document, from the feed's string to an outline. A chunk of its own: a feed of plain text needs none of it. */
import { sanitise } from '../../feed/sanitise.js';
import { allSections } from '../../text/plain-text.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { outlineHtml } from '../../text/outline-html.js';
import { lastBlock } from './last-block.js';

/**
 * Sanitises and outlines.
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
  const fragment = await sanitise(html, base);
  const outlined = outlineHtml(fragment, title === undefined ? {} : { title });
  if (isEmpty(outlined)) return undefined;
  fitHeadings(fragment, outlined, level);
  for (const one of [outlined, ...outlined.annexes]) setMarkers(one);
  return placeEndMark(outlined);
}

function isEmpty({ letterhead, title, preamble, sections, endMark, signOff, annexes }: OutlinedDocument): boolean {
  return !title && !endMark && [letterhead, preamble, sections, signOff, annexes].every(({ length }) => length === 0);
}

/** The page's outline goes on below the document's title, whatever levels the author's program wrote. */
function fitHeadings(fragment: DocumentFragment, outlined: OutlinedDocument, level: number): void {
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    heading.setAttribute('aria-level', String(Math.min(6, level + 1)));
  }
  for (const annex of outlined.annexes) fitHeadings(fragment, annex, level);
  for (const { blocks, headingBlocks } of allSections(outlined.sections)) {
    for (const block of blocks.slice(0, headingBlocks)) {
      // The section draws the heading; a heading inside a heading would be announced twice.
      if (block.kind !== 'node' || !/^h\d$/.test(block.node.localName)) continue;
      block.node.setAttribute('role', 'presentation');
      block.node.removeAttribute('aria-level');
    }
  }
}

/** Sets the numbers of sections without headings apart, so that they hang beside the text as in plain text. */
function setMarkers({ sections }: OutlinedDocument): void {
  for (const { derived, marker, blocks } of allSections(sections)) {
    const [block] = blocks;
    if (!derived || block?.kind !== 'node') continue;
    const text = firstText(block.node);
    const at = text?.data.search(/\S/) ?? 0;
    if (!text?.data.startsWith(marker, at)) continue;
    const number = text.splitText(at);
    number.splitText(number.data.length - number.data.slice(marker.length).trimStart().length);
    const span = document.createElement('span');
    span.className = 'marker';
    number.replaceWith(span);
    span.append(number);
  }
}

function firstText(node: Element): Text | undefined {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (;;) {
    const text = walker.nextNode() as Text | null;
    if (!text) return undefined;
    if (text.data.trim()) return text;
  }
}

/** Puts the end mark into the last paragraph, where it was written. */
function placeEndMark(outlined: OutlinedDocument): OutlinedDocument {
  const { endMark, ...rest } = outlined;
  const last = lastBlock(outlined);
  if (!endMark || last?.kind !== 'node' || !/^(?:p|div|h\d)$/.test(last.node.localName)) return outlined;
  const mark = document.createElement('span');
  mark.className = 'end-mark';
  mark.setAttribute('aria-hidden', 'true');
  mark.append(endMark.text);
  last.node.append(endMark.glued ? '' : ' ', mark);
  return rest;
}

/** Paragraphs of a printed document. */
import { html } from 'lit';
import type { OutlineBlock } from '../../text/outline.js';

const BREAKS = /^(?:p|div|br|tr|td|th|li|h\d|table|ul|ol|hr)$/;
const PICTURES = 'img, svg';

/** The lines of a block: paragraphs in the cells of a table are lines of their own. */
export function linesOf(block: OutlineBlock): string[] {
  let text = block.text;
  if (block.kind === 'node') {
    const parts: string[] = [];
    collect(block.node, parts);
    text = parts.join('');
  }
  return text.split('\n').filter((line) => line.trim());
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) parts.push((child.nodeValue ?? '').replace(/[^\S\u00a0]+/gu, ' '));
    const breaks = BREAKS.test((child as Partial<Element>).localName ?? '');
    if (breaks) parts.push('\n');
    collect(child, parts);
    if (breaks) parts.push('\n');
  }
}

/** Pictures in a block whose words are printed elsewhere: an emblem, a seal. */
export function picturesOf(block: OutlineBlock): Node[] {
  if (block.kind === 'text') return [];
  const { node } = block;
  return (node.matches(PICTURES) ? [node] : [...node.querySelectorAll(PICTURES)]).map((one) => one.cloneNode(true));
}

/** A copy, made for the other document: the one on the screen stays where it is. */
function copyOf(node: Element): Element {
  const copy = node.cloneNode(true) as Element;
  // The number of a section is a link on the screen only.
  const links = copy.querySelectorAll('a.anchor');
  for (const link of links) link.removeAttribute('href');
  return copy;
}

const PARAGRAPH = /^(?:p|div|h\d)$/;

/**
 * A paragraph.
 *
 * @param kind - its class on the paper
 * @param marker - the number that it begins with, where that is to be set apart
 */
export function drawBlock(block: OutlineBlock, kind = '', marker = ''): unknown {
  const { text } = block;
  if (block.kind === 'text') {
    const begins = marker !== '' && text.startsWith(marker);
    return html`<p class=${kind}>${begins ? html`<b>${marker}</b>${text.slice(marker.length)}` : text}</p>
`;
  }
  const copy = copyOf(block.node);
  if (!PARAGRAPH.test(copy.localName)) return copy;
  // On the screen it may be a whole section.
  copy.className = `p ${kind}`;
  return copy;
}

/** What stands within a paragraph. */
export function drawWords(block: OutlineBlock): unknown {
  if (block.kind === 'text') return block.text;
  const copy = copyOf(block.node);
  return PARAGRAPH.test(copy.localName) ? [...copy.childNodes] : copy;
}

import { untilLaidOut } from './until-laid-out.js';

/** One paragraph on the screen: its words in one string, wherever links and other elements cut them. */
export interface Paragraph {
  readonly text: string;
  readonly nodes: readonly Text[];
}

const BLOCKS = 'p,div,li,td,th,dt,dd,caption,figcaption,pre,blockquote,h1,h2,h3,h4,h5,h6,section,span.line';
/** Ours, not the document's. */
const NOT_TEXT = '.label,.section-menu,.visually-hidden,.end-mark';

/** The paragraphs of a drawn document, in the order of reading. */
export function* paragraphsOf(root: Element): Generator<Paragraph, void, undefined> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let nodes: Text[] = [];
  let block: Element | null = null;
  const close = () => {
    const text = nodes.map(({ data }) => data).join('');
    return text.trim() ? { text, nodes } : undefined;
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest(NOT_TEXT)) continue;
    const own = parent.closest(BLOCKS);
    if (own !== block) {
      const done = close();
      if (done) yield done;
      nodes = [];
      block = own;
    }
    nodes.push(node);
  }
  const last = close();
  if (last) yield last;
}

/** A stretch of a paragraph as a range of the page; nothing is changed by it. */
export function rangeOf({ nodes }: Paragraph, start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const { length } = node;
    if (start >= before && start <= before + length) range.setStart(node, start - before);
    if (end <= before + length) {
      range.setEnd(node, end - before);
      break;
    }
    before += length;
  }
  return range;
}

/** Scrolls a range into the middle of the window where it is not to be seen, or lies behind the bar above the text. */
export function showRange(range: Range, root: Element): void {
  const bar = root.closest('.document')?.querySelector('.bar');
  const hidden = () => {
    const box = range.getBoundingClientRect();
    const top = bar?.getBoundingClientRect().bottom ?? 0;
    return box.top < Math.max(8, top) || box.bottom > innerHeight - 8 ? box : undefined;
  };
  const show = () => {
    if (!hidden()) return;
    // First whatever scrolls around it, a wide table say; then the window, by what is left.
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = hidden();
    if (box) scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
  };
  show();
  void untilLaidOut(root, show);
}

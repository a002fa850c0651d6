import { untilLaidOut } from './until-laid-out.js';

/** One paragraph on the screen: its words in one string, wherever links and other elements cut them. */
export interface Paragraph {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each of them begins in the text: between two there may be the end of a line. */
  readonly starts: readonly number[];
}

const BLOCKS = 'p,div,li,td,th,dt,dd,caption,figcaption,pre,blockquote,h1,h2,h3,h4,h5,h6,section,span.line';
/** Ours, not the document's. */
const NOT_TEXT = '.label,.section-menu,.visually-hidden,.end-mark';

/** The title above a drawn text: where the text repeats it, it is shown there alone. */
export const titleAbove = (text: Element): Element | undefined =>
  text.closest('.document')?.querySelector('.header .title') ?? undefined;

/** The paragraphs of a drawn document in the order of reading, its title first. */
export function* paragraphsOf(text: Element): Generator<Paragraph, void, undefined> {
  const title = titleAbove(text);
  if (title) yield* paragraphsIn(title);
  yield* paragraphsIn(text);
}

function* paragraphsIn(root: Element): Generator<Paragraph, void, undefined> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  let block: Element | null = null;
  const close = () => (text.trim() ? { text, nodes, starts } : undefined);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      // Two words with the end of a line between them are two, though no space is there.
      if (text && (node.nodeName === 'BR' || node.nodeName === 'HR')) text += '\n';
      continue;
    }
    const parent = node.parentElement;
    if (!parent || parent.closest(NOT_TEXT)) continue;
    const own = parent.closest(BLOCKS);
    if (own !== block) {
      const done = close();
      if (done) yield done;
      text = '';
      nodes = [];
      starts = [];
      block = own;
    }
    starts.push(text.length);
    nodes.push(node);
    text += node.data;
  }
  const last = close();
  if (last) yield last;
}

/** A stretch of a paragraph as a range of the page; nothing is changed by it. */
export function rangeOf({ nodes, starts }: Paragraph, start: number, end: number): Range {
  const range = document.createRange();
  const put = (side: 'setStart' | 'setEnd', index: number, offset: number) => {
    const node = nodes[index];
    // Within the node as it is now: while a text is being drawn, links may have taken some of it.
    if (node) range[side](node, Math.min(offset - (starts[index] ?? 0), node.length));
  };
  put('setStart', lastUpTo(starts, start), start);
  put('setEnd', lastUpTo(starts, end - 1), end);
  return range;
}

/** Index of the last number that is not above the value. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Scrolls a range into the middle of the window where it is not to be seen, or lies behind the bar above the text. */
export function showRange(range: Range, root: Element): void {
  const bar = root.closest('.document')?.querySelector('.bar');
  const hidden = () => {
    const box = range.getBoundingClientRect();
    const top = bar?.getBoundingClientRect().bottom ?? 0;
    return box.top < Math.max(8, top) || box.bottom > innerHeight - 8 ? box : undefined;
  };
  const parent = range.startContainer.parentElement;
  const isAside = () => {
    const frame = parent?.closest('.scroll')?.getBoundingClientRect();
    const { left, right } = range.getBoundingClientRect();
    return frame && (left < frame.left || right > frame.right);
  };
  const show = () => {
    if (!hidden() && !isAside()) return;
    // First whatever scrolls around it, a wide table say; then the window, by what is left.
    parent?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = hidden();
    if (box) scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
  };
  show();
  void untilLaidOut(root, show);
}

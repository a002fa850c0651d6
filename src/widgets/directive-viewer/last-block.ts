import type { OutlineBlock, OutlinedDocument } from '../../text/outline.js';

/** The last block of a document's text, which its end mark follows. */
export function lastBlock({ letterhead, title, preamble, sections }: OutlinedDocument): OutlineBlock | undefined {
  let last = sections[sections.length - 1];
  while (last && last.children.length > 0) last = last.children[last.children.length - 1];
  const blocks = last?.blocks ?? [...letterhead, ...(title?.blocks ?? []), ...preamble];
  return blocks[blocks.length - 1];
}

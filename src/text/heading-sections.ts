import { foldQuery } from './fold.js';
import { oneLine } from './labels.js';
import type { OutlineBlock, OutlinedDocument, OutlinedSection } from './outline-types.js';
import { opensWithKind } from './title.js';

/** Blocks that are an `<h1>` … `<h6>` of the author's, by their level. */
export type HeadingLevels = ReadonlyMap<OutlineBlock, number>;

interface Draft {
  readonly id: string;
  readonly level: number;
  readonly blocks: OutlineBlock[];
  readonly children: Draft[];
}

/** Longer ids are cut at a word. */
const LONGEST_ID = 60;

/**
 * Makes sections of the headings of a document that numbers none: an `<h3>` below an `<h2>` is within it. Where anything has
 * a number, the numbers alone say what is a section.
 *
 * @param known - the title, if the caller knows it
 * @param prefix - stands before every id, as for numbered sections
 */
export function withHeadedSections(
  outlined: OutlinedDocument,
  levels: HeadingLevels,
  known: string | undefined,
  prefix = '',
): OutlinedDocument {
  const annexes = outlined.annexes.map((annex, index) =>
    withHeadedSections(annex, levels, undefined, `${prefix}phu-luc-${index + 1}-`),
  );
  if (outlined.sections.length > 0) return { ...outlined, annexes };
  const { title, ...rest } = outlined;
  const kept = titleLength(outlined, levels, known);
  const titleBlocks = title?.blocks.slice(0, kept) ?? [];
  const preamble: OutlineBlock[] = [];
  const top: Draft[] = [];
  const path: Draft[] = [];
  const nextId = headingIds(prefix);
  for (const block of [...(title?.blocks.slice(kept) ?? []), ...outlined.preamble]) {
    // One that holds a picture only says nothing that could be listed.
    const level = block.text === '' ? undefined : levels.get(block);
    if (level === undefined) (path[path.length - 1]?.blocks ?? preamble).push(block);
    else {
      while ((path[path.length - 1]?.level ?? 0) >= level) path.pop();
      const draft: Draft = { id: nextId(block.text), level, blocks: [block], children: [] };
      (path[path.length - 1]?.children ?? top).push(draft);
      path.push(draft);
    }
  }
  return {
    ...rest,
    ...(titleBlocks.length > 0 && {
      title: { text: oneLine(titleBlocks.map(({ text }) => text).join(' ')), blocks: titleBlocks },
    }),
    preamble,
    sections: top.map(finish),
    annexes,
  };
}

/**
 * How many blocks of the title are one: of headings alone, the first that ranks no higher than those in the text is the
 * first of these.
 */
function titleLength({ title, preamble }: OutlinedDocument, levels: HeadingLevels, known: string | undefined): number {
  const { text = '', blocks = [] } = title ?? {};
  const isSure = opensWithKind(text) || foldQuery(text) === foldQuery(known ?? '');
  if (isSure || !blocks.every((block) => levels.has(block))) return blocks.length;
  const highest = Math.min(...preamble.map((block) => levels.get(block) ?? Infinity));
  const first = blocks.findIndex((block) => (levels.get(block) ?? 0) >= highest);
  return first < 0 ? blocks.length : first;
}

function finish({ id, blocks, children }: Draft): OutlinedSection {
  return {
    id,
    level: 'headed',
    number: '',
    marker: '',
    label: oneLine(blocks[0]?.text ?? ''),
    derived: false,
    headingBlocks: 1,
    blocks,
    children: children.map(finish),
  };
}

/** "Ghi chú về mẫu" → `muc-ghi-chu-ve-mau`, and `muc-ghi-chu-ve-mau_2` where there is another. */
function headingIds(prefix: string): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    let slug = foldQuery(text)
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, '');
    if (slug.length > LONGEST_ID) slug = slug.slice(0, LONGEST_ID).replace(/-[^-]*$/, '');
    const id = [`${prefix}muc`, slug].filter(Boolean).join('-');
    let free = id;
    for (let times = 2; taken.has(free); times += 1) free = `${id}_${times}`;
    taken.add(free);
    return free;
  };
}

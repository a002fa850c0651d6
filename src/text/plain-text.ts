import type { OutlinedDocument, OutlinedSection } from './outline-types.js';

/** Every section of the tree, parents before their children, in the order of the text. */
export function allSections(sections: readonly OutlinedSection[]): readonly OutlinedSection[] {
  const all: OutlinedSection[] = [];
  const pass = (section: OutlinedSection) => {
    all.push(section);
    section.children.forEach(pass);
  };
  sections.forEach(pass);
  return all;
}

/** The whole text again, one paragraph per line: every word that was outlined, in its order. */
export function plainText(outlined: OutlinedDocument): string {
  const { letterhead, title, preamble, sections, endMark, signOff, annexes } = outlined;
  const blocks = [...letterhead, ...(title?.blocks ?? []), ...preamble];
  for (const section of allSections(sections)) blocks.push(...section.blocks);
  const body = blocks.map(({ text }) => text);
  if (endMark !== undefined) {
    const last = endMark.glued ? (body.pop() ?? '') : '';
    body.push(last + endMark.text);
  }
  return [...body, ...signOff.map(({ text }) => text), ...annexes.map((annex) => plainText(annex))].join('\n');
}

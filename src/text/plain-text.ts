import type { OutlinedDocument, OutlinedSection } from './outline-types.js';

const listed = new WeakMap<readonly OutlinedSection[], readonly OutlinedSection[]>();

/** Every section of the tree, parents before their children, in the order of the text: listed once for all that ask. */
export function allSections(sections: readonly OutlinedSection[]): readonly OutlinedSection[] {
  const known = listed.get(sections);
  if (known) return known;
  const all: OutlinedSection[] = [];
  addTo(all, sections);
  listed.set(sections, all);
  return all;
}

function addTo(all: OutlinedSection[], sections: readonly OutlinedSection[]): void {
  for (const section of sections) {
    all.push(section);
    if (section.children.length > 0) addTo(all, section.children);
  }
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

import type { OutlinedDocument, OutlinedSection } from './outline-types.js';

const NAMES: Readonly<Record<OutlinedSection['level'], string>> = {
  part: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  clause: 'khoản',
  point: 'điểm',
  headed: 'mục',
};

function pathTo(sections: readonly OutlinedSection[], id: string): OutlinedSection[] | undefined {
  for (const section of sections) {
    if (section.id === id) return [section];
    const below = pathTo(section.children, id);
    if (below) return [section, ...below];
  }
  return undefined;
}

/**
 * How a section is cited, the innermost first: "điểm a khoản 2 Điều 5". An article is found without its chapter.
 *
 * @returns undefined where there is no section of that id
 */
export function sectionCitation({ sections }: OutlinedDocument, id: string): string | undefined {
  const path = pathTo(sections, id);
  if (!path) return undefined;
  const article = path.findIndex(({ level }) => level === 'article');
  return path
    .slice(Math.max(0, article))
    .reverse()
    .map(({ level, number, label }) => `${NAMES[level]} ${number || `“${label}”`}`)
    .join(' ');
}

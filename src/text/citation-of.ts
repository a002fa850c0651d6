import { typeAtStart } from './citations.js';
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

/** "Phụ lục I", "Quy chế": what an annex calls itself, else its place among the annexes. */
function annexName({ letterhead, title }: OutlinedDocument, index: number): string {
  const texts = [letterhead[0]?.text, title?.text].map((text = '') => text.normalize());
  const [annex] = texts.flatMap((text) => /^phụ lục(?:\s+(?:số\s+)?[\dIVXLC]+)?(?![\p{L}\d])/iu.exec(text) ?? []);
  const number = annex?.replace(/^\D*?(?=[\dIVXLC]+$)/u, '');
  if (annex) return number && number !== annex ? `Phụ lục ${number}` : 'Phụ lục';
  const [type] = texts.flatMap((text) => typeAtStart(text) ?? []);
  return type ? type.charAt(0).toLocaleUpperCase('vi') + type.slice(1) : `Phụ lục ${index + 1}`;
}

/**
 * How a section is cited, the innermost first: "điểm a khoản 2 Điều 5", in an annex "Điều 5 Quy chế ban hành kèm theo". An
 * article is found without its chapter.
 *
 * @param id - of a section, or of an annex: "Phụ lục I ban hành kèm theo"
 * @returns undefined where there is neither
 */
export function sectionCitation({ sections, annexes }: OutlinedDocument, id: string): string | undefined {
  const path = pathTo(sections, id);
  if (!path) {
    const inside = annexes.flatMap((annex, index) => {
      const found = id === `phu-luc-${index + 1}` ? '' : sectionCitation(annex, id);
      return found === undefined ? [] : [`${found} ${annexName(annex, index)} ban hành kèm theo`.trim()];
    });
    return inside[0];
  }
  const article = path.findIndex(({ level }) => level === 'article');
  return path
    .slice(Math.max(0, article))
    .reverse()
    .map(({ level, number, label }) => `${NAMES[level]} ${number || `“${label}”`}`)
    .join(' ');
}

import type { OutlinedDocument, OutlinedSection } from '../../src/text/outline.js';

/** The tree of sections as "id(child child)", to compare at a glance. */
export function tree({ sections }: Pick<OutlinedDocument, 'sections'>): string {
  return sections.map(branch).join(' ');
}

function branch({ id, children }: OutlinedSection): string {
  return children.length === 0 ? id : `${id}(${children.map(branch).join(' ')})`;
}

/** The words of a text, one space between them. */
export function words(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(' ');
}

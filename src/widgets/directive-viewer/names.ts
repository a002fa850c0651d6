/** What the parts of a document are called in its outline. */
import type { OutlinedDocument, OutlinedSection } from '../../text/outline.js';
import type { Say } from './shown-document.js';

/** The marker and the label, as the outline shows them. */
export function sectionName({ marker, label }: OutlinedSection): string {
  return label.startsWith(marker) ? label : `${marker} ${label}`;
}

/** Element id of an annex; those of its sections start with it. */
export function annexId(index: number): string {
  return `phu-luc-${index + 1}`;
}

/** An annex's own first line, such as "PHỤ LỤC I"; without one, its number among the annexes. */
export function annexName({ letterhead, title }: OutlinedDocument, index: number, say: Say): string {
  return letterhead[0]?.text ?? title?.text ?? say('annex', { index: index + 1 });
}

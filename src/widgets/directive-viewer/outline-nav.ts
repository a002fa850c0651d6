import { html, nothing, type TemplateResult } from 'lit';
import type { OutlinedDocument, OutlinedSection } from '../../text/outline.js';
import { annexId, annexName, sectionName } from './names.js';
import { drawer, hasDrawers } from './drawer.js';
import type { Say } from './shown-document.js';

/** One line of a table of contents. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** The name is made from the first clause, because the section has no heading. */
  readonly derived: boolean;
  readonly children: readonly Entry[];
  /** What is below it and shown on demand; undefined where there is nothing. */
  readonly folded: (() => readonly Entry[]) | undefined;
}

/** Whether there is a section of a level, however deep. */
export function hasLevel(sections: readonly OutlinedSection[], level: OutlinedSection['level']): boolean {
  return sections.some((section) => section.level === level || hasLevel(section.children, level));
}

/**
 * A table of contents that a reader can take in: down to the articles where there are any (600 articles have
 * thousands of clauses), else two levels. What is below unfolds.
 */
export function entriesOf({ sections, annexes }: OutlinedDocument, say: Say): Entry[] {
  const withArticles = hasLevel(sections, 'article');
  const entry = (section: OutlinedSection, depth: number): Entry => {
    const isOpen = withArticles ? section.level !== 'article' && hasLevel(section.children, 'article') : depth < 2;
    const below = () => section.children.map((child) => entry(child, depth + 1));
    return {
      id: section.id,
      name: sectionName(section),
      derived: section.derived,
      children: isOpen ? below() : [],
      folded: isOpen || section.children.length === 0 ? undefined : below,
    };
  };
  return [
    ...sections.map((section) => entry(section, 1)),
    ...annexes.map((annex, index) => ({
      id: annexId(index),
      name: annexName(annex, index, say),
      derived: false,
      children: entriesOf(annex, say),
      folded: undefined,
    })),
  ];
}

/** What of an outline is open, and what a click makes of that. */
export interface Opening {
  /** The drawer, where the widget is narrow. */
  readonly expanded: boolean;
  /** The list beside the text, where it is wide. */
  readonly folded: boolean;
  readonly set: (opening: Partial<Pick<Opening, 'expanded' | 'folded'>>) => void;
}

/**
 * The outline beside the text, which its heading folds away; where the widget is narrow, a button that stays above the text
 * and opens a drawer.
 *
 * @param entries - what it holds, drawn
 */
export function outlineNav(entries: Element, say: Say, { expanded, folded, set }: Opening): TemplateResult {
  const state = `outline ${expanded ? 'expanded' : ''} ${folded ? 'folded' : ''}`;
  return html`<nav class=${state} part="outline" aria-label=${say('contents')}>
    <button
      class="outline-heading"
      type="button"
      aria-expanded=${!folded}
      @click=${() => set({ folded: !folded })}
    >
      ${say('contents')}
    </button>
    <button
      class="button fold"
      part="button"
      type="button"
      aria-haspopup=${hasDrawers() ? 'dialog' : nothing}
      aria-expanded=${expanded}
      @click=${() => set({ expanded: !expanded })}
    >
      ${say('contents')}
    </button>
    ${expanded && hasDrawers() ? drawer(entries, say, () => set({ expanded: false })) : entries}
  </nav>`;
}

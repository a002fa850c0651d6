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
}

/** Whether there is a section of a level, however deep. */
export function hasLevel(sections: readonly OutlinedSection[], level: OutlinedSection['level']): boolean {
  return sections.some((section) => section.level === level || hasLevel(section.children, level));
}

/**
 * A table of contents that a reader can take in: down to the articles where there are any (600 articles have
 * thousands of clauses), else two levels.
 */
export function entriesOf({ sections, annexes }: OutlinedDocument, say: Say): Entry[] {
  const withArticles = hasLevel(sections, 'article');
  const entry = (section: OutlinedSection, depth: number): Entry => {
    const further = withArticles ? hasLevel(section.children, 'article') : depth < 2;
    return {
      id: section.id,
      name: sectionName(section),
      derived: section.derived,
      children: further ? section.children.map((child) => entry(child, depth + 1)) : [],
    };
  };
  return [
    ...sections.map((section) => entry(section, 1)),
    ...annexes.map((annex, index) => ({
      id: annexId(index),
      name: annexName(annex, index, say),
      derived: false,
      children: entriesOf(annex, say),
    })),
  ];
}

/**
 * The outline beside the text; where the widget is narrow, a button that stays above it and opens a drawer.
 *
 * @param entries - what it holds, drawn
 * @param expand - called with whether the drawer is to be open
 */
export function outlineNav(
  entries: Element,
  say: Say,
  expanded: boolean,
  expand: (expanded: boolean) => void,
): TemplateResult {
  return html`<nav class=${expanded ? 'outline expanded' : 'outline'} part="outline" aria-label=${say('contents')}>
    <div class="outline-heading" aria-hidden="true">${say('contents')}</div>
    <button
      class="button fold"
      part="button"
      type="button"
      aria-haspopup=${hasDrawers() ? 'dialog' : nothing}
      aria-expanded=${expanded}
      @click=${() => expand(!expanded)}
    >
      ${say('contents')}
    </button>
    ${expanded && hasDrawers() ? drawer(entries, say, () => expand(false)) : entries}
  </nav>`;
}

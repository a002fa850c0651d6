import { html, nothing, type TemplateResult } from 'lit';
import type { OutlinedDocument, OutlinedSection } from '../../text/outline.js';
import { annexId, annexName, sectionName } from './names.js';
import { drawer, hasDrawers } from './drawer.js';
import type { Say, ShownDocument } from './shown-document.js';

/** One line of a table of contents. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** The name is made from the first clause, because the section has no heading. */
  readonly derived: boolean;
  readonly children: readonly Entry[];
}

function hasLevel(sections: readonly OutlinedSection[], level: OutlinedSection['level']): boolean {
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

/** What the outline does when it is used. */
export interface OutlineActions {
  readonly expanded: boolean;
  readonly expand: (expanded: boolean) => void;
  readonly go: (id: string) => void;
}

/**
 * The outline beside the text; where the widget is narrow, a button that stays above it and opens a drawer. Which entry is current is not drawn
 * here but set by {@link CurrentSection}: scrolling through a long law must not draw it anew.
 */
export function outlineNav(entries: readonly Entry[], shown: ShownDocument, actions: OutlineActions): TemplateResult {
  const { say, contentLanguage } = shown;
  const { expanded, expand, go } = actions;
  const list = (level: readonly Entry[]): TemplateResult =>
    html`<ol role="list">
      ${level.map(
        ({ id, name, derived, children }) =>
          html`<li>
            <button
              type="button"
              class=${derived ? 'entry derived' : 'entry'}
              part="outline-entry"
              data-section=${id}
              @click=${() => go(id)}
            ><span lang=${contentLanguage ?? nothing}>${name}</span>${
              derived ? html`<span class="visually-hidden"> (${say('derived')})</span>` : nothing
            }</button>
            ${children.length > 0 ? list(children) : nothing}
          </li>`,
      )}
    </ol>`;
  const anyDerived = (level: readonly Entry[]): boolean =>
    level.some(({ derived, children }) => derived || anyDerived(children));
  const all = html`<div class="entries">
    ${list(entries)}
    ${anyDerived(entries) ? html`<p class="derived-note">${say('derived-note')}</p>` : nothing}
  </div>`;
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
    ${expanded && hasDrawers() ? drawer(all, say, () => expand(false)) : all}
  </nav>`;
}

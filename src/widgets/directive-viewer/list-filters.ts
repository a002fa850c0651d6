import { html, nothing, type TemplateResult } from 'lit';
import { type Facet, FACETS, type Found } from './find-documents.js';
import type { Params } from './fragment.js';
import type { Say } from './shown-document.js';

export { Finder, type Found } from './find-documents.js';

/** A choice among thousands helps nobody: the most frequent ones. */
const MOST_CHOICES = 200;
const ORDERS = ['', 'newest', 'oldest', 'title'];

/** What narrows and orders a list, each choice with the number of documents it leaves. */
export function listFilters(
  { choices }: Found,
  params: Params,
  say: Say,
  change: (name: string, value: string) => void,
): TemplateResult {
  const field = (name: string, options: unknown) => html`<label class="filter"
    ><span>${say(name)}</span>
    <select
      @change=${(event: Event) => {
        change(name, (event.target as HTMLSelectElement).value);
      }}
    >
      ${options}
    </select></label
  >`;
  const option = (value: string, chosen: string, label: string) =>
    html`<option value=${value} .selected=${value === chosen}>${label}</option>`;
  const facet = (name: Facet) => {
    const chosen = params[name] ?? '';
    const all = choices[name].slice(0, MOST_CHOICES);
    if (all.length < 2 && !chosen) return nothing;
    // What was chosen stays to be seen, though other choices may leave none of it.
    if (chosen && !all.some(({ value }) => value === chosen)) all.push({ value: chosen, count: 0 });
    return field(name, [
      option('', chosen, say('all')),
      ...all.map(({ value, count }) =>
        option(value, chosen, say('choice', { value: name === 'status' ? say(value) : value, count })),
      ),
    ]);
  };
  return html`<div class="filters">
    ${FACETS.map(facet)}
    ${field(
      'sort',
      ORDERS.map((order) => option(order, params['sort'] ?? '', say(order || 'default'))),
    )}
  </div>`;
}

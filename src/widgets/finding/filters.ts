import { html, nothing, type TemplateResult } from 'lit';
import type { Choices } from './facets.js';
import type { Params } from './fragment.js';

/** A choice among thousands helps nobody: the most frequent ones. */
const MOST_CHOICES = 200;

/** What a list can be narrowed by and sorted by, and how its widget speaks. */
export interface Filters<Facet extends string> {
  readonly facets: readonly Facet[];
  readonly choices: Choices<Facet>;
  /** Names of orders. */
  readonly orders: readonly string[];
  readonly params: Params;
  /** Wordings by key: those of the facets, of `sort` and the orders, of `all`, `default`, `choice` and each status. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly change: (name: string, value: string) => void;
}

/** What narrows and orders a list, each choice with the number of entries it leaves. */
export function listFilters<Facet extends string>(filters: Filters<Facet>): TemplateResult {
  const { facets, choices, orders, params, say, change } = filters;
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
    ${facets.map(facet)}
    ${field(
      'sort',
      ['', ...orders].map((order) => option(order, params['sort'] ?? '', say(order || 'default'))),
    )}
  </div>`;
}

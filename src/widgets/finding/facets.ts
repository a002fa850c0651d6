import type { Params } from './fragment.js';

/** A value of a facet and how many entries of a list it would leave. */
export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** What an entry can be narrowed by. */
export type FacetValues<Facet extends string> = Readonly<Record<Facet, readonly string[]>>;
export type Choices<Facet extends string> = Readonly<Record<Facet, readonly Choice[]>>;

/** The most frequent first; years, the latest first. */
function sorted(counts: ReadonlyMap<string, number>, facet: string): Choice[] {
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  return choices.sort((a, b) =>
    facet === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}

/** Narrows a list, entry by entry, by what a reader chose, and counts what each other choice would leave. */
export class FacetFilter<Facet extends string> {
  readonly #params: Params;
  readonly #wanted: readonly Facet[];
  readonly #counts: readonly { readonly facet: Facet; readonly values: Map<string, number> }[];

  /** @param params - what was chosen, by facet; empty is everything */
  constructor(facets: readonly Facet[], params: Params) {
    this.#params = params;
    this.#wanted = facets.filter((facet) => params[facet]);
    this.#counts = facets.map((facet) => ({ facet, values: new Map<string, number>() }));
  }

  /** Whether an entry is among what was chosen; it is counted either way. */
  takes(entry: FacetValues<Facet>): boolean {
    const missed = this.#wanted.filter((facet) => !entry[facet].includes(this.#params[facet] ?? ''));
    if (missed.length > 1) return false;
    // A choice is counted as if nothing were chosen in its own facet: that is what choosing it would leave.
    for (const { facet, values } of this.#counts) {
      if (missed.length === 1 && missed[0] !== facet) continue;
      for (const value of entry[facet]) values.set(value, (values.get(value) ?? 0) + 1);
    }
    return missed.length === 0;
  }

  get choices(): Choices<Facet> {
    const choices = this.#counts.map(({ facet, values }): [Facet, Choice[]] => [facet, sorted(values, facet)]);
    return Object.fromEntries(choices) as unknown as Choices<Facet>;
  }
}

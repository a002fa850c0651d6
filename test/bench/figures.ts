/** Figures out of repeated measurements, and the tables they are printed in. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * Measures several things in turns, so that whatever else the machine does falls on all of them alike.
 *
 * @param rounds - how often each is measured
 * @param measures - by name
 * @returns what each answered, by name, in the order of the rounds
 */
export async function inTurns<Results extends Readonly<Record<string, unknown>>>(
  rounds: number,
  measures: { readonly [Name in keyof Results]: () => Results[Name] | Promise<Results[Name]> },
): Promise<{ [Name in keyof Results]: Results[Name][] }> {
  const names = Object.keys(measures) as (keyof Results)[];
  const seen = Object.fromEntries(names.map((name) => [name, []])) as unknown as {
    [Name in keyof Results]: Results[Name][];
  };
  for (let round = 0; round < rounds; round += 1) {
    // The first of a round is not always the same: it may find a colder machine.
    for (const turn of names.keys()) {
      const name = names[(turn + round) % names.length]!;
      seen[name].push(await measures[name]());
    }
  }
  return seen;
}

/**
 * The same of what answers with milliseconds.
 *
 * @returns medians by name
 */
export async function interleaved<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number>> {
  const seen = await inTurns<Record<Name, number>>(rounds, measures);
  return Object.fromEntries(Object.entries<number[]>(seen).map(([name, values]) => [name, median(values)])) as Record<
    Name,
    number
  >;
}

/** Milliseconds that work takes by itself. */
export function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

export interface Table {
  title: string;
  /** What the figures are, and what they were measured on. */
  note: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : String(Math.round(value))} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

/** The table as Markdown, its columns aligned for readers of the source too. */
export function markdown({ title, note, head, rows }: Table): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [`## ${title}`, '', note, '', line(first), line(rule), ...rest.map(line), ''].join('\n');
}

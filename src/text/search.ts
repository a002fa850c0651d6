import { queryVariants } from './abbreviations.js';
import { fold } from './fold.js';
import type { MappedText } from './mapped-text.js';

/** A stretch of the original text, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a text holds the query, marks, case and common abbreviations aside: "uy ban",
 * "Uỷ ban" and "UBND" all find "Ủy ban nhân dân". An empty query matches everything.
 */
export function matches(text: string, query: string): boolean {
  const variants = queryVariants(query);
  if (variants.length === 0) return true;
  const { text: folded } = fold(text);
  return variants.some((variant) => folded.includes(variant));
}

/**
 * Where a query stands in a text, in order and without overlaps; [] for an empty query.
 *
 * @param text the original, or `fold(original)` where the same text is searched often.
 */
export function findMatches(text: string | MappedText, query: string): readonly TextRange[] {
  const variants = queryVariants(query);
  if (variants.length === 0) return [];
  const source = typeof text === 'string' ? fold(text) : text;
  const found: TextRange[] = [];
  for (const variant of variants) {
    let at = source.text.indexOf(variant);
    while (at !== -1) {
      const end = at + variant.length;
      found.push({ start: source.offsets[at] ?? 0, end: source.offsets[end] ?? 0 });
      at = source.text.indexOf(variant, end);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TextRange[] = [];
  let reached = 0;
  for (const range of found) {
    if (range.start < reached) continue;
    kept.push(range);
    reached = range.end;
  }
  return kept;
}

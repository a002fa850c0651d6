import { ABBREVIATIONS } from './abbreviations.js';
import { foldQuery } from './fold.js';

/** Folded, with every abbreviation spelled out and a space at each edge. */
function spelledOut(name: string): string {
  let folded = ` ${foldQuery(name)} `;
  for (const [short, long] of ABBREVIATIONS)
    folded = folded.replaceAll(` ${foldQuery(short)} `, ` ${foldQuery(long)} `);
  return folded;
}

/**
 * Whether two writings can name one organ: "UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Mẫu". What one of the two leaves out
 * may be anything, what both say is the same.
 */
export function canBeSameOrgan(a: string, b: string): boolean {
  const [one, other] = [spelledOut(a), spelledOut(b)];
  return one.includes(other) || other.includes(one);
}

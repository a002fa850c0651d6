import { foldQuery } from './fold.js';

/** Abbreviations of Vietnamese offices and documents, with what they stand for. */
export const ABBREVIATIONS: readonly (readonly [short: string, long: string])[] = [
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['UBTVQH', 'Ủy ban Thường vụ Quốc hội'],
  ['MTTQ', 'Mặt trận Tổ quốc'],
  ['TTg', 'Thủ tướng Chính phủ'],
  ['VPCP', 'Văn phòng Chính phủ'],
  ['VBHN', 'Văn bản hợp nhất'],
  ['TAND', 'Tòa án nhân dân'],
  ['VKSND', 'Viện kiểm sát nhân dân'],
  ['TP', 'thành phố'],
  ['NĐ', 'Nghị định'],
  ['NQ', 'Nghị quyết'],
  ['QĐ', 'Quyết định'],
  ['TTLT', 'Thông tư liên tịch'],
  ['CBCCVC', 'cán bộ, công chức, viên chức'],
];

interface FoldedPair {
  readonly short: string;
  readonly long: string;
}

let folded: readonly FoldedPair[] | undefined;

function foldedPairs(): readonly FoldedPair[] {
  folded ??= ABBREVIATIONS.map(([short, long]) => ({
    short: foldQuery(short),
    long: foldQuery(long),
  }));
  return folded;
}

/** Ways to write a query that are looked for; each name in it doubles them. */
const MOST_VARIANTS = 16;

/** Each folded name by its other way, and what finds all of them as whole words: "nd" inside "ubnd" is none. */
let otherWays: { readonly of: ReadonlyMap<string, string>; readonly pattern: RegExp } | undefined;

function namesAndPattern(): NonNullable<typeof otherWays> {
  if (otherWays) return otherWays;
  const of = new Map(foldedPairs().flatMap(({ short, long }) => [[short, long] as const, [long, short] as const]));
  const names = [...of.keys()].sort((a, b) => b.length - a.length).join('|');
  // Older Safari has no look-behind.
  otherWays = { of, pattern: new RegExp(`(^|[^\\p{L}\\p{N}])(${names})(?![\\p{L}\\p{N}])`, 'gu') };
  return otherWays;
}

/**
 * The folded ways to write a query: as typed, and with any of its abbreviations spelled out and any of its full names
 * shortened. "ubnd quận" gives "ubnd quan" and "uy ban nhan dan quan". Of a query with very many names: those of the
 * first few, and all of them at once.
 */
export function queryVariants(query: string): readonly string[] {
  const typed = foldQuery(query);
  if (typed === '') return [];
  const { of, pattern } = namesAndPattern();
  let variants = [''];
  let swapped = '';
  let at = 0;
  for (const { 0: all, 1: edge = '', 2: name = '', index } of typed.matchAll(pattern)) {
    const before = typed.slice(at, index) + edge;
    const other = of.get(name) ?? name;
    const ways = variants.length < MOST_VARIANTS ? [name, other] : [name];
    variants = ways.flatMap((way) => variants.map((variant) => variant + before + way));
    swapped += before + other;
    at = index + all.length;
  }
  const rest = typed.slice(at);
  return [...new Set([...variants, swapped].map((variant) => variant + rest))];
}

/**
 * A query word by word, each with what else it may be written as: "ubnd quận" gives [["ubnd", "uy ban nhan dan"],
 * ["quan"]]. A full name that has an abbreviation is one word here.
 */
export function queryTerms(query: string): readonly (readonly string[])[] {
  let rest = ` ${foldQuery(query)} `;
  const terms: (readonly string[])[] = [];
  for (const { short, long } of foldedPairs()) {
    for (const name of [long, short]) {
      if (!rest.includes(` ${name} `)) continue;
      rest = rest.split(` ${name} `).join(' ');
      terms.push([short, long]);
    }
  }
  return [...terms, ...rest.split(' ').flatMap((word) => (word ? [[word]] : []))];
}

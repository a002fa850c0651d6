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

/** Names with more than two ways to write them, folded; for queries only, which look for a text as it stands. */
const MORE_WAYS: readonly (readonly string[])[] = [
  ['thanh pho ho chi minh', 'tphcm', 'tp.hcm', 'tp. hcm', 'tp hcm', 'tp. ho chi minh', 'tp ho chi minh'],
  ['kinh te - xa hoi', 'kt-xh', 'kinh te-xa hoi', 'kinh te xa hoi'],
];

/** Ways to write a query that are looked for; each name in it doubles them at least. */
const MOST_VARIANTS = 16;

/** Each folded name by its other ways, and what finds all of them as whole words: "nd" inside "ubnd" is none. */
let otherWays: { readonly of: ReadonlyMap<string, readonly string[]>; readonly pattern: RegExp } | undefined;

function namesAndPattern(): NonNullable<typeof otherWays> {
  if (otherWays) return otherWays;
  const groups = [...foldedPairs().map(({ short, long }) => [short, long]), ...MORE_WAYS];
  const of = new Map(groups.flatMap((ways) => ways.map((way) => [way, ways.filter((one) => one !== way)] as const)));
  const names = [...of.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/\./g, '\\.');
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
    const others = of.get(name) ?? [];
    const [other = name] = others;
    const ways = variants.length * (1 + others.length) <= MOST_VARIANTS ? [name, ...others] : [name];
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

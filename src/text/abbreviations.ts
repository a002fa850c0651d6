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

/**
 * The folded ways to write a query: as typed, and with one abbreviation spelled out or one
 * full name shortened. "ubnd quận" gives "ubnd quan" and "uy ban nhan dan quan".
 */
export function queryVariants(query: string): readonly string[] {
  const typed = foldQuery(query);
  if (typed === '') return [];
  const variants = [typed];
  for (const { short, long } of foldedPairs()) {
    const spelledOut = replaceWords(typed, short, long);
    if (spelledOut !== undefined) variants.push(spelledOut);
    const shortened = replaceWords(typed, long, short);
    if (shortened !== undefined) variants.push(shortened);
  }
  return variants;
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

/** Replaces whole words only: "nd" inside "ubnd" stays. */
function replaceWords(text: string, from: string, to: string): string | undefined {
  let at = text.indexOf(from);
  let copied = 0;
  let result = '';
  while (at !== -1) {
    const end = at + from.length;
    if (isEdge(text, at - 1) && isEdge(text, end)) {
      result += text.slice(copied, at) + to;
      copied = end;
    }
    at = text.indexOf(from, end);
  }
  return copied === 0 ? undefined : result + text.slice(copied);
}

function isEdge(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at));
}

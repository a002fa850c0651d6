/**
 * Keys by which different writings of one name are the same. Unlike `fold.ts` they keep every mark: the communes Tân Hà and
 * Tân Hạ are two.
 */

/** Abbreviations in the names of organs; of those in `abbreviations.ts`, whose whole list would cost every page its bytes. */
export const ORGAN_ABBREVIATIONS: readonly (readonly [short: string, long: string])[] = [
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['MTTQ', 'Mặt trận Tổ quốc'],
  ['VPCP', 'Văn phòng Chính phủ'],
  ['TAND', 'Tòa án nhân dân'],
  ['VKSND', 'Viện kiểm sát nhân dân'],
  ['TP', 'thành phố'],
];

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A name whatever its case, its Unicode form, its white space, its dashes and where its tones stand: "Uỷ" and "ỦY". */
export function spellingKey(name: string): string {
  return (
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{Cf}/gu, '')
      .replace(/\p{Pd}/gu, '-')
      // Fonts of old drew the Icelandic letter the same.
      .replace(/ð/g, 'đ')
      .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
      .replace(/\s+/g, ' ')
      .trim()
  );
}

let long: ReadonlyMap<string, string> | undefined;

/** The same of an organ, whether its name is abbreviated or not: "UBND TP. Mẫu", "Uỷ ban nhân dân thành phố Mẫu". */
export function organKey(name: string): string {
  const words = (long ??= new Map(ORGAN_ABBREVIATIONS.map(([short, full]) => [spellingKey(short), spellingKey(full)])));
  return spellingKey(name.replace(/\./g, ' ')).replace(/[\p{L}\p{M}]+/gu, (word) => words.get(word) ?? word);
}

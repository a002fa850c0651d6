/** The ways a Vietnamese legal text counts its parts. Every reader returns undefined for what it does not know. */

/** Points are lettered with these: no f, j, w, z, and no ă, â, ê, ô, ơ, ư. */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};

const ORDINALS: Readonly<Record<string, number>> = {
  nhất: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** XIV → 14; upper case only. */
export function romanValue(text: string): number | undefined {
  if (text === '' || !ROMAN.test(text)) return undefined;
  let value = 0;
  let previous = 0;
  for (const letter of [...text].reverse()) {
    const digit = ROMAN_VALUES[letter] ?? 0;
    value += digit < previous ? -digit : digit;
    previous = digit;
  }
  return value;
}

/** "nhất" → 1, "hai" → 2 … "mười" → 10, in any case. */
export function ordinalValue(word: string): number | undefined {
  return ORDINALS[word.toLowerCase()];
}

/** a → 1, b → 2, d → 4, đ → 5; undefined for f, j, w, z. */
export function letterValue(letter: string): number | undefined {
  const index = letter === '' ? -1 : POINT_LETTERS.indexOf(letter.toLowerCase());
  return index === -1 ? undefined : index + 1;
}

import { mapText, remembered, type MappedText } from './mapped-text.js';

/**
 * Folds a text for search: no tone or vowel marks, đ as d, lower case, every run of white
 * space one space, dashes and quotation marks in their plain form. So "Ủy", "Uỷ" and "uy"
 * are the same, and so are "hóa" and "hoá". `offsets` leads back to the original.
 */
export function fold(text: string): MappedText {
  return mapText(text, (piece, last) => {
    const folded = foldPiece(piece);
    return folded === ' ' && last === ' ' ? '' : folded;
  });
}

/**
 * The text of {@link fold} without the way back: several times as fast, for texts by the thousand.
 */
export function foldFast(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/đ/g, 'd')
    .replace(/[^\x21-\x7e]{2,}|[^\x20-\x7e]/g, (rest) => fold(rest).text);
}

/** A reader's query, folded the same way, without white space at its edges. */
export function foldQuery(query: string): string {
  return fold(query).text.trim();
}

const foldPiece = remembered((piece) => {
  if (/^\s/u.test(piece)) return ' ';
  if (/^[\p{Cf}\p{Cc}]/u.test(piece)) return '';
  if (/^[\p{Pd}\u2212]/u.test(piece)) return '-';
  if (/^[“”„«»]/u.test(piece)) return '"';
  if (/^[‘’]/u.test(piece)) return "'";
  return piece.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/gu, 'd');
});

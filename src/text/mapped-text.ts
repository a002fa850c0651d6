/** A rewritten copy of a text, with the way back to the original. */
export interface MappedText {
  readonly text: string;
  /**
   * `offsets[i]` is the UTF-16 offset in the original of character `i` of `text`; one more
   * entry than `text` has characters, so `offsets[end]` closes a match.
   */
  readonly offsets: readonly number[];
}

const MARK = /\p{M}/u;

/**
 * Rewrites a text piece by piece: a letter together with its combining marks is one piece,
 * so composed and decomposed Vietnamese come to the same result.
 *
 * @param rewrite gets the piece and the last character written so far; '' drops the piece.
 */
export function mapText(source: string, rewrite: (piece: string, last: string) => string): MappedText {
  const offsets: number[] = [];
  let text = '';
  let last = '';
  let start = 0;
  while (start < source.length) {
    const end = pieceEnd(source, start);
    const piece = rewrite(source.slice(start, end), last);
    if (piece !== '') {
      for (let left = piece.length; left > 0; left -= 1) offsets.push(start);
      text += piece;
      last = piece.charAt(piece.length - 1);
    }
    start = end;
  }
  offsets.push(source.length);
  return { text, offsets };
}

function pieceEnd(source: string, start: number): number {
  const code = source.codePointAt(start) ?? 0;
  let end = start + (code > 0xffff ? 2 : 1);
  // U+0300 is the first combining mark: ASCII neighbours need no look-up.
  while (end < source.length && source.charCodeAt(end) >= 0x300 && MARK.test(source.charAt(end))) {
    end += 1;
  }
  return end;
}

/** Remembers what became of a piece: a text has millions of pieces but few different ones. */
export function remembered(rewrite: (piece: string) => string): (piece: string) => string {
  const known = new Map<string, string>();
  return (piece) => {
    let result = known.get(piece);
    if (result === undefined) {
      result = rewrite(piece);
      // Vietnamese needs a few hundred entries; arbitrary input must not grow the map for ever.
      if (known.size < 4096) known.set(piece, result);
    }
    return result;
  };
}

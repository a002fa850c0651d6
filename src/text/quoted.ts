import type { SourceLine } from './lines.js';

/** A quotation longer than this is rather a lost quotation mark. */
const LONGEST_QUOTATION = 300;

/**
 * Marks the paragraphs that begin inside a quotation of several paragraphs, as amending
 * acts quote them (“Điều 5. … / 2. …”). Their numbers belong to the quoted act. Only a
 * mark at the start of a paragraph opens such a quotation, and only if it is closed.
 */
export function quotedLines(lines: readonly Pick<SourceLine, 'text'>[]): readonly boolean[] {
  const quoted = lines.map(() => false);
  const open: { line: number; first: boolean }[] = [];
  let straight: number | undefined;

  const close = (from: number, to: number): void => {
    if (to - from > LONGEST_QUOTATION) return;
    quoted.fill(true, from + 1, to + 1);
  };

  lines.forEach(({ text }, index) => {
    // Most have none, and this look is all that they take.
    if (!/["“”]/.test(text)) return;
    let straightMarks = 0;
    for (const { 0: mark, index: at } of text.matchAll(/["“”]/gu)) {
      if (mark === '"') {
        straightMarks += 1;
      } else if (mark === '“') {
        open.push({ line: index, first: at === 0 });
      } else {
        const opener = open.pop();
        if (opener?.first === true) close(opener.line, index);
      }
    }
    if (straightMarks % 2 === 0) return;
    if (straight !== undefined) {
      close(straight, index);
      straight = undefined;
    } else if (text.startsWith('"')) {
      straight = index;
    }
  });
  return quoted;
}

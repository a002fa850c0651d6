import type { OutlineBlock } from './outline-types.js';

/** One paragraph on its way into the outline. */
export interface SourceLine {
  /** Without white space at its edges; empty only for a picture or a rule. */
  readonly text: string;
  /** UTF-16 offset of `text` in the source. */
  readonly offset: number;
  readonly block: OutlineBlock;
  /** Of an `<h1>` … `<h6>` of the source its level; 0 where it is none. */
  readonly heading: number;
  /** A table, list or quotation: shown in one piece, and neither a section nor a title whatever it begins with. */
  readonly whole: boolean;
  /** The same paragraph without the end mark that its text ends with; undefined where nothing is left. */
  without(mark: string): SourceLine | undefined;
}

// Zero-width spaces and word joiners at an edge are a scraper's leavings, like the white space around them.
const LEADING = /^[\s\u200b\u2060]+/u;
const TRAILING = /[\s\u200b\u2060]+$/u;

/** Cuts plain text into paragraphs: one for every line that says something. */
export function textLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu;
  let start = 0;
  while (start <= source.length) {
    const found = breaks.exec(source);
    const end = found === null ? source.length : found.index;
    const raw = source.slice(start, end);
    const text = raw.replace(LEADING, '');
    if (text !== '') lines.push(textLine(text.replace(TRAILING, ''), start + raw.length - text.length));
    if (found === null) break;
    start = breaks.lastIndex;
  }
  return lines;
}

function textLine(text: string, offset: number): SourceLine {
  return {
    text,
    offset,
    block: { kind: 'text', text },
    heading: 0,
    whole: false,
    without: (mark) => {
      const rest = text.slice(0, text.length - mark.length).replace(TRAILING, '');
      return rest === '' ? undefined : textLine(rest, offset);
    },
  };
}

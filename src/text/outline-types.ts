/** The shape of a directive once its text has been outlined: see `outline.ts` and `outline-html.ts`. */

/**
 * Phần › Chương › Mục › Tiểu mục › Điều › khoản › điểm. A bare `A.` counts as a part, a bare `I.` as a section. `headed`
 * has a heading and no number.
 */
export type SectionLevel = 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'clause' | 'point' | 'headed';

/** One paragraph of plain text, exactly as written; only white space at its two edges is gone. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
}

/**
 * One block of HTML. `node` is the caller's own element, or a copy where a
 * paragraph had to be split (at `<br>`, or before the end mark). `text` is what it reads as.
 */
export interface NodeBlock {
  readonly kind: 'node';
  readonly node: Element;
  readonly text: string;
}

export type OutlineBlock = TextBlock | NodeBlock;

export interface OutlinedSection {
  /** Readable, stable, unique in the document: `chuong-2`, `dieu-5-khoan-2-diem-a`, `khoan-3`, `muc-ghi-chu`. */
  readonly id: string;
  readonly level: SectionLevel;
  /** The number as written: `5`, `5a`, `II`, `thứ nhất`, `đ`, `1.2`; empty where it has none. */
  readonly number: string;
  /** The marker as written: `1.`, `Điều 5.`, `Chương II`, `a)`; empty where it has none. */
  readonly marker: string;
  /** The heading, or a label of at most 80 characters made from the first clause. */
  readonly label: string;
  /** True where the text has no heading and `label` was made from the first clause. */
  readonly derived: boolean;
  /** How many of the first `blocks` are the marker and its heading; 0 where `derived`. */
  readonly headingBlocks: number;
  /** Every paragraph of the section before its first child, the marker's own included. */
  readonly blocks: readonly OutlineBlock[];
  readonly children: readonly OutlinedSection[];
}

export interface DocumentTitle {
  /** The title on one line. */
  readonly text: string;
  readonly blocks: readonly OutlineBlock[];
}

export interface EndMark {
  /** `./.` as written: shown, not read aloud. */
  readonly text: string;
  /** True where it was written straight after the last word, without a space. */
  readonly glued: boolean;
}

export interface SignOffLine {
  readonly text: string;
  /**
   * `signature` only where an authority or a position stands above the name. A name
   * alone is not proven to be the signer's: `postedBy`.
   */
  readonly kind: 'postedBy' | 'signature' | 'recipients' | 'other';
  readonly block: OutlineBlock;
}

export interface OutlineIssue {
  readonly kind:
    /** A lone number that breaks a phrase: most likely a page number. */
    | 'stray-number'
    /** A heading's number leaves some out; the heading is taken. */
    | 'number-gap'
    /** A paragraph starts like a heading but continues no open sequence; it stays a paragraph. */
    | 'out-of-sequence';
  /** The odd piece as written. It is reported and never changed. */
  readonly text: string;
  /** UTF-16 offset: in the source text, or for HTML in the block texts joined by line feeds. */
  readonly offset: number;
  /** The odd piece with some words around it. */
  readonly excerpt: string;
  /** Id of the section it lies in; absent in the preamble. */
  readonly section?: string;
}

export interface OutlinedDocument {
  /** What stands above the title: the organ, the motto, number and date. Often empty. */
  readonly letterhead: readonly OutlineBlock[];
  readonly title?: DocumentTitle;
  readonly preamble: readonly OutlineBlock[];
  readonly sections: readonly OutlinedSection[];
  readonly endMark?: EndMark;
  /** The lines after the end mark. */
  readonly signOff: readonly SignOffLine[];
  /** What is attached after the sign-off (Phụ lục, Quy chế …), outlined by itself; its ids start with `phu-luc-1-`. */
  readonly annexes: readonly OutlinedDocument[];
  readonly issues: readonly OutlineIssue[];
}

/** A paragraph as it is inspected: its text and where that begins in the whole. */
export interface InspectedLine {
  readonly text: string;
  readonly offset: number;
}

export interface OutlineOptions {
  /** The title if the caller knows it: a first paragraph that says the same is the title block. */
  readonly title?: string;
  /**
   * Looks for further oddities, `findStrayNumbers` say: an editor wants them, and a reader's browser need not carry
   * what finds them.
   *
   * @param owners - the section id of every line
   */
  readonly inspect?: (
    lines: readonly InspectedLine[],
    owners: readonly (string | undefined)[],
  ) => readonly OutlineIssue[];
}

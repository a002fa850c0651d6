import { textLines, type SourceLine } from './lines.js';
import type { DocumentTitle, OutlinedDocument, OutlineOptions } from './outline-types.js';
import { buildSections } from './sections.js';
import { findEnding, readSignOff } from './sign-off.js';
import { atOnce, type Steps } from './steps.js';
import { findTitle, titleText, type TitleRange } from './title.js';

export type * from './outline-types.js';

/**
 * Outlines the plain text of a directive. Linear in its length; no word is lost or changed.
 *
 * Levels as in Nghị định 30/2020/NĐ-CP: Phần › Chương › Mục › Tiểu mục › Điều › khoản › điểm.
 * Paragraphs numbered `1.` `2.` … alone are khoản of the document itself.
 */
export function outlineText(text: string, options: OutlineOptions = {}): OutlinedDocument {
  return atOnce(outlineLines(textLines(text), options));
}

/** The outline of paragraphs, wherever they come from. `idPrefix` stands before every section id. */
export function* outlineLines(
  lines: readonly SourceLine[],
  options: OutlineOptions = {},
  idPrefix = '',
): Steps<OutlinedDocument> {
  const ending = findEnding(lines);
  const range = findTitle(ending.body, options.title);
  const text = ending.body.slice(range?.end ?? 0);
  const { preamble, sections, issues, owners } = yield* buildSections(text, idPrefix);
  const inspection = options.inspect ? { inspect: options.inspect } : {};
  const annexes: OutlinedDocument[] = [];
  for (const annex of ending.annexes) {
    annexes.push(yield* outlineLines(annex, inspection, `${idPrefix}phu-luc-${annexes.length + 1}-`));
  }
  return {
    letterhead: ending.body.slice(0, range?.start ?? 0).map(({ block }) => block),
    ...(range === undefined ? {} : { title: titleOf(ending.body, range) }),
    preamble,
    sections,
    ...(ending.mark === undefined ? {} : { endMark: ending.mark }),
    signOff: readSignOff(ending.signOff),
    annexes,
    issues: [...issues, ...(options.inspect?.(text, owners) ?? [])].sort((a, b) => a.offset - b.offset),
  };
}

function titleOf(lines: readonly SourceLine[], range: TitleRange): DocumentTitle {
  const blocks = lines.slice(range.start, range.end).map(({ block }) => block);
  return { text: titleText(lines, range), blocks };
}

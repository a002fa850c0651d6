import { KINDS } from './document-types.js';
import { foldQuery } from './fold.js';
import { isCapitals, oneLine } from './labels.js';
import type { SourceLine } from './lines.js';
import { markersOf } from './markers.js';

/** The paragraphs [start, end) that make up the title; what stands above them is the letterhead. */
export interface TitleRange {
  readonly start: number;
  readonly end: number;
}

/** A title that begins with the name of its kind. */
export const STARTS_WITH_KIND = new RegExp(`^(?:${KINDS})(?![\\p{L}\\p{N}])`, 'iu');
const IS_KIND = new RegExp(`^(?:${KINDS})$`, 'iu');

const LONGEST_TITLE = 500;
/** A letterhead is short: the kind of the document stands within the first lines. */
const LETTERHEAD_LINES = 15;
const ORGAN =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|CỘNG H|ĐẢNG|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|BỘ|SỞ|PHÒNG|VĂN PHÒNG|QUẬN ỦY|QUẬN UỶ)(?!\p{L})/u;

/** Finds the title among the first paragraphs; undefined where the text starts straight away. */
export function findTitle(lines: readonly SourceLine[], known: string | undefined): TitleRange | undefined {
  const first = lines[0];
  if (first === undefined) return undefined;
  if (known !== undefined && foldQuery(first.text) === foldQuery(known)) return { start: 0, end: 1 };
  const headings = findHeading(lines);
  return findKind(lines) ?? (headings ? withoutSections(lines, headings, known) : findFirstLine(lines));
}

/**
 * Of a title of headings, the first that ranks no higher than those without a number in the text is the first of these:
 * unless they say together what the title is. The kind of a document belongs to it, and with a bare one what it is about.
 */
function withoutSections(
  lines: readonly SourceLine[],
  range: TitleRange,
  known: string | undefined,
): TitleRange | undefined {
  if (foldQuery(titleText(lines, range)) === foldQuery(known ?? '')) return range;
  let highest = Infinity;
  for (const line of lines.slice(range.end))
    if (line.heading && line.text !== '' && !startsSection(line)) highest = Math.min(highest, line.heading);
  const kind = lines[0]?.text.normalize('NFC') ?? '';
  let end = IS_KIND.test(kind) ? 2 : opensWithKind(kind) ? 1 : 0;
  while (end < range.end && (lines[end]?.heading ?? 0) < highest) end += 1;
  return end === 0 ? undefined : { start: 0, end: Math.min(end, range.end) };
}

/** "CHỈ THỊ" on a line of its own, the subject below it. */
function findKind(lines: readonly SourceLine[]): TitleRange | undefined {
  let i = -1;
  for (const line of lines.slice(0, LETTERHEAD_LINES)) {
    i += 1;
    if (startsSection(line)) return undefined;
    const kind = line.text.normalize('NFC');
    if (line.whole || !IS_KIND.test(kind) || !isCapitals(kind)) continue;
    let end = i + 1;
    if (isSubject(lines[end])) end += 1;
    // A subject wraps where the next line goes on in lower case.
    while (end > i + 1 && isSubject(lines[end]) && /^\p{Ll}/u.test(lines[end]?.text ?? '')) {
      end += 1;
    }
    return { start: i, end };
  }
  return undefined;
}

function isSubject(line: SourceLine | undefined): boolean {
  if (!isTitleLike(line)) return false;
  return !/^(?:Căn cứ|Theo|Thực hiện|Xét|Kính gửi|Để|Nhằm)(?!\p{L})/u.test(line.text.normalize('NFC'));
}

function findHeading(lines: readonly SourceLine[]): TitleRange | undefined {
  let end = 0;
  while (lines[end]?.heading && isTitleLike(lines[end])) end += 1;
  return end === 0 || end === lines.length ? undefined : { start: 0, end };
}

function findFirstLine(lines: readonly SourceLine[]): TitleRange | undefined {
  const [line] = lines;
  if (lines.length < 2 || !isTitleLike(line)) return undefined;
  const text = line.text.normalize('NFC');
  const capitals = isCapitals(text) && !ORGAN.test(text);
  return STARTS_WITH_KIND.test(text) || capitals ? { start: 0, end: 1 } : undefined;
}

/** A title is no sentence and no section; it may hold a ";". */
function isTitleLike(line: SourceLine | undefined): line is SourceLine {
  if (line === undefined || line.whole || line.text === '' || line.text.length > LONGEST_TITLE) return false;
  return !/[.:;,]$/u.test(line.text) && !startsSection(line);
}

function startsSection({ text, whole }: SourceLine): boolean {
  return !whole && markersOf(text).length > 0;
}

/** Whether it begins with a kind of document: then it is the title, whatever stands around it. */
function opensWithKind(text: string): boolean {
  return STARTS_WITH_KIND.test(text.normalize('NFC'));
}

/** "QUYẾT ĐỊNH:", by which a decision begins: the kind of a document and nothing else. */
export function isKind(text: string): boolean {
  return IS_KIND.test(text.normalize('NFC').replace(/\s*:$/u, ''));
}

/** The title on one line. */
export function titleText(lines: readonly SourceLine[], { start, end }: TitleRange): string {
  return oneLine(
    lines
      .slice(start, end)
      .map(({ text }) => text)
      .join(' '),
  );
}

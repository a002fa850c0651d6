import { excerptOf } from './excerpt.js';
import type { InspectedLine, OutlineIssue } from './outline-types.js';

// What a page of print holds, in characters: the widest plausible range.
const SHORTEST_PAGE = 800;
const LONGEST_PAGE = 6000;

/** One report for each is enough for an editor to look at the source. */
const MOST_ISSUES = 20;

// Older Safari has no look-behind: the word before is part of the match.
const LONE_NUMBER = /(\p{Ll}\s+)(\d{1,3})(?=\s+\p{Ll})/gu;
// Words that are counted or numbered by right: "Điều 5", "năm 2024", "cấp 2".
const NUMBERED =
  /(?:điều|khoản|điểm|mục|chương|phần|tiết|số|năm|tháng|ngày|quý|tuần|giờ|lần|thứ|khóa|khoá|kỳ|quận|phường|tổ|khu|cấp|hạng|loại|nhóm|bậc|lớp|bảng|biểu|mẫu|bước|đợt|giai đoạn|đến|từ|hơn|trên|dưới|khoảng|có|là|và|gồm|đủ|mỗi|ít nhất|tối đa|tối thiểu)\s+$/iu;

interface Stray {
  readonly line: InspectedLine;
  readonly index: number;
  readonly start: number;
  readonly text: string;
  /** The words beside the number, joined as if it were not there. */
  readonly phrase: string;
}

/**
 * Finds numbers that a page break has left in the text: a lone number where its page could
 * end, in a phrase that the same text also has without it ("thi đua 2 thực hiện" beside
 * "thi đua thực hiện"), or on a line of its own. Reported, never taken out.
 *
 * @param owners the section id of every line
 */
export function findStrayNumbers(
  lines: readonly InspectedLine[],
  owners: readonly (string | undefined)[],
): readonly OutlineIssue[] {
  const start = lines[0]?.offset ?? 0;
  const strays: Stray[] = [];
  lines.forEach((line, index) => {
    if (strays.length >= MOST_ISSUES * 5) return;
    strays.push(...straysOf(line, index, start));
  });
  if (strays.length === 0) return [];
  const known = phrasesOf(lines, strays);
  return strays
    .filter(({ phrase }) => phrase === '' || known.has(phrase))
    .slice(0, MOST_ISSUES)
    .map(({ line, index, start: at, text }) => {
      const section = owners[index];
      return {
        kind: 'stray-number',
        text,
        offset: line.offset + at,
        excerpt: excerptOf(line.text, at, at + text.length),
        ...(section === undefined ? {} : { section }),
      };
    });
}

function straysOf(line: InspectedLine, index: number, start: number): readonly Stray[] {
  const { text } = line;
  const plausible = (number: string, at: number): boolean =>
    isPageEnd(Number.parseInt(number, 10), line.offset + at - start);
  if (/^\d{1,3}$/u.test(text)) {
    return plausible(text, 0) ? [{ line, index, start: 0, text, phrase: '' }] : [];
  }
  const found: Stray[] = [];
  for (const match of text.matchAll(LONE_NUMBER)) {
    const [, before = '', number = ''] = match;
    const at = match.index + before.length;
    if (!plausible(number, at) || NUMBERED.test(text.slice(Math.max(0, at - 20), at))) continue;
    const left = /(\p{L}+)\s+(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, at - 30), at));
    const right = /^\s+(\p{L}+)\s+(\p{L}+)/u.exec(text.slice(at + number.length, at + 40));
    if (left === null || right === null) continue;
    const phrase = phraseOf([left[1], left[2], right[1], right[2]]);
    found.push({ line, index, start: at, text: number, phrase });
  }
  return found;
}

/** Page numbers stand at the head or the foot: number 2 before or after the second page. */
function isPageEnd(page: number, offset: number): boolean {
  return page > 0 && offset >= (page - 1) * SHORTEST_PAGE && offset <= page * LONGEST_PAGE;
}

function phraseOf(words: readonly (string | undefined)[]): string {
  return words.join(' ').normalize('NFC').toLowerCase();
}

/** Which of the phrases the text has anywhere, words side by side. */
function phrasesOf(lines: readonly InspectedLine[], strays: readonly Stray[]): ReadonlySet<string> {
  const wanted = [...new Set(strays.map(({ phrase }) => phrase))];
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\S\n]+/gu, ' ');
  return new Set(wanted.filter((phrase) => text.includes(phrase)));
}

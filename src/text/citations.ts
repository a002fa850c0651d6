import { type DocumentNumber, findDocumentNumbers, type FoundNumber } from './document-number.js';
import { atOnce, type Steps } from './steps.js';

/** A stretch of a text that names another document, or a section of this one. */
export type Citation = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'document'; readonly number: DocumentNumber }
  /** Id of a section, as the outline makes them: `dieu-5-khoan-2-diem-a`. */
  | { readonly kind: 'section'; readonly section: string }
);

/** What a document says once in full and later in short. */
export interface CitedNames {
  /** By the name of a law, composed and in lower case. */
  readonly names: ReadonlyMap<string, DocumentNumber>;
  /** By type and number without the organ, "nghị định 98/2023"; undefined where two documents share it. */
  readonly short: ReadonlyMap<string, DocumentNumber | undefined>;
  /** By paragraph: what was found in it when it was read for its names. To look for numbers is most of the work. */
  readonly numbers: ReadonlyMap<string, readonly FoundNumber[]>;
}

const TYPES =
  'Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|' +
  'Thông báo|Kế hoạch|Hướng dẫn|Công văn|Tờ trình|Báo cáo|Kết luận|Quy định|Quy chế|Chương trình|Công điện|Văn bản hợp nhất|Văn bản|Đề án';
const TYPE_BEFORE = new RegExp(`(${TYPES})(?:\\s+số)?:?\\s+$`, 'iu');
const NAME_BEFORE = /((?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu}[^.;:()“”"\n]{2,120}?)\s+(?:số|\(số|ban hành số):?\s+$/u;
const NAMES_IN = /(?:Bộ luật|Luật|Pháp lệnh)\s+\p{Lu}/gu;
/** A cheap look for what `SHORT` and `SECTION` end with: most paragraphs have neither. */
const MAY_BE_SHORT = /\d\/(?:19|20)\d\d(?![\d/-])/;
const MAY_BE_SECTION = /điều\s+\d/iu;
const SHORT = new RegExp(`(${TYPES})\\s+(?:số:?\\s+)?(\\d{1,5}/(?:19|20)\\d{2})(?![\\d/-])`, 'giu');
const LETTER = 'a-eghiklmnopqrstuvxyđ';
const SECTION = new RegExp(
  `(?:(điểm)\\s+([${LETTER}]\\d?)\\s+)?(?:(khoản)\\s+(\\d+[a-z]?)\\s+)?Điều\\s+(\\d+[a-z]?)(?![\\p{L}\\d/-])`,
  'giu',
);
/** What follows a section of another document: its name. */
const OF_ANOTHER = new RegExp(
  `^[\\s,]*(?:(?:của|thuộc|tại|trong|ban hành kèm theo)\\s+)?(?:${TYPES}|Hiến pháp|Điều lệ|Nội quy)(?!\\p{L})(?!\\s+này)`,
  'iu',
);

/** Paragraphs between two interruptions. */
const STEP = 4;

/** Composed, in small letters, with single spaces: what two writings of one name have in common. */
export const plain = (text: string): string => text.normalize().replace(/\s+/g, ' ').trim().toLowerCase();

/** The words before a number that say what it is the number of, and in them the type. */
const typeBefore = (text: string, at: number) => TYPE_BEFORE.exec(text.slice(Math.max(0, at - 40), at)) ?? [''];

/** Reads a document through for what it names in full. */
export function* citedNames(paragraphs: Iterable<string>): Steps<CitedNames> {
  const names = new Map<string, DocumentNumber>();
  const short = new Map<string, DocumentNumber | undefined>();
  const numbers = new Map<string, readonly FoundNumber[]>();
  let read = 0;
  for (const text of paragraphs) {
    if (!text.includes('/')) continue;
    if (++read % STEP === 0) yield;
    const found = findDocumentNumbers(text);
    numbers.set(text, found);
    for (const number of found) {
      const before = text.slice(Math.max(0, number.start - 160), number.start);
      const name = /Luật|luật|Pháp lệnh/.test(before) && NAME_BEFORE.exec(before)?.[1];
      if (name) names.set(plain(name), number);
      const [, type] = typeBefore(text, number.start);
      if (!type || number.year === undefined) continue;
      const key = `${plain(type)} ${number.number}/${number.year}`;
      const former = short.get(key);
      // The same number of two organs: naming neither is better than the wrong one.
      short.set(key, former !== undefined && former.key !== number.key ? undefined : number);
    }
  }
  return { names, short, numbers };
}

/**
 * The citations in a paragraph, in order and without overlaps. Nothing inside a quotation is one: an amendment's
 * words belong to the act that it amends.
 *
 * @param known - what the document names in full elsewhere
 */
export function findCitations(text: string, known: CitedNames = atOnce(citedNames([text]))): readonly Citation[] {
  const found: Citation[] = [];
  const add = (citation: Citation) => {
    if (!found.some(({ start, end }) => citation.start < end && start < citation.end)) found.push(citation);
  };
  for (const number of known.numbers.get(text) ?? findDocumentNumbers(text)) {
    const [type] = typeBefore(text, number.start);
    add({ kind: 'document', number, start: number.start - type.length, end: number.end });
  }
  for (const match of MAY_BE_SHORT.test(text) ? text.matchAll(SHORT) : []) {
    const number = known.short.get(`${plain(match[1] ?? '')} ${match[2] ?? ''}`);
    if (number) add({ kind: 'document', number, start: match.index, end: match.index + match[0].length });
  }
  if (known.names.size > 0) addNames(text, known.names, add);
  for (const match of MAY_BE_SECTION.test(text) ? text.matchAll(SECTION) : []) {
    const [whole, , point, , clause, article] = match;
    const end = match.index + whole.length;
    if ((point !== undefined && clause === undefined) || OF_ANOTHER.test(text.slice(end, end + 60))) continue;
    if (/\p{L}$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    // The number of the section itself.
    if (!text.slice(0, match.index).trim() && /^\s*(?:[.:]|$)/.test(text.slice(end))) continue;
    const parts = [`dieu-${article ?? ''}`, clause && `khoan-${clause}`, point && `diem-${point.replace('đ', 'dd')}`];
    add({ kind: 'section', section: parts.filter(Boolean).join('-').toLowerCase(), start: match.index, end });
  }
  return withoutQuoted(text, found).sort((a, b) => a.start - b.start);
}

function addNames(text: string, names: CitedNames['names'], add: (citation: Citation) => void): void {
  for (const { index } of text.matchAll(NAMES_IN)) {
    let best: Citation | undefined;
    for (const [name, number] of names) {
      // As long as the name, however its letters are composed and its spaces are.
      const candidate = text.slice(index, index + name.length);
      const after = text.slice(index + name.length, index + name.length + 10);
      // With its number behind it, that is the link.
      if (plain(candidate) !== name || /^(?:\p{L}|\s+\(?số)/u.test(after)) continue;
      if (!best || index + name.length > best.end)
        best = { kind: 'document', number, start: index, end: index + name.length };
    }
    if (best) add(best);
  }
}

/** A quotation that holds more than a name: at least a sentence or a marker of its own. */
function withoutQuoted(text: string, found: Citation[]): Citation[] {
  if (found.length === 0 || !/[“"]/.test(text)) return found;
  const quoted: [number, number][] = [];
  for (const { index, 0: whole } of text.matchAll(/“[^”]*(?:”|$)|"[^"]*"/gu))
    quoted.push([index, index + whole.length]);
  return found.filter(({ start, end }) => !quoted.some(([from, to]) => start >= from && end <= to));
}

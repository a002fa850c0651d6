/** Reads what stands above the title of a directive, as NĐ 30/2020/NĐ-CP lays it out (Phụ lục I, II.1 to II.4). */
import { isCapitals } from './labels.js';

/** What a letterhead says, each as it is written there. */
export interface Letterhead {
  /** Whose document it is: the motto of the state, or the Party's name. */
  readonly nation?: 'state' | 'party';
  /** The organ above and the organ itself, line by line. */
  readonly organs: readonly string[];
  /** "Số: 01/QĐ-MAU", with the words before it. */
  readonly number?: string;
  /** "V/v …" of a công văn. */
  readonly subject: readonly string[];
  readonly place?: string;
  /** "ngày 05 tháng 02 năm 2024". */
  readonly date?: string;
  /** All else: "HỎA TỐC", say. */
  readonly rest: readonly string[];
}

const NATION = /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/iu;
const MOTTO = /Độc lập[\s.–—-]*Tự do[\s.–—-]*Hạnh phúc/iu;
const PARTY = /^ĐẢNG CỘNG SẢN VIỆT NAM$/u;
const NUMBER = /^(?:\p{L}{2,5}(?: \p{L}{2,6})? )?số ?:? ?(?=[\d/.…_]|$)/iu;
const DATE = /^(?:(?!Căn cứ|Theo)(.{2,60}?) ?, ?)?(ngày .{0,6}tháng .{0,6}năm .{0,6})$/iu;
const SUBJECT = /^V\/v(?!\p{L})/iu;
const STAMP = /^(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT|DỰ THẢO)(?!\p{L})/u;

/** What stands side by side on one line, one by one. White space of a typist is what parts the two columns. */
function parts(line: string): string[] {
  return line
    .normalize()
    .replace(/(số ?:?)[\s.…_]+(?=\/)/iu, '$1 ')
    .replace(/(ngày|tháng|năm)[\s.…_]{2,}(?=tháng|năm|$)/giu, '$1 … ')
    .replace(NATION, '\n$&\n')
    .replace(MOTTO, '\n$&\n')
    .replace(/^(.*số ?:?.*?\/ ?\S+)\s+(\S.*ngày .*tháng )/iu, '$1\n$2')
    .split(/\n|\t|\s{3,}/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/**
 * Takes a letterhead apart.
 *
 * @param lines - above the title; the cells of a table are lines of their own
 * @returns undefined where nothing says that it is one: neither motto nor number nor date
 */
export function readLetterhead(lines: readonly string[]): Letterhead | undefined {
  const organs: string[] = [];
  const subject: string[] = [];
  const rest: string[] = [];
  const found: { nation?: 'state' | 'party'; number?: string; place?: string; date?: string } = {};
  for (const part of lines.flatMap(parts)) {
    const [, place, date] = DATE.exec(part) ?? [];
    if (NATION.test(part) || MOTTO.test(part)) found.nation = 'state';
    else if (PARTY.test(part)) found.nation = 'party';
    else if (found.number === undefined && NUMBER.test(part)) found.number = part;
    else if (found.date === undefined && date !== undefined) Object.assign(found, place ? { place, date } : { date });
    else if (SUBJECT.test(part) || (subject.length > 0 && /^\p{Ll}/u.test(part))) subject.push(part);
    else if (isCapitals(part) && !STAMP.test(part)) organs.push(part);
    else rest.push(part);
  }
  if (found.nation === undefined && found.number === undefined && found.date === undefined) return undefined;
  return { ...found, organs, subject, rest };
}

/** Letters and digits alone: what two spellings of one name have in common. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[đð]/gu, 'd')
    .replace(/ubnd/gu, 'uybannhandan')
    .replace(/hdnd/gu, 'hoidongnhandan');
}

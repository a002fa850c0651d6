/** When and by whom a document was issued, as a citation says it: "ngày 02/02/2023 của UBND tỉnh Mẫu". */
export interface Issued {
  /** yyyy-mm-dd. */
  readonly date?: string;
  /** As written: "UBND tỉnh Mẫu". */
  readonly organ?: string;
}

const DATE =
  'ngày\\s+(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+năm\\s+)((?:19|20)\\d{2})(?!\\d)';
const ISSUED = new RegExp(`^,?\\s*(?:${DATE})?,?\\s*(?:của\\s+([^,;.:()“”"\\n]{2,120}))?`, 'iu');
/** Behind the organ: "của UBND tỉnh Mẫu ngày 02/02/2023". */
const LATER = new RegExp(`^,?\\s*${DATE}`, 'iu');
/** Where the name of the organ ends and its day or what the document is about begins. */
const ABOUT =
  /\s+(?:ngày|về|v\/v|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|công bố|bãi bỏ|giao|kèm theo|và (?:Luật|Nghị|Thông|Quyết|Chỉ|Công văn|Kế hoạch))(?![\p{L}]).*$/isu;

/** Where nothing of the kind is said. */
export const NOT_SAID: Issued = {};
const MAY_SAY = /^,?\s*(?:ngày|của)\s/iu;

/** What stands behind a number. */
export function issuedBehind(text: string, end: number): Issued {
  if (!MAY_SAY.test(text.slice(end, end + 12))) return NOT_SAID;
  const near = text.slice(end, end + 200);
  const [, ...said] = ISSUED.exec(near) ?? [];
  const organ = said[3]?.replace(ABOUT, '').trim();
  const later =
    organ && !said[2] ? (LATER.exec(near.slice(near.indexOf(organ) + organ.length))?.slice(1) ?? said) : said;
  const [day, month, year] = later;
  if (!year && !organ) return NOT_SAID;
  return {
    ...(year && { date: `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` }),
    ...(organ && { organ }),
  };
}

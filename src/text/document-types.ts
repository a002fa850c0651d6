/**
 * The codes that stand in the numbers of Vietnamese documents. The first 27 are the types of
 * administrative documents of Nghị định 30/2020/NĐ-CP, Phụ lục III.
 */
const ADMINISTRATIVE = 'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB';

/** Acts of the central organs: nghị định, thông tư (liên tịch), nghị quyết liên tịch, lệnh, pháp lệnh, luật. */
const NORMATIVE = 'NĐ TT TTLT NQLT L PL LCT';

/** Party documents have three of their own: kết luận, quy định, công văn. */
const PARTY = 'KL QĐi CV';

/** Kinds of documents whose name opens a title: NĐ 30/2020/NĐ-CP Điều 7, and those above it. */
export const KINDS =
  'Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Quyết nghị|Nghị quyết liên tịch|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|' +
  'Quyết định|Chỉ thị|Quy chế|Quy định|Quy chuẩn|Điều lệ|Nội quy|Thông cáo|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Phương án|' +
  'Đề án|Dự án|Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công điện|Công văn|Kết luận';
/** What they stand for, in the same order; nothing for those that have been used for more than one. */
const NAMES = (
  'Nghị quyết|Quyết định|Chỉ thị|Quy chế|Quy định|Thông cáo|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Dự án|' +
  'Báo cáo|Biên bản|Tờ trình|Hợp đồng|Công điện|Bản ghi nhớ|Bản thỏa thuận|Giấy ủy quyền|Giấy mời|Giấy giới thiệu|' +
  'Giấy nghỉ phép|Phiếu gửi|Phiếu chuyển|Phiếu báo|Nghị định|Thông tư|Thông tư liên tịch|Nghị quyết liên tịch||Pháp lệnh||' +
  'Kết luận|Quy định|Công văn'
).split('|');

/** Every type code, as it is written. */
export const TYPE_CODES: readonly string[] = `${ADMINISTRATIVE} ${NORMATIVE} ${PARTY}`.split(' ');

/**
 * Spellings without đ that can mean one type only. "HD", "DA" and "TC" are types of their own
 * and stay what they are.
 */
const WITHOUT_D: readonly (readonly [string, string])[] = [
  ['QD', 'QĐ'],
  ['ND', 'NĐ'],
  ['CD', 'CĐ'],
  ['QyD', 'QyĐ'],
];

/** What is left of them where a page has lost the letter Đ, with the space in its place. */
const LOST: readonly (readonly [string, string])[] = [
  ['N ', 'NĐ'],
  ['Q ', 'QĐ'],
];

const canonical = new Map<string, string>([
  ...TYPE_CODES.map((code): [string, string] => [code.toUpperCase(), code]),
  ...[...WITHOUT_D, ...LOST].map(([plain, code]): [string, string] => [plain.toUpperCase(), code]),
]);

/** The code as it is written properly: "ttr" → "TTr", "ND" → "NĐ"; undefined for an unknown one. */
export function canonicalType(code: string): string | undefined {
  return canonical.get(code.toUpperCase());
}

/** "QĐ" → "Quyết định"; undefined for a code that is unknown or can mean several. */
export function typeNameOf(code: string): string | undefined {
  return NAMES[TYPE_CODES.indexOf(canonicalType(code.normalize().trim()) ?? '')] || undefined;
}

/** For a pattern: all spellings, the longer ones first. */
export const TYPE_PATTERN = [
  ...TYPE_CODES,
  ...TYPE_CODES.map((code) => code.toUpperCase()),
  // "Ttr", "Qđ": as a machine writes what begins a sentence.
  ...TYPE_CODES.map((code) => code.charAt(0) + code.slice(1).toLowerCase()),
  ...WITHOUT_D.map(([plain]) => plain),
]
  .filter((code, i, all) => all.indexOf(code) === i)
  .sort((a, b) => b.length - a.length)
  .join('|');

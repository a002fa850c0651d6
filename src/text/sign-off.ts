import { isCapitals } from './labels.js';
import type { SourceLine } from './lines.js';
import { markersOf } from './markers.js';
import type { EndMark, SignOffLine } from './outline-types.js';

/** A document's paragraphs, parted at its end mark. */
export interface Ending {
  readonly body: readonly SourceLine[];
  readonly mark?: EndMark;
  readonly signOff: readonly SourceLine[];
  readonly annexes: readonly (readonly SourceLine[])[];
}

// "./." with the spaces that typists put into it.
const END_MARK = /\.\s?\/\s?\.$/u;
const ANNEX =
  /^(?:PHỤ LỤC|Phụ lục|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|DANH MỤC|DANH SÁCH|BIỂU MẪU|MẪU SỐ)(?!\p{L})/u;

const LONGEST_SIGN_OFF_LINE = 200;
const LONGEST_SIGN_OFF_TABLE = 1500;
const MOST_SIGN_OFF_LINES = 60;

/** Parts the text at its end mark. A "./." that the text goes on after is none. */
export function findEnding(lines: readonly SourceLine[]): Ending {
  const roles: (Role | undefined)[] = [];
  let index = -1;
  for (const line of lines) {
    index += 1;
    const mark = END_MARK.exec(line.text)?.[0];
    if (mark === undefined) continue;
    const annexAt = signOffEnd(lines, index + 1, roles);
    if (annexAt === undefined) continue;
    const last = line.without(mark);
    const glued = last !== undefined && last.text.length + mark.length === line.text.length;
    return {
      body: [...lines.slice(0, index), ...(last === undefined ? [] : [last])],
      mark: { text: mark, glued },
      signOff: lines.slice(index + 1, annexAt),
      annexes: splitAnnexes(lines.slice(annexAt)),
    };
  }
  return { body: lines, signOff: [], annexes: [] };
}

/** What a line can be below an end mark. */
type Role = 'sign-off' | 'annex' | 'text';

function roleOf({ text, whole }: SourceLine): Role {
  // Recipients and signature often stand side by side in a table.
  if (whole) return text.length > LONGEST_SIGN_OFF_TABLE ? 'text' : 'sign-off';
  if (ANNEX.test(text.slice(0, 40).normalize('NFC'))) return 'annex';
  const isText = text.length > LONGEST_SIGN_OFF_LINE || markersOf(text).length > 0;
  return isText ? 'text' : 'sign-off';
}

/**
 * Where the sign-off ends; undefined where what follows is no sign-off but more text.
 *
 * @param roles what is known already: a text may hold many false end marks
 */
function signOffEnd(lines: readonly SourceLine[], start: number, roles: (Role | undefined)[]): number | undefined {
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const role = (roles[at] ??= line === undefined ? 'text' : roleOf(line));
    if (role === 'annex') return at;
    if (role === 'text' || at - start >= MOST_SIGN_OFF_LINES) return undefined;
  }
  return lines.length;
}

function splitAnnexes(lines: readonly SourceLine[]): SourceLine[][] {
  const annexes: SourceLine[][] = [];
  for (const line of lines) {
    const current = annexes[annexes.length - 1];
    // Below the first one only "Phụ lục" begins another: an annex's own title may be "KẾ HOẠCH".
    if (current === undefined || /^(?:PHỤ LỤC|Phụ lục [IVX\d])/u.test(line.text.normalize('NFC'))) {
      annexes.push([line]);
    } else {
      current.push(line);
    }
  }
  return annexes;
}

const RECIPIENTS = /^Nơi nhận(?!\p{L})/iu;
const AUTHORITY = /^(?:TM|Q|KT|TL|TUQ|T\/M)\.?\s/u;
const POSITION =
  /^(?:(?:PHÓ|QUYỀN|Q\.)\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH|TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHỦ NHIỆM|THỦ TRƯỞNG|THƯ KÝ|TỔNG THƯ KÝ)(?!\p{L})/iu;
const NAME = /^\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5}$/u;

/**
 * Says what each line after the end mark is. A name under an authority or a position is a
 * signature; a name alone only says who posted the text.
 */
export function readSignOff(lines: readonly Pick<SourceLine, 'text' | 'block' | 'whole'>[]): readonly SignOffLine[] {
  const read: SignOffLine[] = [];
  let inRecipients = false;
  let positionSeen = false;
  for (const { text, block, whole } of lines) {
    if (whole) {
      read.push({ text, kind: 'other', block });
      continue;
    }
    const composed = text.normalize('NFC');
    const signing = AUTHORITY.test(composed) || (POSITION.test(composed) && isPositionLine(composed));
    if (signing) {
      positionSeen = true;
      inRecipients = false;
    } else if (RECIPIENTS.test(composed)) {
      inRecipients = true;
    }
    read.push({ text, kind: kindOf(composed, { signing, inRecipients, positionSeen }), block });
  }
  return read;
}

/** "Phó Chủ tịch" or "PHÓ CHỦ TỊCH", not "Chủ tịch UBND quận (để báo cáo);". */
function isPositionLine(text: string): boolean {
  return isCapitals(text) || !/[;.,:()]/u.test(text);
}

function kindOf(
  text: string,
  seen: { signing: boolean; inRecipients: boolean; positionSeen: boolean },
): SignOffLine['kind'] {
  if (seen.signing) return 'signature';
  if (seen.inRecipients) return 'recipients';
  if (!NAME.test(text)) return seen.positionSeen ? 'signature' : 'other';
  return seen.positionSeen ? 'signature' : 'postedBy';
}

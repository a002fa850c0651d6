/** Words of a document's header that no table holds ready: dates, file types and sizes. */
import type { FeedItem } from '../../feed/schema.js';
import { formatDate } from '../../look/format.js';
import type { ShownDocument } from './shown-document.js';

type Attachment = NonNullable<FeedItem['attachments']>[number];

/**
 * A day as NĐ 30/2020/NĐ-CP (Phụ lục I, II.4) writes it: days below 10 and the months 1 and 2 with a zero, so that
 * none can be added afterwards. What is not known to the day stays as it is known.
 */
export function longDate(
  value: string,
  { language, feed, say }: Pick<ShownDocument, 'language' | 'feed' | 'say'>,
): string {
  const date = formatDate(value, language, feed._civic.timezone);
  // Engines differ in whether they pad; English has an order of its own and needs no such form.
  const [, day, month, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(date) ?? [];
  if (day === undefined || month === undefined || year === undefined) return date;
  const padded = (digits: string) => digits.padStart(2, '0');
  return say('long-date', {
    day: padded(day),
    month: Number(month) > 2 ? String(Number(month)) : padded(month),
    year,
    date,
  });
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/pdf/, 'PDF'],
  [/word|\bdocx?$/, 'Word'],
  [/sheet|excel|\bxlsx?$/, 'Excel'],
  [/presentation|powerpoint|\bpptx?$/, 'PowerPoint'],
  [/zip|rar|7z/, 'ZIP'],
];

/** The short name of a file's type: "PDF", "Word", else the end of its name; empty when neither is known. */
export function fileType({ url, mime_type }: Attachment): string {
  const ending = /\.(\w{1,5})(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? '';
  const known = (name: string) => TYPES.find(([pattern]) => pattern.test(name))?.[1];
  return known(mime_type) ?? known(ending) ?? ending.toUpperCase();
}

/** Bytes for a reader: "850 kB", "1,2 MB". */
export function fileSize(bytes: number, language: string): string {
  const [unit, value] = bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** Whether a file is the signed document itself, beside which the text on the page is only its web copy. */
export function isSigned({ url, mime_type, title = '', _civic }: Attachment): boolean {
  const isPdf = fileType({ url, mime_type }) === 'PDF';
  return isPdf && /\bsigned\b|ký số|ky-?so/i.test(`${_civic?.role ?? ''} ${title}`.normalize());
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const THANG = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];

/** Hours east of UTC of the zones that RFC 822 names, and of ours. */
const ZONES: Readonly<Record<string, number>> = { ict: 7, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }; // prettier-ignore

const two = (value: string | number) => String(value).padStart(2, '0');

function monthOf(word: string): number {
  const name = word.normalize().toLowerCase();
  return Number(name) || MONTHS.indexOf(name.slice(0, 3)) + 1 || THANG.indexOf(name) + 1;
}

/** Year, month and day of a text, in whatever order portals write them. */
function dayOf(text: string): readonly [string, number, string] | undefined {
  const numbers = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
  if (numbers) {
    const [, first = '', second = '', year = ''] = numbers;
    // Day before month, as Vietnam writes; only what cannot be a month shows that it was the other way round.
    return Number(second) > 12 ? [year, Number(first), second] : [year, Number(second), first];
  }
  const words =
    /(\d{1,2})[\s-]+(?:tháng|thg|th)\.?\s*(\d{1,2}|mười (?:một|hai)|\p{L}+),?\s+(?:năm\s+)?(\d{4})/iu.exec(text) ??
    /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})\b/i.exec(text);
  if (!words) return undefined;
  const [, day = '', month = '', year = ''] = words;
  const century = year.length > 2 ? '' : Number(year) < 70 ? '20' : '19';
  return [century + year, monthOf(month), day];
}

/** A written offset, Z, or nothing where the text names no zone that we know: then it is in that of the feed. */
function zoneOf(rest: string): string {
  const offset = /([+-])(\d{1,2}):?(\d{2})?\b/.exec(rest);
  if (offset) return `${offset[1] ?? '+'}${two(offset[2] ?? 0)}:${offset[3] ?? '00'}`;
  if (/\b(?:GMT|UTC?|Z)\b/i.test(rest)) return 'Z';
  const hours = ZONES[/\b[a-z]{3}\b/i.exec(rest)?.[0].toLowerCase() ?? ''];
  return hours === undefined ? '' : `${hours < 0 ? '-' : '+'}${two(Math.abs(hours))}:00`;
}

/**
 * A date as RSS and Atom have it, in the form that a JSON Feed has it: RFC 822, also with Vietnamese names; ISO 8601;
 * 31/12/2024 with or without a time, before or behind it, with SA and CH for AM and PM.
 *
 * @returns what no rule fits as it stands, so that it is reported as it stands
 */
export function isoDate(text: string): string {
  const written = text.trim();
  if (/^\d{4}(?:-|$)/.test(written)) return written.replace(/\s+(?=[+-]\d|Z$)/i, '');
  const day = dayOf(written);
  if (!day?.[1]) return written;
  const date = `${day[0]}-${two(day[1])}-${two(day[2])}`;
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(SA|CH|AM|PM)?/i.exec(written);
  if (!time) return date;
  const [whole, hour = '', minute = '', second = '00', half = ''] = time;
  const hours = half ? (Number(hour) % 12) + (/^[CP]/i.test(half) ? 12 : 0) : hour;
  const rest = written.slice(time.index + whole.length).replace(/\d+[/.-]\d+[/.-]\d+/, '');
  return `${date}T${two(hours)}:${minute}:${second}${zoneOf(rest)}`;
}

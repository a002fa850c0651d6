/** `Intl` for what a reader sees: it knows every language and zone and weighs nothing. */
import { parseDate } from '../feed/dates.js';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times as much as using it. */
function dateFormat(
  language: string,
  zone: string,
  kind: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${kind}`;
  let format = dateFormats.get(key);
  if (!format) {
    // Day before month, as on the Vietnamese page beside it: 07/01 would be July to one reader, January to another.
    const locale = language === 'en' ? 'en-GB' : language;
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    dateFormats.set(key, format);
  }
  return format;
}

const DAY: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' };
const OPTIONS: Record<string, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { month: '2-digit', year: 'numeric' },
  day: DAY,
  time: { ...DAY, hour: '2-digit', minute: '2-digit' },
};

/**
 * A date of a feed for a reader, as exactly as it is known: "2024", "03/2024", "01/03/2024".
 *
 * @param value - as written in the feed; shown as it stands when it is no date
 * @param zone - IANA name of the feed's zone
 * @param withTime - also the hour and minute, where there are any
 */
export function formatDate(value: string, language: string, zone: string, withTime = false): string {
  const span = parseDate(value, zone);
  if (!span) return value;
  const kind = span.precision === 'time' && !withTime ? 'day' : span.precision;
  return dateFormat(language, zone, kind, OPTIONS[kind] ?? DAY).format(span.start);
}

/** An instant for a reader, in the zone of the reader's own clock when none is given. */
export function formatTime(instant: Date, language: string, zone?: string): string {
  const here = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return dateFormat(language, here, 'time', OPTIONS['time'] ?? DAY).format(instant);
}

import { parseDate } from '../../feed/dates.js';
import type { Campaign } from '../../feed/schema.js';
import { formatDate } from '../../look/format.js';

/** Finds a wording by its key and fills it in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * When a campaign runs, as a reader would write it and as exactly as it is known: "2023 – 2030", "Từ 01/03/2024",
 * "Không thời hạn".
 *
 * @param zone - IANA name of the feed's zone
 */
export function periodOf(campaign: Campaign, text: Text, language: string, zone: string): string {
  const period = spanOf(campaign, text, language, zone);
  const isDated = campaign.start !== undefined || campaign.end !== undefined;
  return campaign.yearly && isDated ? text('yearly', { period }) : period;
}

function spanOf({ start, end }: Campaign, text: Text, language: string, zone: string): string {
  const shown = (date: string) => formatDate(date, language, zone, true);
  const open = (key: string, date: string) => {
    const isYear = parseDate(date, zone)?.precision === 'year';
    return text(isYear ? `${key}-year` : key, { date: shown(date) });
  };
  if (start !== undefined && end !== undefined) {
    const [first, last] = [shown(start), shown(end)];
    return first === last ? first : `${first} – ${last}`;
  }
  if (start !== undefined) return open('from', start);
  return end === undefined ? text('always') : open('until', end);
}

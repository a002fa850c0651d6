/** Campaigns as a calendar file (RFC 5545). A chunk of its own: it comes when a reader asks for one. */
import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  type ICalRepeatingOptions,
} from 'ical-generator';
import { parseDate } from '../../feed/dates.js';
import { DAY, dayIn } from '../../feed/days.js';
import type { Campaign, FeedItem } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import type { Text } from './period.js';

/** What a calendar has to say besides its campaigns. */
export interface CalendarOf {
  readonly name: string;
  /** IANA name of the feed's zone: says which days those of a campaign are. */
  readonly zone: string;
  /** Of the feed; makes ids that are unique in it unique everywhere. */
  readonly host: string;
  readonly language: string;
  readonly text: Text;
  /** In milliseconds since the epoch. */
  readonly now: number;
}

type When = Pick<ICalEventData, 'allDay' | 'start' | 'end'>;

/** Whole days where no hour is known; an open side, which no calendar knows, leaves the day on which it begins or ends. */
function whenOf({ start, end, yearly }: Campaign, zone: string): When | undefined {
  const [from, until] = [parseDate(start ?? '', zone), parseDate(end ?? '', zone)];
  const [opening, closing] = [from ?? until, until ?? from];
  if (!opening || !closing) return undefined;
  // What comes back each year lasts as long as its only date says.
  const first = (from ?? yearly) ? opening.start : closing.end;
  const last = (until ?? yearly) ? closing.end : opening.start;
  if (opening.precision === 'time' || closing.precision === 'time') {
    // An event of no length has no end, by the rules of RFC 5545.
    return last > first ? { start: first, end: last } : { start: first };
  }
  const dayOf = (instant: number) => dayIn(zone, instant) * DAY;
  const firstDay = dayOf(first === closing.end ? first.getTime() - 1 : first.getTime());
  const lastDay = dayOf(last === closing.end ? last.getTime() - 1 : last.getTime());
  return { allDay: true, start: new Date(firstDay), end: new Date(Math.max(firstDay, lastDay) + DAY) };
}

/** On the last day of February where it is the 29th: calendars pass over a day that a year does not have. */
function repeatingOf({ yearly, start, end }: Campaign): ICalRepeatingOptions | undefined {
  if (!yearly) return undefined;
  const isLeapDay = /^\d{4}-02-29/.test((start ?? end ?? '').trim());
  return { freq: ICalEventRepeatingFreq.YEARLY, ...(isLeapDay && { byMonth: 2, byMonthDay: -1 }) };
}

/** One line for what a calendar breaks lines at. */
const plain = (text: string) =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    // eslint-disable-next-line no-control-regex -- RFC 5545 has no place for them
    .replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '')
    .trim();

/** The same for the same item of the same feed, whichever page it was taken from. */
function uidOf(id: string, host: string): string {
  const written = id.replace(/[\ud800-\udfff]/gu, '_').replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
  return /@|^[a-z][a-z\d+.-]*:/i.test(written) ? written : `${written}@${host}`;
}

/** An instant of the item's own, so that the same file comes out twice. */
const instantOf = (date: string | undefined, zone: string) => parseDate(date ?? '', zone)?.start;

/** The file: those campaigns that have a date, each as one event. */
export function calendarOf(items: readonly FeedItem[], about: CalendarOf): string {
  const { name, zone, host, language, text, now } = about;
  const calendar = ical({
    name: plain(name),
    prodId: { company: 'civic-widgets', product: 'campaign-list', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const item of items) {
    const campaign = item._civic?.campaign ?? {};
    const when = whenOf(campaign, zone);
    if (!when) continue;
    const { slogan, launchedBy, organiser } = campaign;
    const said = (key: string, value: string | undefined) => value && `${text(key)}: ${value}`;
    const description = [
      slogan,
      item.summary ?? item.content_text,
      said('launched-by', launchedBy),
      said('organiser', organiser),
    ];
    const url = item.url ?? item.external_url;
    const repeating = repeatingOf(campaign);
    const modified = instantOf(item.date_modified, zone);
    calendar.createEvent({
      ...when,
      id: uidOf(item.id, host),
      stamp: modified ?? instantOf(item.date_published, zone) ?? new Date(now),
      summary: plain(titleOf(item)),
      description: plain(description.filter(Boolean).join('\n')) || null,
      // What lasts for years must not make anyone look busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: (item.tags ?? []).map((tag) => ({ name: plain(tag) })).filter(({ name }) => name),
      // The library would put a backslash before these, which an address does not survive.
      url: url?.replace(/[,;\\]/g, encodeURIComponent) ?? null,
      ...(repeating && { repeating }),
      ...(modified && { lastModified: modified }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Hands a file to the reader's browser. */
export function download(content: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not at once: some browsers ask the reader first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

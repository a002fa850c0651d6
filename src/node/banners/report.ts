/** What `civic-widgets banners report` prints. */
import { existsSync } from 'node:fs';
import { isoDay, parseDay } from '../collector/calendar.js';
import { CommandError } from '../command-error.js';
import { tell } from '../language.js';
import { type BannerDay, openBannerStore } from './banner-store.js';
import { csvCell } from './csv.js';
import { type ReportLine, sums } from './sums.js';

export interface ReportWish {
  readonly store: string;
  /** `2026-11-01`; from the first day and to the last without them. */
  readonly from?: string;
  readonly to?: string;
  readonly byDay: boolean;
  readonly csv: boolean;
}

function dayOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new CommandError('wrong-day', {
    vi: `"${text}" không phải là ngày; viết như 2026-11-24.`,
    en: `"${text}" is no day; write it as 2026-11-24.`,
  });
}

async function read({ store, from, to }: ReportWish): Promise<BannerDay[]> {
  const first = dayOf(from, -1_000_000);
  const last = dayOf(to, 10_000_000);
  // Opening would make an empty one, and a wrong path would look like banners that nobody saw.
  if (!existsSync(store)) {
    throw new CommandError('no-banner-store', {
      vi: `Không có tệp ${store}. Chỉ ra tệp mà civic-widgets serve đang ghi bằng --store.`,
      en: `There is no file ${store}. Name the one that civic-widgets serve writes, by --store.`,
    });
  }
  const opened = await openBannerStore(store);
  try {
    return opened.days(first, last);
  } finally {
    opened.close();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** With a mark at its beginning, by which spreadsheets know that it is UTF-8. */
function csv(lines: readonly ReportLine[], byDay: boolean): string {
  const head = ['placement', 'banner', 'shown', 'share', 'viewable', 'viewable_rate', 'clicks', 'click_rate'];
  const rows = lines.map(({ day, placement, banner, shown, share, viewable, viewableRate, clicks, clickRate }) => [
    ...(day === undefined ? [] : [isoDay(day)]),
    placement,
    banner,
    shown,
    share.toFixed(4),
    viewable,
    viewableRate.toFixed(4),
    clicks,
    clickRate.toFixed(4),
  ]);
  const all = [byDay ? ['day', ...head] : head, ...rows];
  return `\uFEFF${all.map((row) => row.map(csvCell).join(',')).join('\r\n')}`;
}

/** A control character of a made-up id must not reach the terminal. */
const plain = (text: string): string => text.replace(/\p{C}/gu, '?');

function table(lines: readonly ReportLine[], byDay: boolean): string {
  const head = [
    ...(byDay ? [tell({ vi: 'ngày', en: 'day' })] : []),
    tell({ vi: 'vị trí', en: 'placement' }),
    tell({ vi: 'biểu ngữ', en: 'banner' }),
    tell({ vi: 'hiển thị', en: 'shown' }),
    tell({ vi: 'tỷ lệ', en: 'share' }),
    tell({ vi: 'nhìn thấy', en: 'viewable' }),
    tell({ vi: 'tỷ lệ nhìn thấy', en: 'viewable rate' }),
    tell({ vi: 'bấm', en: 'clicks' }),
    tell({ vi: 'tỷ lệ bấm', en: 'click rate' }),
  ];
  const rows = lines.map((line) => [
    ...(line.day === undefined ? [] : [isoDay(line.day)]),
    plain(line.placement) || '-',
    plain(line.banner),
    String(line.shown),
    percent(line.share),
    String(line.viewable),
    percent(line.viewableRate),
    String(line.clicks),
    percent(line.clickRate),
  ]);
  const names = byDay ? 3 : 2;
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => (column < names ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export async function report(wish: ReportWish): Promise<void> {
  const lines = sums(await read(wish), wish.byDay);
  console.log(wish.csv ? csv(lines, wish.byDay) : table(lines, wish.byDay));
}

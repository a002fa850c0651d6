import { Command, Option } from 'commander';
import { tell } from '../language.js';
import { DEFAULT_BANNER_STORE } from './default-store.js';

interface Given {
  store: string;
  from?: string;
  to?: string;
  by: 'banner' | 'day';
  csv?: boolean;
}

/** `civic-widgets banners …`: how often each banner was shown, seen and followed. Works while the server runs. */
export function bannersCommand(): Command {
  const banners = new Command('banners').description(
    tell({ vi: 'Xem số liệu hiển thị của biểu ngữ.', en: 'What rotators have reported of their banners.' }),
  );
  banners
    .command('report')
    .description(
      tell({
        vi: 'in số lần hiển thị, nhìn thấy được và bấm, theo biểu ngữ hoặc theo ngày',
        en: 'print how often each banner was shown, could be seen and was followed',
      }),
    )
    .addOption(
      new Option('--store <file>', tell({ vi: 'tệp SQLite của biểu ngữ', en: 'the SQLite file of banners' }))
        .default(DEFAULT_BANNER_STORE)
        .env('CIVIC_BANNER_STORE'),
    )
    .option('--from <date>', tell({ vi: 'từ ngày', en: 'first day' }))
    .option('--to <date>', tell({ vi: 'đến hết ngày', en: 'last day' }))
    .addOption(
      new Option('--by <what>', tell({ vi: 'cộng theo biểu ngữ, hoặc để riêng từng ngày', en: 'sums, or day by day' }))
        .choices(['banner', 'day'])
        .default('banner'),
    )
    .option('--csv', tell({ vi: 'in CSV cho bảng tính', en: 'print CSV for a spreadsheet' }))
    .action(async ({ store, from, to, by, csv }: Given) => {
      const { report } = await import('./report.js');
      await report({
        store,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        byDay: by === 'day',
        csv: csv ?? false,
      });
    });
  return banners;
}

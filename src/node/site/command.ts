import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_STORE } from '../collector/open-store.js';
import { tell, type Text } from '../language.js';
import type { SiteChange } from './sites.js';

interface Given {
  store: string;
  origin?: string[];
  zone?: string;
  since?: string;
  cap?: number;
}

function count(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(tell({ vi: 'cần một số nguyên không âm', en: 'needs a whole number, 0 or more' }));
}

/** `civic-widgets site …`: what is counted, and what was counted. Works while the server runs. */
export function siteCommand(): Command {
  const site = new Command('site').description(
    tell({ vi: 'Quản lý các trang được đếm lượt truy cập.', en: 'Manage the sites that are counted.' }),
  );
  const sub = (name: string, text: Text) =>
    site
      .command(name)
      .description(tell(text))
      .addOption(
        new Option('--store <address>', tell({ vi: 'tệp SQLite hoặc redis://…', en: 'an SQLite file or redis://…' }))
          .default(DEFAULT_STORE)
          .env('CIVIC_STORE'),
      );
  const load = () => import('./sites.js');
  const change = ({ origin, zone, since, cap }: Given): SiteChange => ({
    ...(origin && { origins: origin }),
    ...(zone !== undefined && { timeZone: zone }),
    ...(since !== undefined && { since }),
    ...(cap !== undefined && { cap }),
  });

  sub('add <id>', { vi: 'thêm một trang, hoặc sửa trang đã có', en: 'add a site, or change one' })
    .addOption(
      new Option(
        '--origin <origins...>',
        tell({
          vi: 'địa chỉ của trang, như https://xa.example.gov.vn; https://*.example.gov.vn là mọi trang con',
          en: 'whose pages count, as https://xa.example.gov.vn or https://*.example.gov.vn',
        }),
      ),
    )
    .option('--zone <name>', tell({ vi: 'múi giờ IANA', en: 'IANA time zone' }))
    .option('--since <date>', tell({ vi: 'đếm từ ngày', en: 'first day of counting' }))
    .addOption(
      new Option(
        '--cap <number>',
        tell({ vi: 'số lượt mới mỗi giờ từ một địa chỉ', en: 'new visits an hour from one address' }),
      ).argParser(count),
    )
    .action(async (id: string, given: Given) => (await load()).add(given.store, id, change(given)));
  sub('list', { vi: 'liệt kê các trang', en: 'list the sites' }).action(async ({ store }: Given) =>
    (await load()).list(store),
  );
  sub('remove <id>', { vi: 'xóa một trang cùng số liệu của nó', en: 'remove a site with its visits' }).action(
    async (id: string, { store }: Given) => (await load()).remove(store, id),
  );
  sub('import-total <id> <visits>', {
    vi: 'cộng tổng số của bộ đếm cũ',
    en: 'carry over the total of an older counter',
  })
    .option('--since <date>', tell({ vi: 'bộ đếm cũ đếm từ ngày', en: 'since when that one counted' }))
    .action(async (id: string, visits: string, given: Given) =>
      (await load()).importTotal(given.store, id, count(visits), change(given)),
    );
  sub('backup <file>', {
    vi: 'sao lưu mọi trang và số liệu vào tệp',
    en: 'copy all sites and visits to a file',
  }).action(async (file: string, { store }: Given) => (await load()).backup(store, file));
  sub('restore <file>', {
    vi: 'phục hồi từ tệp sao lưu; thay số liệu của các trang có trong tệp',
    en: 'bring back a copy; replaces the visits of the sites in it',
  }).action(async (file: string, { store }: Given) => (await load()).restore(store, file));
  return site;
}

/** What `civic-widgets site …` does. Prints what it did. */
import { openStore } from '../collector/open-store.js';
import { DEFAULT_CAP, DEFAULT_ZONE, type Site, wrongField } from '../collector/site.js';
import type { Store } from '../collector/store.js';
import { CommandError } from '../command-error.js';
import { tell, type Text } from '../language.js';
import { readBackup, writeBackup } from './backup.js';

export type SiteChange = Partial<Pick<Site, 'origins' | 'timeZone' | 'since' | 'cap'>>;

const WRONG: Readonly<Record<keyof Site, Text>> = {
  id: {
    vi: 'Mã trang chỉ gồm chữ, số và . _ - , tối đa 64 ký tự.',
    en: 'A site id has letters, digits and . _ - only, 64 at most.',
  },
  origins: {
    vi: 'Cần --origin https://tên-miền (không có đường dẫn), hoặc https://*.tên-miền.',
    en: 'Needs --origin https://host (without a path), or https://*.host.',
  },
  timeZone: { vi: 'Không có múi giờ này; ví dụ: Asia/Ho_Chi_Minh.', en: 'No such zone; an example: Asia/Ho_Chi_Minh.' },
  baseline: { vi: 'Tổng số phải là số nguyên không âm.', en: 'The total must be a whole number, 0 or more.' },
  since: { vi: 'Ngày phải viết như 2019-01-01.', en: 'Write the date as 2019-01-01.' },
  cap: { vi: '--cap phải là số nguyên từ 1.', en: '--cap must be a whole number, 1 or more.' },
};

async function within<T>(address: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ store: address });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function check(site: Site): Site {
  const wrong = wrongField(site);
  if (wrong) throw new CommandError(`wrong-${wrong}`, WRONG[wrong]);
  return site;
}

function known(store: Store, id: string): Site {
  const site = store.site(id);
  if (site) return site;
  throw new CommandError('unknown-site', {
    vi: `Chưa có trang "${id}". Thêm bằng: civic-widgets site add ${id} --origin https://…`,
    en: `There is no site "${id}". Add it: civic-widgets site add ${id} --origin https://…`,
  });
}

export function add(address: string, id: string, change: SiteChange): Promise<void> {
  return within(address, async (store) => {
    const fresh = { id, origins: [], timeZone: DEFAULT_ZONE, baseline: 0, since: undefined, cap: DEFAULT_CAP };
    const site = check({ ...(store.site(id) ?? fresh), ...change });
    await store.saveSite(site);
    console.log(line(site));
  });
}

export function list(address: string): Promise<void> {
  return within(address, async (store) => {
    for (const site of store.sites()) console.log(line(site));
  });
}

export function remove(address: string, id: string): Promise<void> {
  return within(address, async (store) => {
    known(store, id);
    await store.removeSite(id);
    console.log(tell({ vi: `Đã xóa ${id}.`, en: `Removed ${id}.` }));
  });
}

export function importTotal(address: string, id: string, baseline: number, change: SiteChange): Promise<void> {
  return within(address, async (store) => {
    const site = check({ ...known(store, id), ...change, baseline });
    await store.saveSite(site);
    console.log(line(site));
  });
}

export function backup(address: string, file: string): Promise<void> {
  return within(address, async (store) => {
    const sites = await writeBackup(store, file);
    console.log(tell({ vi: `Đã sao lưu ${sites} trang vào ${file}.`, en: `Copied ${sites} sites to ${file}.` }));
  });
}

export function restore(address: string, file: string): Promise<void> {
  return within(address, async (store) => {
    const sites = await readBackup(file);
    for (const { site, days } of sites) {
      await store.saveSite(check(site));
      await store.saveDays(site.id, days);
    }
    console.log(tell({ vi: `Đã phục hồi ${sites.length} trang.`, en: `Brought back ${sites.length} sites.` }));
  });
}

/** A site in one line, fields parted by tabs: for eyes and for `cut`. */
function line({ id, origins, timeZone, baseline, since, cap }: Site): string {
  return [id, origins.join(' '), timeZone, baseline, since ?? '-', cap].join('\t');
}

/**
 * A copy of all sites and visits as lines of JSON: the first says what it is, each other is a site. It does not depend on the
 * store, so that it is also the way from an SQLite file to Redis.
 */
import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { isoDay, parseDay } from '../collector/calendar.js';
import type { Site } from '../collector/site.js';
import type { DayRow, Store } from '../collector/store.js';
import { CommandError } from '../command-error.js';

const KIND = 'civic-widgets-visits';

export interface SiteCopy {
  readonly site: Site;
  readonly days: readonly DayRow[];
}

/** @returns how many sites it holds. The file is complete or not there at all. */
export async function writeBackup(store: Store, file: string): Promise<number> {
  const sites = store.sites();
  const partial = `${file}.part`;
  const handle = await open(partial, 'w');
  try {
    await handle.write(`${JSON.stringify({ kind: KIND, version: 1, sites: sites.length })}\n`);
    for (const site of sites) {
      const days = (await store.days(site.id)).map(({ day, visits, suspect }) => [isoDay(day), visits, suspect]);
      await handle.write(`${JSON.stringify({ ...site, days })}\n`);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
  return sites.length;
}

/** All of it is read before anything of it is used: half a copy restores nothing. */
export async function readBackup(file: string): Promise<SiteCopy[]> {
  const found: SiteCopy[] = [];
  let expected: number | undefined;
  try {
    for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      if (text === '') continue;
      const value = JSON.parse(text) as Record<string, unknown>;
      if (expected === undefined) {
        if (value['kind'] !== KIND || value['version'] !== 1) throw new Error('not a copy of visits');
        expected = Number(value['sites']);
      } else {
        found.push(siteCopy(value));
      }
    }
    if (found.length !== expected) throw new Error(`${found.length} of ${expected ?? 0} sites`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      'unusable-backup',
      {
        vi: `Không đọc được bản sao lưu ${file} (${reason}). Chưa có gì bị thay đổi.`,
        en: `The copy ${file} cannot be read (${reason}). Nothing was changed.`,
      },
      { cause: error },
    );
  }
  return found;
}

function siteCopy(value: Record<string, unknown>): SiteCopy {
  const { days, ...site } = value as unknown as Site & { days: [string, number, number][] };
  return {
    site: { ...site, since: site.since },
    days: days.map(([text, visits, suspect]) => {
      const day = parseDay(text);
      const counts = [visits, suspect].every((count) => Number.isSafeInteger(count) && count >= 0);
      if (day === undefined || !counts) throw new Error(`a wrong day of ${site.id}`);
      return { day, visits, suspect };
    }),
  };
}

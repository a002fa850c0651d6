/**
 * An embedded SQLite file, by way of `libsql`: prebuilt, so that nobody needs a compiler. It is no dependency of the
 * package, because most who install that only want the widgets; it is looked for when a database is opened.
 */
import type Libsql from 'libsql';
import { CommandError } from '../command-error.js';

export type Database = Libsql.Database;
export type Statement = Libsql.Statement;

/** Milliseconds to wait for another process that is writing. */
const BUSY = 5000;

/** A pragma's value: libsql answers rows. */
export function pragma(database: Database, text: string): unknown {
  const rows = database.pragma(text) as Record<string, unknown>[];
  return Object.values(rows[0] ?? {})[0];
}

async function driver(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CommandError(
      'no-libsql',
      {
        vi: 'Thiếu gói libsql để mở cơ sở dữ liệu SQLite. Cài đặt: npm install libsql',
        en: 'The package libsql is needed to open an SQLite database. Install it: npm install libsql',
      },
      { cause: error },
    );
  }
}

/**
 * Opens a database that survives `kill -9`: WAL, and each commit on the disk before it is called done.
 *
 * @param file - path; made when it is not there
 * @param migrations - SQL by version: the first makes version 1. Only ever added to, never changed.
 * @throws CommandError `no-libsql`, `database-unusable`, `database-too-new`
 */
export async function openDatabase(file: string, migrations: readonly string[]): Promise<Database> {
  const Driver = await driver();
  let database: Database | undefined;
  try {
    database = new Driver(file);
    database.pragma(`busy_timeout = ${BUSY}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, migrations, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      'database-unusable',
      {
        vi: `Không dùng được cơ sở dữ liệu ${file}: ${reason}. Kiểm tra đường dẫn, quyền ghi và dung lượng đĩa.`,
        en: `The database ${file} cannot be used: ${reason}. Check its path, its permissions and the disk.`,
      },
      { cause: error },
    );
  }
}

function migrate(database: Database, migrations: readonly string[], file: string): void {
  if (Number(pragma(database, 'user_version')) === migrations.length) return;
  // Two processes may start at once: the second waits here and finds the work done.
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(pragma(database, 'user_version'));
    if (version > migrations.length) {
      throw new CommandError('database-too-new', {
        vi: `Cơ sở dữ liệu ${file} do phiên bản mới hơn tạo ra (${version}, ở đây là ${migrations.length}). Cập nhật civic-widgets.`,
        en: `The database ${file} was made by a newer version (${version}, this one knows ${migrations.length}). Update civic-widgets.`,
      });
    }
    for (const sql of migrations.slice(version)) database.exec(sql);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

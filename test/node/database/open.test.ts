import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openDatabase, pragma } from '../../../src/node/database/open.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-database-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const FIRST = 'CREATE TABLE a (b INTEGER)';
const SECOND = 'ALTER TABLE a ADD COLUMN c TEXT; INSERT INTO a VALUES (1, NULL)';

describe('a database', () => {
  it('survives a crash: WAL, and every commit on the disk', async () => {
    const database = await openDatabase(join(folder, 'settings.db'), []);
    assert.equal(pragma(database, 'journal_mode'), 'wal');
    assert.equal(pragma(database, 'synchronous'), 2);
    database.close();
  });

  it('migrates itself forward, each step once', async () => {
    const file = join(folder, 'steps.db');
    (await openDatabase(file, [FIRST])).close();
    for (const again of [1, 2]) {
      const database = await openDatabase(file, [FIRST, SECOND]);
      assert.equal(pragma(database, 'user_version'), 2);
      const rows = database.prepare('SELECT b, c FROM a').raw().all();
      assert.deepEqual(rows, [[1, null]], `opened the ${again}. time`);
      database.close();
    }
  });

  it('is refused when a newer version made it, and stays as it is', async () => {
    const file = join(folder, 'newer.db');
    (await openDatabase(file, [FIRST, SECOND])).close();
    await assert.rejects(openDatabase(file, [FIRST]), { code: 'database-too-new' });
    const database = await openDatabase(file, [FIRST, SECOND]);
    assert.equal(pragma(database, 'user_version'), 2);
    database.close();
  });

  it('keeps the former version when a step fails', async () => {
    const file = join(folder, 'failing.db');
    (await openDatabase(file, [FIRST])).close();
    await assert.rejects(openDatabase(file, [FIRST, `${SECOND}; garbage`]), { code: 'database-unusable' });
    const database = await openDatabase(file, [FIRST]);
    assert.deepEqual(database.prepare('SELECT count(*) FROM a').raw().get(), [0]);
    database.close();
  });

  it('says what is wrong with a path or a file that is none', async () => {
    const garbage = join(folder, 'garbage.db');
    writeFileSync(garbage, 'This is not a database, and long enough to be looked at. '.repeat(50));
    for (const file of [garbage, join(folder, 'no/such/folder.db')]) {
      await assert.rejects(openDatabase(file, [FIRST]), { code: 'database-unusable' });
    }
  });
});

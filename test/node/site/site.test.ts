import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import { runHere } from '../run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-site-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'visits.db');
const site = (...args: string[]) => runHere('site', ...args, '--store', file);
const lines = async () => (await site('list')).out.trim().split('\n');

describe('civic-widgets site', () => {
  it('adds, changes, lists and removes', async () => {
    const added = await site('add', 'xa', '--origin', 'https://xa.example.gov.vn', 'https://*.xa.example.gov.vn');
    const line = 'xa\thttps://xa.example.gov.vn https://*.xa.example.gov.vn\tAsia/Ho_Chi_Minh\t0\t-\t120';
    assert.deepEqual(added, { code: 0, out: `${line}\n`, err: '' });
    await site('add', 'huyen', '--origin', '*', '--zone', 'Asia/Bangkok', '--since', '2020-02-29', '--cap', '50');
    await site('add', 'xa', '--cap', '60');
    assert.deepEqual(await lines(), ['huyen\t*\tAsia/Bangkok\t0\t2020-02-29\t50', line.replace(/120$/, '60')]);
    assert.equal((await site('remove', 'huyen')).code, 0);
    assert.deepEqual(await lines(), [line.replace(/120$/, '60')]);
  });

  it('carries over an older total', async () => {
    const { out } = await site('import-total', 'xa', '1284331', '--since', '2019-01-01');
    assert.match(out, /\t1284331\t2019-01-01\t60\n$/);
  });

  it('says what is wrong, and changes nothing then', async () => {
    const before = await lines();
    const cases: [string[], RegExp][] = [
      [['add', 'không hợp lệ', '--origin', '*'], /Mã trang/],
      [['add', 'moi'], /--origin https/],
      [['add', 'moi', '--origin', 'https://xa.example/path'], /--origin https/],
      [['add', 'xa', '--zone', 'Asia/Nowhere'], /múi giờ/],
      [['add', 'xa', '--since', '2023-02-30'], /Ngày/],
      [['remove', 'nowhere'], /Chưa có trang "nowhere"/],
      [['import-total', 'nowhere', '5'], /site add nowhere/],
      [['restore', join(folder, 'no-such-file')], /Chưa có gì bị thay đổi/],
    ];
    for (const [args, message] of cases) {
      const { code, err } = await site(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(err, message);
    }
    assert.equal((await site('import-total', 'xa', '-5')).code, 2);
    assert.deepEqual(await lines(), before);
  });

  it('copies everything to a file and brings it back', async () => {
    const store = await openSqliteStore({ file });
    await store.saveDays('xa', [
      { day: 20_000, visits: 12, suspect: 3 },
      { day: 20_001, visits: 7, suspect: 0 },
    ]);
    await store.close();
    const copy = join(folder, 'copy.jsonl');
    assert.match((await site('backup', copy)).out, /1 trang/);
    await site('remove', 'xa');
    assert.match((await site('restore', copy)).out, /1 trang/);
    const again = await openSqliteStore({ file });
    assert.deepEqual(await again.days('xa'), [
      { day: 20_000, visits: 12, suspect: 3 },
      { day: 20_001, visits: 7, suspect: 0 },
    ]);
    assert.equal(again.site('xa')?.baseline, 1_284_331);
    await again.close();

    const half = join(folder, 'half.jsonl');
    writeFileSync(half, `${readFileSync(copy, 'utf8').split('\n')[0]}\n`);
    const refused = await site('restore', half);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /0 of 1 sites/);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const minutes = fileURLToPath(new URL('minutes.ts', import.meta.url));

describe('every minute around midnight, a year’s end and a change of clocks', () => {
  // A process has one zone for good: each reader's machine is one of its own.
  for (const [zone, west] of [
    ['Asia/Ho_Chi_Minh', -420],
    ['UTC', 0],
    ['America/Los_Angeles', 480],
  ] as const) {
    it(`every status and every "today" is right on a machine in ${zone}`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', minutes], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      });
      assert.equal(status, 0, stderr);
      const [checked, machine] = stdout.trim().split(' ').map(Number);
      assert.equal(machine, west);
      // 3 zones of feeds, 7 borders, 601 minutes, 6 campaigns.
      assert.equal(checked, 3 * 7 * 601 * 6);
    });
  }
});

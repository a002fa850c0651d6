import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VERSION } from '../../src/version.js';
import { runCommand } from './run-command.js';

describe('the civic-widgets command', () => {
  it('says its version', async () => {
    assert.deepEqual(await runCommand('--version'), { code: 0, out: `${VERSION}\n`, err: '' });
  });

  it('explains itself, and each sub-command', async () => {
    const { code, out } = await runCommand('--help');
    assert.equal(code, 0);
    assert.match(out, /serve/);
    assert.match((await runCommand('serve', '--help')).out, /--port/);
  });

  it('ends with 2 and the usage when the arguments are wrong', async () => {
    for (const args of [['serv'], ['serve', '--port', '70000'], ['serve', '--port', '1e3'], ['--what']]) {
      const { code, err } = await runCommand(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /Usage: /);
    }
  });

  it('says which zone there is not', async () => {
    const { code, err } = await runCommand('serve', '--banner-zone', 'Asia/Atlantis');
    assert.equal(code, 2);
    assert.match(err, /--banner-zone.*không có múi giờ này; ví dụ: Asia\/Ho_Chi_Minh/);
  });

  it('ends with 1 and one message, without a stack, when something can be put right', async () => {
    const { code, out, err } = await runCommand('serve', '--host', '192.0.2.1', '--port', '0');
    assert.equal(code, 1);
    assert.doesNotMatch(out, /http:/);
    assert.match(err, /^Không mở được 192\.0\.2\.1:0 \(EADDRNOTAVAIL\): .*--host\.\n$/);
  });
});

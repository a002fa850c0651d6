import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  findEngines,
  findProgram,
  missingLine,
  packagesFor,
  PROGRAMS,
  readEngines,
  type Machine,
} from '../../scripts/browsers.js';

function machine(files: readonly string[], env: Record<string, string> = { PATH: '/usr/bin' }): Machine {
  return {
    env,
    runs: (file) => files.includes(file),
    folders: (path) => [
      ...new Set(
        files.filter((file) => file.startsWith(`${path}/`)).map((file) => file.slice(path.length + 1).split('/')[0]!),
      ),
    ],
  };
}

const [chromium] = PROGRAMS.chromium;
const miniBrowser = PROGRAMS.webkit.find(({ name }) => name === 'MiniBrowser');

describe('finding browsers', () => {
  it('looks in PATH first, in the order of the names, then in the usual places', () => {
    const path = { PATH: '/opt/bin:/usr/bin' };
    assert.equal(
      findProgram(chromium!, machine(['/opt/bin/google-chrome', '/usr/bin/chromium'], path)),
      '/usr/bin/chromium',
    );
    assert.equal(findProgram(chromium!, machine(['/opt/google/chrome/chrome'], path)), '/opt/google/chrome/chrome');
    assert.equal(findProgram(chromium!, machine([], path)), undefined);
  });

  it('takes what the environment names, and nothing else when that is no program', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/home/me/chrome' };
    assert.equal(findProgram(chromium!, machine(['/home/me/chrome', '/usr/bin/chromium'], env)), '/home/me/chrome');
    assert.equal(findProgram(chromium!, machine(['/usr/bin/chromium'], env)), undefined);
  });

  it('finds MiniBrowser whatever the machine is', () => {
    const file = '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
    assert.equal(findProgram(miniBrowser!, machine([file])), file);
  });

  it('says in one line what is missing and how to get it, each package once', () => {
    const { paths, missing } = findEngines(['chromium', 'webkit'], machine(['/usr/bin/chromium']));
    assert.deepEqual(paths, { Chromium: '/usr/bin/chromium' });
    assert.deepEqual(packagesFor(missing), ['webkit2gtk-driver', 'xvfb']);
    const line = missingLine(missing);
    assert.match(line, /^Missing: WebKitWebDriver, MiniBrowser, Xvfb\..*apt-get install webkit2gtk-driver xvfb/);
    assert(!line.includes('\n'));
  });
});

describe('naming engines', () => {
  it('reads a list, and takes the default for none', () => {
    assert.deepEqual(readEngines('webkit, firefox', ['chromium']), ['webkit', 'firefox']);
    assert.deepEqual(readEngines('', ['chromium']), ['chromium']);
    assert.deepEqual(readEngines(undefined, ['chromium']), ['chromium']);
  });

  it('refuses an engine it does not know', () => {
    assert.throws(() => readEngines('opera', []), /Unknown engine "opera"; known: chromium, firefox, webkit/);
  });
});

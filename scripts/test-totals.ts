/** Adds up the suites that have run since the results were last cleared; the last line is "N passed, N failed". */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserResult } from '../test/support/result-reporter.js';

const folder = fileURLToPath(new URL('../.cache/tests', import.meta.url));
let passed = 0;
let failed = 0;
let good = true;
for (const suite of ['node', 'chromium', 'firefox', 'webkit', 'frameworks']) {
  const file = join(folder, `${suite}.json`);
  if (!existsSync(file)) {
    console.log(`${suite}: did not run`);
    good = false;
    continue;
  }
  const result = JSON.parse(readFileSync(file, 'utf8')) as BrowserResult;
  console.log(`${suite}: ${result.passed} passed, ${result.failed} failed`);
  passed += result.passed;
  failed += result.failed;
  good &&= result.passed > 0 && result.failed === 0 && result.problems.length === 0;
}
console.log(`${passed} passed, ${failed} failed`);
if (!good) process.exitCode = 1;

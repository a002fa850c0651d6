/** Runs one suite of Node tests, and keeps the result of any suite where `test-totals.ts` adds them up. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserResult } from '../test/support/result-reporter.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const resultsFolder = join(root, '.cache/tests');

/** Far beyond the slowest file on a busy machine. */
const LONGEST_FILE_MS = 900_000;

export interface NodeSuiteOptions {
  readonly coverage?: boolean;
  /** What the suite's files in `.cache/tests` are called. */
  readonly name?: string;
}

/** Runs test files in Node and counts them. */
export function runNode(files: readonly string[], options: NodeSuiteOptions = {}): BrowserResult {
  const { coverage = false, name = 'node' } = options;
  mkdirSync(resultsFolder, { recursive: true });
  const output = join(resultsFolder, `${name}-count.json`);
  rmSync(output, { force: true });
  const coverageArgs = coverage
    ? [
        'node_modules/c8/bin/c8.js',
        '--reporter=lcovonly',
        '--reports-dir=coverage/node',
        '--temp-directory=.cache/c8',
        '--src=src',
        '--include=src/**',
        '--exclude-after-remap',
      ]
    : [];
  const { status } = spawnSync(
    process.execPath,
    [
      ...coverageArgs,
      ...(coverage ? [process.execPath] : []),
      '--import=tsx',
      '--test',
      // A file that never ends, a server left open say, fails by name instead of holding up all.
      `--test-timeout=${String(LONGEST_FILE_MS)}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/support/node-reporter.js',
      `--test-reporter-destination=${output}`,
      ...files,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  const problems: string[] = [];
  let counted = { passed: 0, failed: 0, skipped: 0, empty: [] as string[] };
  try {
    counted = JSON.parse(readFileSync(output, 'utf8')) as typeof counted;
  } catch {
    problems.push('Node’s test runner left no result');
  }
  for (const file of counted.empty) problems.push(`${relative(root, file)}: no test ran`);
  if (counted.skipped > 0) problems.push(`${String(counted.skipped)} skipped tests`);
  if (status !== 0 && counted.failed === 0) problems.push(`Node’s test runner ended with code ${String(status)}`);
  return { passed: counted.passed, failed: counted.failed, problems };
}

/** Says how a suite went and keeps it for `test-totals.ts`. */
export function report(suite: string, result: BrowserResult): boolean {
  if (result.passed + result.failed === 0) result.problems.push('no test ran');
  for (const problem of result.problems) console.error(`${suite}: ${problem}`);
  console.log(`${suite}: ${String(result.passed)} passed, ${String(result.failed)} failed\n`);
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, `${suite}.json`), JSON.stringify(result));
  return result.failed === 0 && result.problems.length === 0;
}

/**
 * Runs the tests: `tsx scripts/test.ts [node] [chromium] [firefox] [webkit] [--coverage] [files…]`.
 * Without suites: node and chromium. `ENGINES=firefox,webkit` replaces the engines.
 * Given files narrow both kinds; a suite none of the files belongs to is left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import type { BrowserResult } from '../test/support/result-reporter.js';
import { runnerConfig } from '../test/support/runner-config.js';
import { ENGINES, ensureEngines, readEngines, type Engine } from './browsers.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const resultsFolder = join(root, '.cache/tests');

type Suite = 'node' | Engine;
const SUITES: readonly Suite[] = ['node', ...ENGINES];

function testFiles(ending: string): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join('test', file))
    .sort();
}

function runNode(files: readonly string[], coverage: boolean): BrowserResult {
  mkdirSync(resultsFolder, { recursive: true });
  const output = join(resultsFolder, 'node-count.json');
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

async function runBrowser(engine: Engine, files: readonly string[], coverage: boolean): Promise<BrowserResult> {
  let result: BrowserResult = { passed: 0, failed: 0, problems: [`${engine}: the test runner did not finish`] };
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: runnerConfig({
      engines: [engine],
      files,
      coverage: coverage && engine === 'chromium',
      onResult: (counted) => {
        result = counted;
      },
    }),
  });
  if (runner === undefined) return result;
  const passed = await new Promise<boolean>((done) => {
    runner.on('stopped', done);
    // A key or signal stops the browsers too, not only this process.
    process.once('SIGINT', () => void runner.stop());
    process.once('SIGTERM', () => void runner.stop());
  });
  if (!passed && result.failed === 0 && result.problems.length === 0) result.problems.push(`${engine}: the run failed`);
  return result;
}

function report(suite: Suite, result: BrowserResult): boolean {
  if (result.passed + result.failed === 0) result.problems.push('no test ran');
  for (const problem of result.problems) console.error(`${suite}: ${problem}`);
  console.log(`${suite}: ${String(result.passed)} passed, ${String(result.failed)} failed\n`);
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, `${suite}.json`), JSON.stringify(result));
  return result.failed === 0 && result.problems.length === 0;
}

async function main(args: readonly string[]): Promise<boolean> {
  const coverage = args.includes('--coverage');
  const words = args.filter((arg) => !arg.startsWith('--'));
  const named = SUITES.filter((suite) => words.includes(suite));
  const files = words
    .filter((word) => !SUITES.some((suite) => suite === word))
    .map((file) => relative(root, resolve(file)));

  const asked: readonly Suite[] = named.length > 0 ? named : ['node', 'chromium'];
  const engines = asked.filter((suite): suite is Engine => suite !== 'node');
  const suites: Suite[] = [
    ...(asked.includes('node') ? (['node'] as const) : []),
    ...(engines.length > 0 ? readEngines(process.env['ENGINES'], engines) : []),
  ];
  // Before anything runs, so that a missing browser is said at once and not after the Node tests.
  ensureEngines(suites.filter((suite): suite is Engine => suite !== 'node'));

  // Some tests look at what is published. A few files given by hand are run as they are.
  if (files.length === 0) {
    const { buildAll, isStale } = await import('./build.js');
    if (isStale()) await buildAll();
  }

  let good = true;
  let ran = 0;
  for (const suite of suites) {
    const ending = suite === 'node' ? '.test.ts' : '.browser-test.ts';
    const mine = files.length > 0 ? files.filter((file) => file.endsWith(ending)) : testFiles(ending);
    if (mine.length === 0 && files.length > 0) continue;
    ran += 1;
    console.log(`— ${suite}: ${String(mine.length)} files`);
    const result =
      mine.length === 0
        ? { passed: 0, failed: 0, problems: [] }
        : suite === 'node'
          ? runNode(mine, coverage)
          : await runBrowser(suite, mine, coverage);
    good = report(suite, result) && good;
  }
  if (ran === 0) console.error('No test file was given or found.');
  return good && ran > 0;
}

main(process.argv.slice(2)).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

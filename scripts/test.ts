/**
 * Runs the tests: `tsx scripts/test.ts [node] [chromium] [firefox] [webkit] [--coverage] [files…]`.
 * Without suites: node and chromium. `ENGINES=firefox,webkit` replaces the engines.
 * Given files narrow both kinds; a suite none of the files belongs to is left out.
 */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestRunner } from '@web/test-runner';
import type { BrowserResult } from '../test/support/result-reporter.js';
import { runnerConfig } from '../test/support/runner-config.js';
import { ENGINES, ensureEngines, readEngines, type Engine } from './browsers.js';
import { report, runNode } from './node-suite.js';

const root = fileURLToPath(new URL('../', import.meta.url));

type Suite = 'node' | Engine;
const SUITES: readonly Suite[] = ['node', ...ENGINES];

function testFiles(ending: string): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join('test', file))
    .sort();
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
          ? runNode(mine, { coverage })
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

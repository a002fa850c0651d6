/**
 * Counts what the browser runner executed. The runner itself is content with a file that holds no test
 * and with skipped tests; here both are failures.
 */
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';

export interface BrowserResult {
  passed: number;
  failed: number;
  /** Reasons the run fails that are no failed test: an empty file, a skipped test, a file that broke. */
  problems: string[];
}

function count(suite: TestSuiteResult | undefined, file: string, into: BrowserResult): number {
  if (suite === undefined) return 0;
  let found = 0;
  for (const test of suite.tests) {
    found += 1;
    if (test.skipped) into.problems.push(`${file}: skipped test "${test.name}"`);
    else if (test.passed) into.passed += 1;
    else into.failed += 1;
  }
  for (const inner of suite.suites) found += count(inner, file, into);
  return found;
}

/** Adds up finished sessions; pure, so it can be tested without a browser. */
export function addUp(
  sessions: Iterable<Pick<TestSession, 'testFile' | 'testResults' | 'passed' | 'errors'>>,
): BrowserResult {
  const result: BrowserResult = { passed: 0, failed: 0, problems: [] };
  for (const session of sessions) {
    const before = result.failed;
    const found = count(session.testResults, session.testFile, result);
    if (found === 0) result.problems.push(`${session.testFile}: no test ran`);
    else if (session.passed !== true && result.failed === before) {
      const reason = session.errors[0]?.message ?? 'failed outside its tests';
      result.problems.push(`${session.testFile}: ${reason}`);
    }
  }
  return result;
}

export function resultReporter(done: (result: BrowserResult) => void): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      done(addUp(sessions));
    },
  };
}

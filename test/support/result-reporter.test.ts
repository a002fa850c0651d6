import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addUp } from './result-reporter.js';

const test = (name: string, passed: boolean, skipped = false) => ({ name, passed, skipped });
const suite = (tests: ReturnType<typeof test>[]) => ({ name: '', suites: [], tests });
const session = (testFile: string, tests: ReturnType<typeof test>[], passed = true) => ({
  testFile,
  passed,
  errors: [],
  testResults: { ...suite([]), suites: [suite(tests)] },
});

describe('the result of a browser run', () => {
  it('counts tests in suites', () => {
    const result = addUp([session('a', [test('1', true), test('2', true)]), session('b', [test('3', false)], false)]);
    assert.deepEqual(result, { passed: 2, failed: 1, problems: [] });
  });

  it('takes a file without tests and a skipped test for failures', () => {
    const { problems } = addUp([session('empty', []), session('lazy', [test('later', false, true)])]);
    assert.deepEqual(problems, ['empty: no test ran', 'lazy: skipped test "later"']);
  });

  it('notices a file that failed outside its tests', () => {
    const broken = { ...session('broken', [test('1', true)], false), errors: [{ message: 'import failed' }] };
    assert.deepEqual(addUp([broken]).problems, ['broken: import failed']);
  });
});

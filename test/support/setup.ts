/** Runs before every browser test file: what every test gets and what fails every test. */
import * as chai from 'chai';
import { cleanUp, HEIGHT, setWindow, WIDTH } from './page.js';
import { takeConsoleErrors, watchConsole } from './console.js';

// Mocha prints the difference of what a failed assertion compared. For elements that means walking the
// whole page and all of Lit's bookkeeping, which never ends: their tag says enough.
chai.use((_chai, utils) => {
  utils.overwriteMethod(chai.Assertion.prototype, 'assert', (original: (...args: unknown[]) => void) => {
    return function (this: object, ...args: unknown[]) {
      try {
        original.apply(this, args);
      } catch (error) {
        if (error instanceof chai.AssertionError) {
          const { actual, expected } = error as { actual?: unknown; expected?: unknown };
          if (actual instanceof Node || expected instanceof Node) {
            Object.assign(error, { showDiff: false, actual: String(actual), expected: String(expected) });
          }
        }
        throw error;
      }
    };
  });
});

watchConsole();

type Body = (this: Mocha.Context) => unknown;

/** The test, then whatever it leaves behind: its page is taken down and its console read, as part of the test. */
function whole(body: Body): Mocha.AsyncFunc {
  return async function (this: Mocha.Context) {
    // Engines open their windows in sizes of their own.
    if (innerWidth !== WIDTH || innerHeight !== HEIGHT) await setWindow(WIDTH, HEIGHT);
    try {
      await body.call(this);
    } finally {
      await cleanUp();
    }
    const errors = takeConsoleErrors();
    if (errors.length > 0) throw new Error(errors.join('\n'));
  };
}

// A hook could do the same, but a failing hook ends the whole file and names no test.
const plain = window.it;
const checked = (title: string, body?: Body) => plain(title, body && whole(body));
window.it = Object.assign(checked, plain) as Mocha.TestFunction;

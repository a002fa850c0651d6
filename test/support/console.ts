/** A page that logs an error is broken unless its test said that it would. */

const unexpected: string[] = [];
const expected: RegExp[] = [];

function text(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : String(value);
}

/** From now on `console.error` fails the running test, except for what it expects. */
export function watchConsole(): void {
  const original = console.error.bind(console);
  console.error = (...args: unknown[]) => {
    const line = args.map(text).join(' ');
    const index = expected.findIndex((pattern) => pattern.test(line));
    if (index >= 0) {
      expected.splice(index, 1);
      return;
    }
    unexpected.push(`Unexpected console.error: ${line}`);
    original(...args);
  };
}

/** The running test must log one error that matches, or it fails. Call once per error. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

/** What went wrong since the last call, one line each. */
export function takeConsoleErrors(): string[] {
  const missing = expected.splice(0).map((pattern) => `console.error never said ${String(pattern)}`);
  return [...unexpected.splice(0), ...missing];
}

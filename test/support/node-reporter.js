/**
 * A reporter for Node's test runner that writes one JSON line: how many tests passed, failed, were skipped.
 * Plain JavaScript, because Node loads reporters before any loader for TypeScript.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* countTests(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  /** @type {string[]} */
  const empty = [];
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { details, skip, todo, name, file } = event.data;
    // A suite is no test; and Node reports a file as a test of its own when that file broke or held none.
    if (details.type === 'suite') continue;
    const isFile = name === file || name.endsWith('.test.ts');
    if (event.type === 'test:fail') failed += 1;
    else if (skip !== undefined || todo !== undefined) skipped += 1;
    else if (isFile) empty.push(name);
    else passed += 1;
  }
  yield `${JSON.stringify({ passed, failed, skipped, empty })}\n`;
}

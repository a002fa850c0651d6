import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeLines, measureFile, percent, ranges, readLcov, type Lines } from '../../scripts/coverage.js';

describe('coverage', () => {
  it('adds up reports per file and line, whatever way the file is written', () => {
    const lines: Lines = new Map();
    readLcov('SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n', lines, '/project');
    readLcov('SF:/project/src/a.ts\nDA:2,3\nDA:3,0\nend_of_record\nSF:src/b.ts\nDA:1,0\n', lines, '/project');
    assert.deepEqual(
      [...lines.get('src/a.ts')!],
      [
        [1, 1],
        [2, 3],
        [3, 0],
      ],
    );
    assert.deepEqual([...lines.keys()], ['src/a.ts', 'src/b.ts']);
  });

  it('counts lines with code, not comments, types, imports or blank lines', () => {
    const source = `// comment
import { x } from './x.js';

/** Doc. */
export interface A {
  b: string;
}
type B = A;
export const c: A = {
  b: x,
};
const markup = \`
  two\`;
`;
    assert.deepEqual([...codeLines(source)], [9, 10, 11, 12, 13]);
    assert.equal(codeLines('export type A = string;\n').size, 0);
  });

  it('takes a file that no test loaded as not covered at all', () => {
    assert.deepEqual(measureFile('src/a.ts', 'f();\ng();\n', undefined), {
      file: 'src/a.ts',
      lines: 2,
      covered: 0,
      missing: [1, 2],
    });
    assert.deepEqual(
      measureFile(
        'src/a.ts',
        'f();\ng();\n',
        new Map([
          [1, 4],
          [2, 0],
        ]),
      ).missing,
      [2],
    );
  });

  it('never rounds up to a floor', () => {
    assert.equal(percent([{ lines: 100_000, covered: 89_999 }]), 89.99);
    assert.equal(
      percent([
        { lines: 3, covered: 3 },
        { lines: 1, covered: 0 },
      ]),
      75,
    );
    assert.equal(percent([]), 0);
  });

  it('writes lines as ranges', () => {
    assert.equal(ranges([1, 2, 3, 7, 9, 10]), '1-3, 7, 9-10');
    assert.equal(ranges([]), '');
  });
});

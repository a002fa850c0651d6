import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleName } from '../../scripts/bundle-options.js';
import { checkLateFiles, LATE } from '../../scripts/late.js';
import { toAscii, withoutNames } from '../../scripts/squeeze.js';
import { withEagerImports } from '../../scripts/eager-imports.js';
import { plainNames, privateNames } from '../../scripts/private-names.js';
import { downloaded, laterImports, overAim, overBudget, staticImports, type Size } from '../../scripts/size.js';

/** What a piece of code evaluates to. */
const run = (code: string): unknown => (0, eval)(code);

describe('ASCII output', () => {
  const samples = [
    "'Chỉ thị'",
    '`Chỉ ${1 + 1} thị`',
    '/^[À-ỹ]+$/u.test("ế")',
    '/[😀-😎]/u.test("😁")',
    "'\\ế\\\\ế'",
    '({ ố: 1 }).ố',
  ];
  for (const code of samples) {
    it(`means the same: ${code}`, () => {
      const ascii = toAscii(code);
      assert.match(ascii, /^[\x20-\x7e]*$/);
      assert.deepEqual(run(ascii), run(code));
    });
  }
});

describe('bundle names', () => {
  it('drop the prefix of widgets and keep it for the feed', () => {
    assert.equal(bundleName('civic-news-list'), 'news-list');
    assert.equal(bundleName('civic-feed'), 'civic-feed');
  });
});

describe('private names', () => {
  it('are found with the class they belong to, also in a class inside a class', () => {
    const source = 'class A { #x = 1; f() { return class B { #y = 2; g(a: A) { return this.#y + a.#x; } }; } }';
    const found = privateNames(source);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['A#x', 'B#y', 'B#y', 'A#x'],
    );
    for (const { key, start, end } of found) assert.equal(source.slice(start, end), key.slice(1));
  });

  it('become names that no two classes of one instance share', () => {
    const one = 'class A { #x = 1; #y = 2; } class C { #x = 3; }';
    const two = 'class B extends A { #x = 4; } const D = class extends B { #x = 5; #y = 6; };';
    assert.deepEqual(
      [
        ...plainNames([
          ['1', one],
          ['2', two],
        ]),
      ],
      [
        ['1:A#x', '$a'],
        ['1:A#y', '$b'],
        ['1:C#x', '$a'],
        ['2:B#x', '_0'],
        ['2:at 39#x', '_1'],
        ['2:at 39#y', '_2'],
      ],
    );
  });

  it('are refused where a plain name would mean something else', () => {
    assert.throws(() => privateNames('class A { #x = 1; static is(o: object) { return #x in o; } }'), /brand check/);
  });
});

describe('eager imports', () => {
  it('stand at the head of the file, types stay', () => {
    const changed = withEagerImports("let a: typeof import('./t.js'); const f = () => import('./b.js');");
    assert.equal(
      changed?.toString(),
      'import * as __eager0 from "./b.js";let a: typeof import(\'./t.js\'); const f = () => Promise.resolve(__eager0);',
    );
    assert.equal(withEagerImports("import './a.js';"), undefined);
  });

  it('leave late what comes late, together with what that needs', () => {
    const changed = withEagerImports("f(import('./a.js'));", (target) =>
      target === './a.js' ? ['A', 'B'] : undefined,
    );
    assert.equal(changed?.toString(), 'f(Promise.all([import(A),import(B)]).then((all) => all[0]));');
    assert.equal(withEagerImports("f(import('./a.js'));", () => ['A'])?.toString(), 'f(import(A));');
  });
});

describe('what a page downloads', () => {
  it('is what is imported at once, and nothing that comes later', () => {
    const code = 'import"./a.js";import{b}from"./b.js";export*from"./c.js";import x from"lit";()=>import("./later.js")';
    assert.deepEqual(staticImports(code), ['./a.js', './b.js', './c.js']);
    assert.deepEqual(laterImports(`${code};import('./even.js')`), ['./later.js', './even.js']);
  });

  it('is also what a module loads outside of any function', () => {
    const code =
      'import("./a.js").catch(()=>{}),await Promise.all([import("./b.js")]);function f(){import("./later.js")}';
    assert.deepEqual(staticImports(code), ['./a.js', './b.js']);
    assert.deepEqual(staticImports('const later=()=>import("./later.js");class A{static b=import("./d.js")}'), []);
  });

  it('counts each file once', () => {
    const files: Record<string, string> = {
      'x/entry.js': 'import"./a.js";import"./chunks/b.js"',
      'x/a.js': 'import"./chunks/b.js"',
      'x/chunks/b.js': 'import"../a.js"',
    };
    assert.deepEqual(
      downloaded('x/entry.js', (file) => files[file] ?? ''),
      ['x/entry.js', 'x/a.js', 'x/chunks/b.js'],
    );
  });

  it('fails over its budget, and when what a budget names is gone', () => {
    const size = (name: string, brotli: number, budget?: number): Size => ({
      name,
      files: 1,
      bytes: 0,
      gzip: 0,
      brotli,
      inAll: brotli,
      budget,
    });
    const budgets = { modules: { small: 100, large: 100, gone: 100 }, classic: 10 };
    assert.deepEqual(overBudget([size('small', 100, 100), size('large', 101, 100), size('all', 999)], budgets), [
      'large is 1 bytes over its budget of 100',
      'budgets.json names gone, which was not built',
    ]);
    const aims = { small: 100, large: 90 };
    assert.deepEqual(overAim([size('small', 100), size('large', 101)], { ...budgets, aims }), [
      'large is still 11 bytes over the 90 it should be',
    ]);
  });
});

describe('a source map without names', () => {
  it('leads from each place to the same place, and names nothing', () => {
    // Column; column, source, line, column; the same with a name, also where a number takes several digits.
    assert.equal(withoutNames('A,AAAA,CAACA;;gBAkmBDC,IAAIgyB;E'), 'A,AAAA,CAAC;;gBAkmBD,IAAI;E');
  });
});

describe('late files', () => {
  it('are refused where neither the script nor another late file asks for one', (context) => {
    const dir = mkdtempSync(join(tmpdir(), 'late-'));
    context.after(() => rmSync(dir, { recursive: true }));
    mkdirSync(join(dir, 'late'));
    const asked = Object.keys(LATE).filter((name) => name !== 'chart' && name !== 'en-access-chart');
    writeFileSync(join(dir, 'civic-widgets.js'), asked.map((name) => `import("late/${name}.js")`).join(';'));
    writeFileSync(join(dir, 'late/chart.js'), 'import("./en-access-chart.js")');
    assert.throws(() => checkLateFiles(dir), /these late files: chart\./);
    writeFileSync(join(dir, 'late/counting.js'), 'import("./chart.js")');
    checkLateFiles(dir);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { built, root } from '../support/built.js';

await built();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const cdn = readdirSync(join(root, 'dist/cdn'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);

/** What old hosts and strict policies do not survive. */
const TRAPS: [string, RegExp][] = [
  ['eval', /\beval\(|new Function\(/],
  ['for…in', /for\((?:var|let|const) \w+ in /],
  ['a UMD check', /typeof define\b|define\.amd|typeof exports\b/],
  ['Lit’s development build', /Lit is in dev mode/],
];

describe('the classic script', () => {
  const code = read('dist/cdn/civic-widgets.js');

  it('is pure ASCII', () => {
    assert.deepEqual([...new Set(code.match(/[^\s!-~]/g))], []);
    assert(code.includes('\\u'), 'Vietnamese must be in there, escaped');
  });

  it('is one script without modules', () => {
    assert.doesNotMatch(code, /\bimport\((?!new URL\()|\bimport["'{*]|\bexport\s*[{*]|import\.meta/);
    assert.doesNotThrow(() => new Script(code));
  });

  it('uses no raw template strings, whose escapes would show', () => {
    assert.doesNotMatch(code, /String\.raw/);
  });
});

describe('all bundles', () => {
  for (const [name, pattern] of TRAPS) {
    it(`hold no ${name}`, () => {
      assert.deepEqual(
        cdn.filter((file) => pattern.test(read(join('dist/cdn', file)))),
        [],
      );
    });
  }

  it('name the licences of what they hold', () => {
    assert.match(read('dist/cdn/licences.txt'), /^lit-html\n=+\n\nBSD 3-Clause/m);
  });
});

describe('the package', () => {
  const manifest = JSON.parse(read('package.json')) as {
    exports: Record<string, string | { types: string; default: string }>;
    files: string[];
  };

  it('exports files that exist, with their types', () => {
    for (const [name, target] of Object.entries(manifest.exports)) {
      const files = typeof target === 'string' ? [target] : [target.types, target.default];
      for (const file of files.map((path) => path.replaceAll('*', 'news-list'))) {
        assert(existsSync(join(root, file)), `${name} → ${file}`);
      }
    }
  });

  it('describes every element it defines', () => {
    const { modules } = JSON.parse(read('dist/custom-elements.json')) as {
      modules: { declarations?: { tagName?: string }[] }[];
    };
    const described = modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    const defined = readdirSync(join(root, 'dist/lib/embed/define')).filter((file) => file.endsWith('.js'));
    assert.deepEqual(
      defined.map((file) => file.slice(0, -3)).filter((tag) => !described.includes(tag)),
      [],
    );
  });

  it('carries the schema as plain JSON Schema', () => {
    const schema = read('dist/feed.schema.json');
    assert.doesNotMatch(schema, /"leaf"/);
    assert.match(schema, /"_civic"/);
  });
});

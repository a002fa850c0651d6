import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/built.js';
import { pack } from './consumer.js';

const { files, size } = await pack();
const paths = new Set(files.map(({ path }) => path));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** All that may be in there; a folder stands for everything in it. */
const WANTED = [
  /^(LICENSE|README\.md|package\.json)$/,
  /^dist\/(custom-elements|feed\.schema)\.json$/,
  /^dist\/lib\/.*\.(js|js\.map|d\.ts)$/,
  /^dist\/cdn\/(sri\.json|((chunks|embed|late)\/)?[\w-]+\.js(\.map)?|(late\/)?licences\.txt|embed\/(embed\.css|[\w-]+\/index\.html))$/,
  /^dist\/editor\/(vscode\.(html|css)-custom-data|web-types)\.json$/,
  /^dist\/node\/((chunks\/)?[\w-]+\.js|licences\.txt)$/,
];

describe('what npm would publish', () => {
  it('is what a user needs: licence, README, types, both builds, schema and manifest', () => {
    for (const path of [
      'LICENSE',
      'README.md',
      'package.json',
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'dist/lib/embed/all.js',
      'dist/cdn/civic-widgets.js',
      'dist/cdn/all.js',
      'dist/cdn/loader.js',
      'dist/cdn/embed/news-list/index.html',
      'dist/cdn/licences.txt',
      'dist/cdn/sri.json',
      'dist/node/civic-widgets.js',
      'dist/node/licences.txt',
      'dist/feed.schema.json',
      'dist/custom-elements.json',
      'dist/editor/web-types.json',
      'dist/lib/types/react.d.ts',
    ]) {
      assert(paths.has(path), path);
    }
  });

  it('is nothing else: no tests, no demo, no scripts, no sources beside those in the maps', () => {
    assert.deepEqual(
      [...paths].filter((path) => !WANTED.some((pattern) => pattern.test(path))),
      [],
    );
  });

  it('holds types for every module', () => {
    const modules = [...paths].filter((path) => path.startsWith('dist/lib/') && path.endsWith('.js'));
    assert(modules.length > 50);
    assert.deepEqual(
      modules.filter((path) => !paths.has(path.replace(/\.js$/, '.d.ts'))),
      [],
    );
  });

  it('holds every source map that a file names, with the sources inside', () => {
    // The command runs on a server, where nobody steps through it; with maps it would be twice the download.
    // The late files of the classic script are modules that `chunks/` has as well, with their maps.
    const naming = [...paths].filter((path) => path.endsWith('.js') && !/^dist\/(?:node|cdn\/late)\//.test(path));
    for (const path of naming) {
      const named = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path))?.[1];
      // The bundler's own helper comes from no source of ours, and a module that only imports others has nothing to map.
      if (/\/rolldown-runtime-[\w-]+\.js$/.test(path)) continue;
      // Tables of words, styles, and functions of text: what is there is what was written, but for its types.
      if (/^dist\/lib\/(?:.*\/)?(?:(?:locales|text)\/.*|[\w.-]+\.styles)\.js$/.test(path)) continue;
      // A screenful that starts the rest, each byte of it before the first banner.
      if (path === 'dist/cdn/banner-rotator.js') continue;
      if (named === undefined) {
        assert.doesNotMatch(read(path), /\b(function|class)\b|=>/, `${path} names no map`);
        continue;
      }
      const map = posix.join(dirname(path), named);
      assert(paths.has(map), `${path} names ${map}`);
      const { sources, sourcesContent } = JSON.parse(read(map)) as { sources: string[]; sourcesContent?: string[] };
      assert.equal(sourcesContent?.length, sources.length, map);
    }
    const named = naming.map((path) => `${path}.map`);
    assert.deepEqual(
      [...paths].filter((path) => path.endsWith('.map') && !named.includes(path)),
      [],
    );
  });

  it('imports nothing that is not in it or among its dependencies', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    /** Who uses these paths has that installed: `peerDependencies` names it as optional. */
    const optional: Readonly<Record<string, string>> = { 'dist/lib/embed/hydrate.js': '@lit-labs/ssr-client' };
    const ours = [...paths].filter((path) => /^dist\/lib\/.*\.(js|d\.ts)$/.test(path));
    for (const path of ours) {
      const code = read(path).replace(/^\s*(\/\/|\/?\*).*$/gm, '');
      for (const [, target = ''] of code.matchAll(/(?:from |import |import\()['"]([^'"]+)['"]/g)) {
        if (target.startsWith('.')) {
          const file = posix.join(dirname(path), target);
          assert(paths.has(file), `${path} imports ${file}`);
        } else {
          const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/');
          // Who takes the types for a framework has that framework.
          if (path === `dist/lib/types/${name}.d.ts` || optional[path] === name) continue;
          assert(name in dependencies, `${path} imports ${name}, which package.json does not name`);
        }
      }
    }
  });

  it('stays a small download', () => {
    assert(size < 2_000_000, `${size} bytes`);
  });
});

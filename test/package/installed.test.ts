import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { snippet } from '../readme/readme.js';
import { root } from '../support/built.js';
import { makeConsumer } from './consumer.js';

const consumer = await makeConsumer();
after(() => consumer.remove());

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };
const elements = readdirSync(join(root, 'src/embed/define')).map((file) => file.replace(/\.ts$/, ''));
/** Those that it has types for; their own types are not there in this project. */
const FRAMEWORKS = ['react', 'svelte', 'vue'];
/** Every path that a user may write, patterns filled in. */
const specifiers = Object.keys(manifest.exports).flatMap((path) =>
  path.includes('*')
    ? elements.map((element) => path.replace('civic-*', element).replace('.', 'civic-widgets'))
    : [path.replace('.', 'civic-widgets')],
);
const modules = specifiers.filter((specifier) => !specifier.endsWith('.json'));

/** What a script prints as JSON. */
async function run(name: string, code: string): Promise<unknown> {
  return JSON.parse(await consumer.node(consumer.write(name, code)));
}

describe('the installed package', () => {
  it('offers a module for each element, one for all, and the classes', () => {
    assert(elements.length >= 6);
    assert.deepEqual(
      modules.map((specifier) => specifier.replace('civic-widgets', '.')),
      [
        '.',
        './all.js',
        './loader.js',
        './hydrate.js',
        ...elements.map((element) => `./${element}.js`),
        ...FRAMEWORKS.map((name) => `./types/${name}.js`),
      ],
    );
  });

  it('resolves and loads under every export path in Node', async () => {
    const loaded = await run(
      'load.mjs',
      `const loaded = [];
       for (const specifier of ${JSON.stringify(specifiers)}) {
         await import(specifier, specifier.endsWith('.json') ? { with: { type: 'json' } } : undefined);
         loaded.push(specifier);
       }
       console.log(JSON.stringify(loaded));`,
    );
    assert.deepEqual(loaded, specifiers);
  });

  it('keeps everything else to itself', async () => {
    const codes = await run(
      'private.mjs',
      `const paths = ['dist/lib/feed/read.js', 'feed/read.js', 'src/index.ts', 'civic-widgets.js'];
       console.log(JSON.stringify(await Promise.all(paths.map(
         (path) => import('civic-widgets/' + path).then(() => 'loaded', ({ code }) => code)))));`,
    );
    assert.deepEqual([...new Set(codes as string[])], ['ERR_PACKAGE_PATH_NOT_EXPORTED', 'ERR_MODULE_NOT_FOUND']);
  });

  it('defines and registers nothing when only the classes are imported, and needs no DOM for it', async () => {
    const { added, defined } = (await run(
      'classes.mjs',
      `const before = new Set(Reflect.ownKeys(globalThis));
       await import('lit');
       const withLit = new Set(Reflect.ownKeys(globalThis));
       const classes = await import('civic-widgets');
       const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key) && !withLit.has(key)).map(String);
       const defined = ${JSON.stringify(elements)}.filter((tag) => customElements.get(tag) !== undefined);
       console.log(JSON.stringify({ added, defined, classes: Object.keys(classes) }));`,
    )) as { added: string[]; defined: string[] };
    assert.deepEqual({ added, defined }, { added: [], defined: [] });
  });

  it('adds one symbol to the global object when it defines its elements', async () => {
    const { added, defined } = (await run(
      'all.mjs',
      `await import('lit');
       const before = new Set(Reflect.ownKeys(globalThis));
       await import('civic-widgets/all.js');
       const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
       const defined = ${JSON.stringify(elements)}.filter((tag) => customElements.get(tag) !== undefined);
       console.log(JSON.stringify({ added, defined }));`,
    )) as { added: string[]; defined: string[] };
    assert.deepEqual({ added, defined }, { added: ['Symbol(civic-widgets)'], defined: elements });
  });

  it('reads a feed in Node', async () => {
    const { titles, problems } = (await run(
      'read.mjs',
      `import { read } from 'civic-widgets';
       const raw = { version: 'https://jsonfeed.org/version/1.1', title: 'Bản tin mẫu',
         items: [{ id: 1, title: 'Tin mẫu' }, { title: 'không có id' }] };
       const { feed, problems } = read(raw, 'https://example.org/feed.json');
       console.log(JSON.stringify({ titles: feed.items.map(({ title }) => title), problems }));`,
    )) as { titles: string[]; problems: { pointer: string }[] };
    assert.deepEqual(titles, ['Tin mẫu']);
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/items/1'],
    );
  });

  it('says its own version', async () => {
    const [version, own] = (await run(
      'version.mjs',
      `import { VERSION } from 'civic-widgets';
       import manifest from 'civic-widgets/package.json' with { type: 'json' };
       console.log(JSON.stringify([VERSION, manifest.version]));`,
    )) as string[];
    assert.equal(version, own);
  });

  for (const resolution of ['node16', 'nodenext', 'bundler'] as const) {
    it(`has types that compile strictly, resolved as ${resolution} does`, async () => {
      consumer.write(
        'types.ts',
        `${modules
          .filter((specifier) => !specifier.includes('/types/'))
          .map((specifier) => `import ${JSON.stringify(specifier)};`)
          .join('\n')}
import { type Feed, NewsList, read, type WidgetState } from 'civic-widgets';
const { feed, problems } = read({}, 'https://example.org/feed.json');
const typed: Feed = feed;
const pointers: string[] = problems.map((problem) => problem.pointer);
const list = document.createElement('civic-news-list');
const same: NewsList = list;
const state: WidgetState = same.state;
list.addEventListener('civic-load', ({ feed: { items }, stale }) => console.log(items.length, stale));
document.addEventListener('civic-error', ({ error }) => console.log(error.code === 'timeout'));
// @ts-expect-error – a state is read, never set
list.state = 'ready';
// @ts-expect-error – there is no such layout
list.layout = 'carousel';
console.log(typed, pointers, state);
`,
      );
      consumer.write('readme.ts', snippet('bundler'));
      assert.equal(await consumer.compile(resolution, 'types.ts', 'readme.ts'), '');
    });
  }
});

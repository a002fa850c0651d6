import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  describedElements,
  ELEMENTS,
  elementsPage,
  elementsTable,
  measured,
  shownSize,
  withBlock,
} from '../../docs/tables.js';
import { built, root } from '../support/built.js';

await built();

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
  license: string;
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

const AGAIN = 'Run "npm run build && npx tsx docs/tables.ts".';

describe('what the documents say of the elements', () => {
  const elements = describedElements();

  it('is what the sources say, in the README', () => {
    assert.equal(withBlock(readme, 'elements', elementsTable(elements)), readme, AGAIN);
  });

  it('is what the sources say, in docs/elements.md', () => {
    assert.equal(readFileSync(ELEMENTS, 'utf8'), elementsPage(elements), AGAIN);
  });

  it('names each element once, with a summary', () => {
    assert(elements.length >= 6);
    for (const { tagName, summary } of elements) {
      assert(summary, tagName);
      assert.equal(readme.split(`| \`<${tagName}>\` |`).length, 2, tagName);
    }
  });

  it('explains every attribute, event, slot, part and variable', () => {
    for (const { tagName, attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } of elements) {
      for (const { name, description } of [...attributes, ...events, ...slots, ...cssParts, ...cssProperties]) {
        assert(description, `${tagName}: ${name}`);
      }
    }
  });
});

describe('the README', () => {
  it('says no size that is too small', () => {
    const shown = new Map(
      [...readme.matchAll(/^\| `([\w/-]+)\.js`[^|]*\| ([\d.]+) kB +\| (?:([\d.]+) kB|–) +\|$/gm)].map(
        ([, name = '', size, inAll = size]) => [
          name === 'civic-widgets' ? 'classic' : name,
          [Number(size), Number(inAll)] as const,
        ],
      ),
    );
    for (const size of measured()) {
      const said = shown.get(size.name.replace(/\.js$/, ''));
      assert(said !== undefined, `${size.name} is missing. ${AGAIN}`);
      assert(said[0] >= shownSize(size.brotli), `${size.name} is ${size.brotli} bytes, not ${said[0]} kB. ${AGAIN}`);
      assert(said[1] >= shownSize(size.inAll), `${size.name} is ${size.inAll} bytes in all. ${AGAIN}`);
    }
  });

  it('names commands that exist', () => {
    for (const document of documents) {
      for (const [, name = ''] of read(document).matchAll(/npm run ([\w:]+)/g)) {
        assert(name in manifest.scripts, `${document}: npm run ${name}`);
      }
    }
    assert('start' in manifest.scripts && 'test' in manifest.scripts);
  });

  it('names every error code, state and event there is', () => {
    const codes = read('src/feed/error.ts').match(/(?<=\| ')[\w-]+(?=')/g) ?? [];
    const [, union = ''] = /type WidgetState = ([^;]+);/.exec(read('src/widgets/widget.ts')) ?? [];
    const stateNames = union.match(/\w+/g) ?? [];
    assert(codes.length >= 7 && stateNames.length === 5);
    for (const name of [...codes, ...stateNames]) assert(readme.includes(`\`${name}\``), name);
  });

  it('asks for the Node version that package.json asks for, under its licence', () => {
    assert.match(readme, new RegExp(`Node ${manifest.engines.node.replace('>=', '')} or newer`));
    assert.match(readme, new RegExp(`^${manifest.license} licence`, 'm'));
    assert.match(read('LICENSE'), /^MIT License/);
  });

  it('shows a picture that is there and not heavy', () => {
    const [, picture = ''] = /!\[[^\]]{40,}\]\(([^)]+)\)/.exec(readme) ?? [];
    assert(statSync(join(root, picture)).size < 250_000);
  });

  it('names only variables that the sources know', () => {
    const known = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join('src', file)))
      .join('');
    const named = [...new Set(readme.match(/--civic-\w[\w-]*/g))];
    assert(named.length >= 5);
    assert.deepEqual(
      named.filter((name) => !known.includes(name)),
      [],
    );
  });
});

describe('all documents', () => {
  it('link to what is there', () => {
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
        assert(existsSync(join(root, document, '..', target)), `${document} → ${target}`);
      }
    }
  });

  it('speak of each dependency, with its licence', () => {
    const table = read('docs/dependencies.md');
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert(table.includes(`\`${name}\``), name);
    }
    for (const name of Object.keys(manifest.dependencies)) {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
      const row = table.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      // A choice of licences is named by the one chosen.
      assert(
        license.split(/[()\s]+/).some((choice) => row.includes(`| ${choice} |`)),
        `${name}: ${license}`,
      );
    }
  });

  it('tell of this version in the changelog', () => {
    assert.match(read('CHANGELOG.md'), new RegExp(`^## .*\\[?${manifest.version.replaceAll('.', '\\.')}\\]?`, 'm'));
  });

  it('keep decisions short', () => {
    for (const document of documents.filter((path) => path.startsWith('docs/decisions/'))) {
      assert(read(document).trimEnd().split('\n').length <= 25, document);
    }
  });
});

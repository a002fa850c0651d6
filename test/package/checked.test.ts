/** What the tools say by which others check a package before they use it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { Ajv } from 'ajv';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readElements } from '../../scripts/manifest.js';
import { dist, root } from '../support/built.js';
import { pack } from './consumer.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-checked-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const tarball = readFileSync(join(folder, (await pack(folder)).filename));
const elements = readElements(join(dist, 'custom-elements.json'));
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

describe('publint', () => {
  it('finds nothing to say, not even a suggestion', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(tarball).buffer },
      strict: true,
      level: 'suggestion',
    });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });
});

describe('Are the types wrong?', () => {
  it('no: with node16 and bundler every export has its types', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      includeEntrypoints: readdirSync(join(dist, 'lib/embed/define'))
        .filter((file) => file.endsWith('.js'))
        .map((file) => `./${file}`),
    });
    assert(result.types !== false);
    assert(Object.keys(result.entrypoints).length > 10);
    const problems = result.problems.filter((problem) => {
      // The package is for modules: `require()` of it is none of its ways, and Node 10 knows no exports.
      if (problem.kind === 'CJSResolvesToESM') return false;
      return !('resolutionKind' in problem && problem.resolutionKind === 'node10');
    });
    assert.deepEqual(problems, []);
  });
});

describe('the manifest', () => {
  it('is what the schema of such manifests wants', () => {
    const schema = json('node_modules/custom-elements-manifest/schema.json') as object;
    const ajv = new Ajv({ strict: false, allErrors: true });
    const validate = ajv.compile(schema);
    assert(validate(json('dist/custom-elements.json')), ajv.errorsText(validate.errors));
    assert(!validate({ schemaVersion: '1.0.0', modules: [{ kind: 'javascript-module' }] }), 'it would be caught');
  });
});

interface Named {
  name: string;
  attributes?: { name: string; description?: string }[];
}

describe('editors', () => {
  for (const [editor, tagsOf] of [
    ['VS Code', () => (json('dist/editor/vscode.html-custom-data.json') as { tags: Named[] }).tags],
    [
      'JetBrains',
      () =>
        (json('dist/editor/web-types.json') as { contributions: { html: { elements: Named[] } } }).contributions.html
          .elements,
    ],
  ] as const) {
    it(`learn every element with its attributes: ${editor}`, () => {
      const tags = tagsOf();
      assert.deepEqual(
        tags.map(({ name }) => name).sort(),
        elements.map(({ tagName }) => tagName),
      );
      for (const { tagName, attributes } of elements) {
        const known = tags.find(({ name }) => name === tagName)?.attributes ?? [];
        assert.deepEqual(known.map(({ name }) => name).sort(), attributes.map(({ name }) => name).sort(), tagName);
        for (const { name, description } of known) assert(description, `${tagName} ${name}`);
      }
    });
  }

  it('learn the CSS properties', () => {
    const { properties } = json('dist/editor/vscode.css-custom-data.json') as { properties: Named[] };
    assert(properties.some(({ name }) => name === '--civic-news-list-new'));
    assert(properties.every(({ name }) => name.startsWith('--civic-')));
  });

  it('of JetBrains find it by package.json', () => {
    const manifest = json('package.json') as { 'web-types': string; version: string };
    const { name, version } = json(manifest['web-types']) as { name: string; version: string };
    assert.deepEqual([name, version], ['civic-widgets', manifest.version]);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAst } from 'rolldown/parseAst';
import { built, dist } from '../support/built.js';

await built();

const scripts = (folder: string) =>
  readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(folder, file));
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const files = [...scripts('cdn'), ...scripts('lib')];

interface AnyNode {
  type: string;
  [key: string]: unknown;
}

/** Syntax that came after ES2021; the browsers named in the README do not all have it. */
const NEWER = new Set(['PropertyDefinition', 'StaticBlock', 'PrivateIdentifier', 'PrivateInExpression', 'Decorator']);

function newerSyntax(code: string): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, inFunction: boolean): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry, inFunction);
      return;
    }
    if (typeof value !== 'object' || value === null || typeof (value as AnyNode).type !== 'string') return;
    const node = value as AnyNode;
    if (NEWER.has(node.type)) found.add(node.type);
    if (node.type === 'AwaitExpression' && !inFunction) found.add('top-level await');
    const regex = node['regex'] as { pattern: string; flags: string } | undefined;
    if (regex && (/[dv]/.test(regex.flags) || /\(\?<[=!]|\(\?[ims-]+:/.test(regex.pattern))) found.add(regex.pattern);
    const within = inFunction || node.type.includes('Function');
    for (const [key, child] of Object.entries(node)) if (key !== 'regex') visit(child, within);
  };
  visit(parseAst(code), false);
  return [...found];
}

/** Methods that the oldest of those browsers lack: Chrome 95, Firefox 93 or Safari 15.4. */
const NEWER_METHODS =
  /\bstructuredClone\(|\.findLast(Index)?\(|\.to(Sorted|Reversed|Spliced)\(|Object\.groupBy|Array\.fromAsync|AbortSignal\.(any|timeout)\(|\.throwIfAborted\(|Promise\.(withResolvers|try)\(|URL\.(canParse|parse)\(|Intl\.Segmenter|\.checkVisibility\(|\.isWellFormed\(/;

/**
 * `adoptedStyleSheets` came with Firefox 101 and Safari 16.4, and reading it before throws where it is spread: who touches it
 * asks first. Run without it by `old-browser.test.ts` and `print.browser-test.ts`.
 */
const SHEETS_ASKED_FOR: Readonly<Record<string, string>> = {
  'lib/look/control-styles.js': 'if (!styleSheet)',
  'lib/widgets/banner-rotator/add-styles.js': 'sheets.length < styles.length',
  'lib/widgets/banner-rotator/words.js': 'if (styleSheet)',
  'lib/widgets/directive-viewer/print-document.js': "'adoptedStyleSheets' in Document.prototype",
};

/** The script of the rotator, which all of those browsers can wait in: Chrome and Firefox since 89, Safari since 15. */
const WAITING = ['cdn/banner-rotator.js', 'lib/embed/start.js'];

describe('the browsers that the README names', () => {
  it('can read every file', () => {
    assert(files.length > 60);
    for (const file of files)
      assert.deepEqual(newerSyntax(read(file)), WAITING.includes(file) ? ['top-level await'] : [], file);
  });

  it('have every method that is called', () => {
    assert.deepEqual(
      files
        .filter((file) => NEWER_METHODS.test(read(file)))
        .map((file) => `${file}: ${NEWER_METHODS.exec(read(file))?.[0]}`),
      [],
    );
  });

  it('touch the style sheets of a document or root in four places, which are run without them', () => {
    const touching = files.filter((file) => file.startsWith('lib/') && /\.adoptedStyleSheets\b/.test(read(file)));
    assert.deepEqual(touching.sort(), Object.keys(SHEETS_ASKED_FOR));
    for (const [file, asks] of Object.entries(SHEETS_ASKED_FOR)) assert.ok(read(file).includes(asks), file);
  });

  it('would be found out: newer syntax is seen', () => {
    assert.deepEqual(newerSyntax('class A { #b; static { } c = 1 } await 1; /(?<=a)b/'), [
      'PropertyDefinition',
      'PrivateIdentifier',
      'StaticBlock',
      'top-level await',
      '(?<=a)b',
    ]);
  });
});

/** Ways to turn a string into markup or code. */
const DANGEROUS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc)\b|document\.write|\beval\(|\bnew Function\b/g;

/**
 * Reads feeds in XML, words out of titles that are HTML and long documents into a document of its own: inert, and through the
 * policy `civic-widgets`. What it finds goes on as text or through the sanitiser.
 */
const INERT = 'feed/inert';

describe('a string never becomes markup or code', () => {
  it('in our own modules', () => {
    for (const file of scripts('lib')) {
      // `[^]` spans the lines of a comment, which may speak of it.
      const code = read(file).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
      const allowed = file === `lib/${INERT}.js` ? ['parseFromString'] : [];
      assert.deepEqual(code.match(DANGEROUS) ?? [], allowed, file);
    }
  });

  it('in the bundles, but for Lit’s templates and DOMPurify', () => {
    let seen = 0;
    for (const file of scripts('cdn')) {
      const code = read(file);
      if (file.startsWith('cdn/late/')) {
        // Each is named for what is in it, and has no map.
        const words = new Set(code.match(DANGEROUS));
        if (/\/inert-[\w-]+\.js$/.test(file)) assert.deepEqual([...words], ['parseFromString']);
        else if (file !== 'cdn/late/purify.js') assert.deepEqual([...words], [], file);
        continue;
      }
      const lines = code.split('\n');
      for (const [line, text] of lines.entries()) {
        for (const { 0: word, index } of text.matchAll(DANGEROUS)) {
          const map = new SourceMap(JSON.parse(read(`${file}.map`)) as ConstructorParameters<typeof SourceMap>[0]);
          const { originalSource = '' } = map.findEntry(line, index) as { originalSource?: string };
          if (word === 'parseFromString' && originalSource.endsWith(`src/${INERT}.ts`)) continue;
          assert.match(originalSource, /node_modules\/(lit-html|dompurify)\//, `${word} in ${file}`);
          seen += 1;
        }
      }
    }
    assert(seen >= 2, 'Lit and DOMPurify have been looked at');
  });
});

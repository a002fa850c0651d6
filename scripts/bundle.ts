/** The files a page loads by `<script>`: one ES module per element, and one classic script with everything in it. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import MagicString from 'magic-string';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type Plugin } from 'rolldown';
import { askedTogether } from './asked-together.js';
import { bundleName, root, shared, version } from './bundle-options.js';
import { bundleStarters, STARTED } from './bundle-start.js';
import { eagerImports } from './eager-imports.js';
import { checkLateFiles, LATE, lateAddress, shareWithLate, takeFromScript } from './late.js';
import { licences } from './licences.js';
import { shortenPrivateNames } from './private-names.js';
import { squeeze } from './squeeze.js';

/** Entry file by name: what defines each element, and what begins before that. */
function entries(): Record<string, string> {
  const folder = join(root, 'src/embed');
  const defined = readdirSync(join(folder, 'define')).map((file): [string, string] => {
    const tag = basename(file, '.ts');
    return [STARTED.includes(tag) ? tag : bundleName(tag), join(folder, 'define', file)];
  });
  return {
    ...Object.fromEntries(defined),
    'first-banner': join(folder, 'first-banner.ts'),
    all: join(folder, 'all.ts'),
  };
}

/** Takes the indentation out of Lit's templates and styles. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || !/(html|css|svg)`/.test(code)) return null;
      return minifyHTMLLiterals(code, {
        fileName: id,
        // Never takes a space away altogether: between words and links it is text.
        html: { collapseWhitespace: true, conservativeCollapse: true, removeComments: true },
      });
    },
  };
}

/**
 * Styles by Lit's `unsafeCSS`, which takes a text as it is: with `css` comes a check of what is put into a text, and what it
 * says to a developer. Ours have nothing put into them.
 */
function plainStyles(): Plugin {
  return {
    name: 'plain-styles',
    transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || !code.includes('css`')) return null;
      for (const [, text = ''] of code.matchAll(/\bcss`([^`]*)`/g))
        if (text.includes('${')) throw new Error(`${id}: something is put into a style.`);
      const changed = new MagicString(code).replace(
        /(import \{[^}]*)\bcss\b([^}]*\} from 'lit')/,
        '$1unsafeCSS as css$2',
      );
      return { code: changed.toString(), map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

/**
 * Lit writes its versions into three globals, and calls four others that are of older browsers or of servers; an element of such a
 * name, which a page may have, would take all of it down. And what it hands to its renderer on servers is in no page. Of the latter a page needs what its directives take.
 */
function withoutTraces(): Plugin {
  return {
    name: 'without-traces',
    transform(code, id) {
      const [, part] = /\/(lit-html|lit-element|reactive-element)\/\1\.js$/.exec(id) ?? [];
      if (part === undefined) return null;
      const changed = new MagicString(code).replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0');
      changed.replace(/\w+\.\w+(?:PolyfillSupport|HydrateSupport)\b/g, 'undefined');
      if (part === 'lit-html') changed.replace(/\{M:[^{}]*,(I:\w+),[^{}]*,F:\w+\}/, '{$1}');
      const now = changed.toString();
      if (/Versions|PolyfillSupport|HydrateSupport|\{M:/.test(now))
        throw new Error(`${part} is written otherwise than it was.`);
      return { code: now, map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

/** MooTools puts a constructor of its own in place of `Event`; the real one is what others still descend from. */
const REAL_EVENT = 'const Event = CustomEvent.__proto__;';

/** No template can be read in an XHTML page, so that all that widgets could do there is hide the page's own content. */
const NOT_IN_XHTML = "if (document.contentType === 'application/xhtml+xml') return;";

/**
 * Old host libraries add to `Object.prototype`, and the bundler's own helper walks a module's exports with `for…in`:
 * an added text or number would end up as a getter and throw. Others replace what a class is to descend from.
 */
function hardenRuntime(): Plugin {
  return {
    name: 'harden-runtime',
    renderChunk(code, chunk, { format }) {
      const changed = new MagicString(code);
      // In a module that is its own scope; the classic script has it as the first line of its function.
      if (format === 'es' && /\b(?:extends|new) Event\b/.test(code)) changed.prepend(`${REAL_EVENT}\n`);
      changed.replace(/for ?\((?:var|let|const) (\w+) in (\w+)\)/g, 'for (let $1 of Object.keys($2))');
      if (!changed.hasChanged()) return null;
      return { code: changed.toString(), map: changed.generateMap({ source: chunk.fileName, hires: 'boundary' }) };
    },
  };
}

/** The bundler's helper for the exports of a module that shares its file with others, as it stands in the file itself. */
const NAMESPACE =
  '(all) => Object.defineProperty(Object.keys(all).reduce((to, name) => Object.defineProperty(to, name, { get: all[name], enumerable: true }), {}), Symbol.toStringTag, { value: "Module" })';

/** Rolldown gives that helper a file of its own: one more trip to the server, found late, for a line of code. */
function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    renderChunk(code) {
      const [statement, names = ''] =
        /import ?\{([^{}]*)\} ?from ?["'][^"']*rolldown-runtime[^"']*["'];?/.exec(code) ?? [];
      if (statement === undefined) return null;
      const changed = new MagicString(code);
      const local = /^\s*\w+ as (\w+)\s*$/.exec(names)?.[1];
      if (local === undefined) throw new Error(`An unknown helper of the bundler: ${statement}`);
      changed.replace(statement, `const ${local} = ${NAMESPACE};`);
      return { code: changed.toString(), map: changed.generateMap({ hires: 'boundary' }) };
    },
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle))
        if (name.includes('rolldown-runtime')) Reflect.deleteProperty(bundle, name);
    },
  };
}

/** What many late parts share and no first picture needs: one file, so that none of them waits for three. */
const LATE_SHARED = /\/src\/look\/(?:control-styles|format|icons)\.ts$/;

/** What draws a list of things with dates: four crumbs that would be four requests. */
const DATED_LISTS =
  /\/lit(?:-html)?\/(?:directive|directives\/keyed)\.js$|\/src\/(?:feed\/days|look\/next-border)\.ts$/;

/** What several parts of an open document need: one file, where each by itself would be a request more. */
const OF_DOCUMENT = /\/src\/(?:text\/(?:document-(?:number|types)|quoted|steps)|widgets\/directive-viewer\/make)\.ts$/;

/** One module per element, and what they are made of in `chunks/`. */
export async function bundleModules(dir: string): Promise<void> {
  await build({
    ...shared,
    input: entries(),
    preserveEntrySignatures: 'exports-only',
    plugins: [
      shortenPrivateNames(join(root, 'src')),
      minifyTemplates(),
      plainStyles(),
      withoutTraces(),
      inlineRuntime(),
      askedTogether(),
      hardenRuntime(),
      squeeze(),
      licences(),
    ],
    output: {
      dir,
      format: 'es',
      entryFileNames: ({ name }) =>
        /^(?:first|civic)-(?!feed)/.test(name) ? 'chunks/[name]-[hash:7].js' : '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      // Base64 is shorter in letters and longer in bytes: nothing makes it smaller.
      hashCharacters: 'hex',
      codeSplitting: {
        groups: [
          { name: 'core', test: (id) => !LATE_SHARED.test(id), minShareCount: 6, priority: 1 },
          { name: 'controls', test: LATE_SHARED },
          { name: 'lists', test: DATED_LISTS },
          { name: 'fold', test: /\/src\/text\/fold\.ts$/, priority: 1 },
          { name: 'texts', test: OF_DOCUMENT },
          { name: 'allowed', test: /\/src\/feed\/(?:allowed|tidy)\.ts$/ },
        ],
      },
      minify: true,
      sourcemap: true,
      comments: false,
    },
  });
  await bundleStarters(dir);
}

/** The script of the embed pages, and the one for pages that show them in an `<iframe>`. */
export async function bundleEmbed(dir: string): Promise<void> {
  for (const [name, file] of [
    ['embed', 'embed-page.ts'],
    ['resize', 'resize.ts'],
  ] as const) {
    await build({
      ...shared,
      input: { [name]: join(root, 'src/embed', file) },
      plugins: [shortenPrivateNames(join(root, 'src')), squeeze()],
      output: {
        dir: join(dir, 'embed'),
        format: 'iife',
        entryFileNames: '[name].js',
        codeSplitting: false,
        minify: true,
        sourcemap: true,
        comments: false,
      },
    });
  }
}

/**
 * Where the classic script came from. `<img name="currentScript">` is no script, and a script that another one ran (of a
 * page's own loader) has none: then the page says which script is called so.
 */
const SCRIPT_ADDRESS = `const civicScript = (document.currentScript instanceof HTMLScriptElement
  ? document.currentScript
  : [...document.querySelectorAll('script')].find(({ src }) => /\\/civic-widgets\\.js/.test(src)) || {}
).src || document.baseURI;`;

/** What makes links of citations shares with a section's menu and the search: one file, and one of crumbs, not a dozen. */
const LATE_CITED =
  /\/src\/text\/(?:abbreviations|act-names|citations|document-(?:number|types)|fold|issued|mapped-text|organ-name|plain|plain-text|quoted|section-citations|steps)\.ts$|\/src\/widgets\/directive-viewer\/find-cited\.ts$/;

/** Files of their own: only the one that parses may have what parses in it, so that a test can tell (`browser-floor`). */
const LATE_ALONE = /\/src\/feed\/inert\.ts$/;

async function bundleLate(dir: string): Promise<void> {
  await build({
    ...shared,
    input: Object.fromEntries(Object.entries(LATE).map(([name, file]) => [name, join(root, 'src', `${file}.ts`)])),
    preserveEntrySignatures: 'strict',
    plugins: [
      takeFromScript(join(root, 'src'), version),
      shortenPrivateNames(join(root, 'src')),
      minifyTemplates(),
      plainStyles(),
      withoutTraces(),
      hardenRuntime(),
      squeeze(),
      licences(),
    ],
    output: {
      dir: join(dir, 'late'),
      format: 'es',
      entryFileNames: '[name].js',
      codeSplitting: {
        groups: [
          { name: 'cited', test: LATE_CITED, minShareCount: 2, priority: 1 },
          { name: 'inert', test: LATE_ALONE, priority: 1 },
          { name: 'crumbs', test: (id) => !LATE_CITED.test(id), minShareCount: 2, maxModuleSize: 2500 },
        ],
      },
      minify: true,
      // `chunks/` has the same modules, with their maps; here they would be a tenth of the package.
      sourcemap: false,
      comments: false,
    },
  });
}

export async function bundleClassic(dir: string): Promise<void> {
  await bundleLate(dir);
  await build({
    ...shared,
    input: { 'civic-widgets': join(root, 'src/embed/classic.ts') },
    plugins: [
      shareWithLate(join(root, 'src'), version),
      shortenPrivateNames(join(root, 'src')),
      eagerImports(join(root, 'src'), lateAddress(join(root, 'src'), 'civicScript', dir)),
      minifyTemplates(),
      plainStyles(),
      withoutTraces(),
      hardenRuntime(),
      squeeze(),
    ],
    output: {
      dir,
      format: 'iife',
      intro: `${NOT_IN_XHTML}\n${REAL_EVENT}\n${SCRIPT_ADDRESS}`,
      entryFileNames: '[name].js',
      codeSplitting: false,
      minify: true,
      sourcemap: true,
      comments: false,
    },
  });
  checkLateFiles(dir);
}

/** The files a page loads by `<script>`: one ES module per element, and one classic script with everything in it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, type InputOptions, type Plugin } from 'rolldown';
import { minify } from 'terser';
import { eagerImports } from './eager-imports.js';
import { LATE, lateAddress, shareWithLate, takeFromScript } from './late.js';
import { licences } from './licences.js';
import { shortenPrivateNames } from './private-names.js';
import { downloaded, laterImports } from './size.js';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Name of the file that defines an element: `<civic-news-list>` is in `news-list.js`, the feed keeps its name. */
export function bundleName(element: string): string {
  return element === 'civic-feed' ? element : element.replace(/^civic-/, '');
}

/** Entry file by bundle name, `all` included. */
export function entries(): Record<string, string> {
  const folder = join(root, 'src/embed/define');
  const defined = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file): [string, string] => [bundleName(basename(file, '.ts')), join(folder, file)]);
  return { ...Object.fromEntries(defined), all: join(root, 'src/embed/all.ts') };
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
 * Writes every character beyond ASCII as `\uXXXX`, which means the same in texts, templates, regular expressions and
 * names. Old portals serve scripts in whatever encoding their pages have, and such a file survives that.
 */
export function toAscii(code: string): string {
  const escape = (text: string) =>
    [...Array(text.length).keys()].map((i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return code.replace(
    // eslint-disable-next-line no-control-regex -- ASCII begins at its control characters
    /(\\*)([^\x00-\x7f]+)/g,
    // A backslash before a letter that needs none would turn the escape into plain text.
    (_, slashes: string, text: string) => (slashes.length % 2 === 1 ? slashes.slice(1) : slashes) + escape(text),
  );
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

/**
 * Mappings of a source map without the fifth number of a segment, the name that a variable had: a twentieth of the package,
 * for what stands in the sources anyway. Numbers are Base64 VLQ, whose last digit is one of the first 32 (ECMA-426).
 */
export function withoutNames(mappings: string): string {
  return mappings.replace(/((?:[g-z\d+/]*[A-Za-f]){4})[g-z\d+/]*[A-Za-f]/g, '$1');
}

/**
 * A second, slower minifier after the bundler's own: 1 to 3 % less for every page, for a few seconds of ours. It works on
 * what has been written, because the bundler keeps no source map that a plugin changes later.
 */
function squeeze(): Plugin {
  return {
    name: 'squeeze',
    async writeBundle({ dir = '', format }, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const path = join(dir, file.fileName);
        const written = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '');
        // A file that only imports others has no map.
        const former = existsSync(`${path}.map`) ? readFileSync(`${path}.map`, 'utf8') : undefined;
        let code = written;
        let map = former;
        // Twice: what the first turn shortened, the second can put together, another few bytes in a thousand.
        for (let turn = 0; turn < 2; turn++) {
          const result = await minify(code, {
            module: format === 'es',
            ecma: 2020,
            compress: {
              passes: 3,
              keep_fargs: false,
              unsafe_arrows: true,
              unsafe_methods: true,
              hoist_funs: format === 'iife',
            },
            format: { comments: false, ascii_only: format === 'iife' },
            ...(map !== undefined && { sourceMap: { content: map } }),
          });
          if (result.code === undefined) throw new Error(`${file.fileName}: nothing is left.`);
          code = result.code;
          map = typeof result.map === 'string' ? result.map : undefined;
        }
        const squeezed = format === 'iife' ? toAscii(code) : code;
        const banner = file.isEntry ? `${BANNER}\n` : '';
        const ending = former === undefined ? '' : `\n//# sourceMappingURL=${basename(path)}.map`;
        writeFileSync(path, `${banner}${squeezed}${ending}\n`);
        if (map === undefined) continue;
        const described = JSON.parse(map) as {
          mappings: string;
          sources: string[];
          sourcesContent?: (string | null)[];
        };
        // A semicolon is a line of the output: the banner's.
        const mappings = (file.isEntry ? ';' : '') + withoutNames(described.mappings);
        // What libraries are made of is published by them, often minified: a third of the map for nobody.
        const sourcesContent = described.sourcesContent?.map((text, index) =>
          described.sources[index]?.includes('/node_modules/') ? null : text,
        );
        const whole = {
          ...described,
          file: basename(path),
          names: [],
          mappings,
          ...(sourcesContent && { sourcesContent }),
        };
        writeFileSync(`${path}.map`, JSON.stringify(whole));
      }
    },
  };
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** One line instead of every library's own; the texts are in licences.txt. */
const BANNER = `/*! civic-widgets ${version} | MIT | licences.txt */`;

/** What both kinds of bundle have in common. Rolldown reads tsconfig.json itself, so decorators mean the same here. */
const shared: InputOptions = {
  cwd: root,
  platform: 'browser',
  // Parsing TypeScript in a plugin takes a second; that is known and fine.
  checks: { bundlerTimings: false },
  tsconfig: join(root, 'tsconfig.json'),
  transform: { target: 'es2021', define: { 'process.env.NODE_ENV': '"production"' } },
  // Lit's packages keep their development build behind a condition that is off here.
  resolve: { conditionNames: ['browser', 'production', 'import', 'module', 'default'] },
};

/** What many late parts share and no first picture needs: one file, so that none of them waits for three. */
const LATE_SHARED = /\/src\/look\/(?:control-styles|format|icons)\.ts$/;

/** What draws a list of things with dates: four crumbs that would be four requests. */
const DATED_LISTS =
  /\/lit(?:-html)?\/(?:directive|directives\/keyed)\.js$|\/src\/(?:feed\/days|look\/next-border)\.ts$/;

export async function bundleModules(dir: string): Promise<void> {
  await build({
    ...shared,
    input: entries(),
    preserveEntrySignatures: 'exports-only',
    plugins: [
      shortenPrivateNames(join(root, 'src')),
      minifyTemplates(),
      inlineRuntime(),
      hardenRuntime(),
      squeeze(),
      licences(),
    ],
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash:7].js',
      codeSplitting: {
        groups: [
          { name: 'core', test: (id) => !LATE_SHARED.test(id), minShareCount: 6, priority: 1 },
          { name: 'controls', test: LATE_SHARED },
          { name: 'lists', test: DATED_LISTS },
        ],
      },
      minify: true,
      sourcemap: true,
      comments: false,
    },
  });
}

/**
 * Late parts without which a widget shows nothing of any feed: a page that has the widget needs them at once. Each is asked
 * for by the one before it, the first by the widget.
 */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  'campaign-list': ['campaign-view'],
  'directive-viewer': ['document-view', 'document-markup', 'purify'],
  'news-list': ['news-view'],
};

/** The files of those parts, and all that they import. */
function viewsOf(entry: string, parts: readonly string[]): string[] {
  const [part, ...further] = parts;
  if (part === undefined) return [];
  const late = laterImports(readFileSync(entry, 'utf8')).find((path) => basename(path).startsWith(`${part}-`));
  if (late === undefined) throw new Error(`${entry} asks for no ${part}.`);
  const file = join(dirname(entry), late);
  return [...new Set([...downloaded(file), ...viewsOf(file, further)])];
}

/**
 * The loader asks for a widget's module and all that it imports at once, instead of finding out import by import: stands in
 * for `src/embed/modules.ts`, whose promises it keeps.
 */
function knownFiles(dir: string, below: string): Plugin {
  const inFolder = (file: string) => relative(dir, file).replaceAll('\\', '/');
  const names = Object.keys(entries()).filter((name) => name !== 'all');
  const byName = (filesOf: (name: string) => string[]) =>
    Object.fromEntries(names.map((name) => [name, filesOf(name)] as const).filter(([, files]) => files.length > 0));
  // What is needed last comes first in the list of imports, so the deepest is asked for first.
  const files = byName((name) => downloaded(join(dir, `${name}.js`)).map(inFolder));
  const views = byName((name) =>
    viewsOf(join(dir, `${name}.js`), VIEWS[name] ?? [])
      .map(inFolder)
      .filter((file) => !files[name]?.includes(file)),
  );
  return {
    name: 'known-files',
    load(id) {
      if (id !== join(root, 'src/embed/modules.ts')) return null;
      return `
        const files = ${JSON.stringify(files)};
        const views = ${JSON.stringify(views)};
        export const script = import.meta.url;
        export const tags = Object.keys(files).map((name) => name === 'civic-feed' ? name : 'civic-' + name);
        const folder = new URL(${below}, script).href;
        const get = (file) => import(folder + file);
        const nameOf = (tag) => tag === 'civic-feed' ? tag : tag.slice(6);
        export const load = (tag) => Promise.all((files[nameOf(tag)] ?? []).map(get));
        // Asked for behind what defines the element: a browser asks for six at a time where the server speaks HTTP/1.1.
        export const loadViews = (tag, view) => {
          const name = nameOf(tag);
          // A list of documents may never need what draws one.
          if (view === 'list') return;
          // Where it cannot be had, the widget says so.
          for (const file of views[name] ?? []) get(file).catch(() => undefined);
          delete views[name];
        };`;
    },
  };
}

export interface LoaderOptions {
  /** Where to write it, when not beside the modules. */
  readonly dir?: string;
  /** The modules' folder as the loader sees it, with a slash at the end. */
  readonly below?: string;
  readonly sourcemap?: boolean;
}

/** `loader.js`, after the modules that it is to load have been written. */
export async function bundleLoader(modules: string, options: LoaderOptions = {}): Promise<void> {
  const { dir = modules, below, sourcemap = true } = options;
  await build({
    ...shared,
    input: { loader: join(root, 'src/embed/loader.ts') },
    preserveEntrySignatures: 'strict',
    plugins: [knownFiles(modules, JSON.stringify(below ?? './')), shortenPrivateNames(join(root, 'src')), squeeze()],
    output: { dir, format: 'es', entryFileNames: '[name].js', minify: true, sourcemap, comments: false },
  });
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

async function bundleLate(dir: string): Promise<void> {
  await build({
    ...shared,
    input: Object.fromEntries(Object.entries(LATE).map(([name, file]) => [name, join(root, 'src', `${file}.ts`)])),
    preserveEntrySignatures: 'strict',
    plugins: [
      takeFromScript(join(root, 'src'), version),
      shortenPrivateNames(join(root, 'src')),
      minifyTemplates(),
      hardenRuntime(),
      squeeze(),
      licences(),
    ],
    output: {
      dir: join(dir, 'late'),
      format: 'es',
      entryFileNames: '[name].js',
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
      eagerImports(join(root, 'src'), lateAddress(join(root, 'src'), 'civicScript')),
      minifyTemplates(),
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
}

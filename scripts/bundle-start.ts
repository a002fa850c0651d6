/**
 * The small scripts that start the others: the loader for all elements, and that of one which has to be quick. They know by
 * name what an element is made of and ask for it at once, the feeds beside it, instead of finding out import by import. So
 * they are bundled when the rest has been written.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { bundleName, root, shared } from './bundle-options.js';
import { shortenPrivateNames } from './private-names.js';
import { downloaded, laterImports } from './size.js';
import { squeeze } from './squeeze.js';

/**
 * Late parts without which a widget shows nothing of any feed: a page that has the widget needs them at once. Each is asked
 * for by the one before it, the first by the widget.
 */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  'civic-campaign-list': ['campaign-view'],
  // Few texts are so bare that they need no sanitiser.
  'civic-directive-viewer': ['document-view', 'document-markup', 'purify'],
  'civic-news-list': ['news-view'],
};

/** What reads items: asked for in any case, since most feeds hold some. */
const ITEMS = 'read';

/** What an element begins with before it is there: a file of `src/embed` and what it exports. */
const FIRST: Readonly<Record<string, readonly [file: string, name: string]>> = {
  'civic-banner-rotator': ['first-banner', 'preloadFirst'],
};

/** Elements whose script asks for all that they need at once; those of the others import it. */
export const STARTED: readonly string[] = Object.keys(FIRST);

/** Files of one element, as they are called in the folder of the modules. */
interface Parts {
  /** What defines it, and all that this imports. */
  readonly files: readonly string[];
  /** What draws it. */
  readonly views: readonly string[];
}

/** Whether a file among the chunks is the one of that name, whatever its hash. */
const isCalled = (file: string, name: string) =>
  file.startsWith(`${name}-`) && /^-[\w-]{7}\.js$/.test(file.slice(name.length));

/** The files of late parts, and all that they import. */
function viewsOf(file: string, parts: readonly string[]): string[] {
  const [part, ...further] = parts;
  if (part === undefined) return [];
  const late = laterImports(readFileSync(file, 'utf8')).find((path) => isCalled(basename(path), part));
  if (late === undefined) throw new Error(`${file} asks for no ${part}.`);
  const view = join(dirname(file), late);
  return [...new Set([...downloaded(view), ...viewsOf(view, further)])];
}

/** A file in `chunks/`. */
function chunk(modules: string, name: string): string {
  const file = readdirSync(join(modules, 'chunks')).find((one) => isCalled(one, name));
  if (file === undefined) throw new Error(`${name} was not built.`);
  return `chunks/${file}`;
}

function partsOf(modules: string, tag: string): Parts {
  const inFolder = (file: string) => relative(modules, file).replaceAll('\\', '/');
  const define = join(modules, STARTED.includes(tag) ? chunk(modules, tag) : `${bundleName(tag)}.js`);
  // What is needed last comes first in a list of imports, so the deepest is asked for first.
  const files = downloaded(define).map(inFolder);
  const views = viewsOf(define, VIEWS[tag] ?? []).map(inFolder);
  return { files, views: views.filter((file) => !files.includes(file)) };
}

/** Stands in for `src/embed/modules.ts`, whose promises it keeps. */
function standIn(code: string): Plugin {
  return {
    name: 'known-files',
    load: (id) => (id === join(root, 'src/embed/modules.ts') ? code : null),
    // They stand beside what is written, and nowhere in the sources.
    resolveId: (id) => (id.startsWith('./chunks/') ? { id, external: true } : null),
  };
}

const options = (code: string) => ({
  ...shared,
  // ES2021 and to wait outside of a function, which the named browsers can.
  transform: { ...shared.transform, target: ['chrome95', 'firefox93', 'safari15.4'] },
  preserveEntrySignatures: 'strict' as const,
  plugins: [standIn(code), shortenPrivateNames(join(root, 'src')), squeeze()],
});

/** The script of each element that is {@link STARTED}. */
export async function bundleStarters(dir: string): Promise<void> {
  // Each address as it is: whoever copies, checks or preloads the files looks for it.
  const get = (file: string) => `import(${JSON.stringify(`./${file}`)})`;
  // What the page preloads is on its way; here it would only come to run before the feed has been looked at.
  const early = (file: string) =>
    `document.querySelector('[href*=${basename(file, '.js')}]') || ${get(file)}.catch(() => undefined)`;
  for (const tag of STARTED) {
    const [define = '', ...others] = partsOf(dir, tag).files;
    const code = `
      export const load = () => ${get(define)};
      export const loadShared = () => { ${others.map(early).join(';')} };
      export const loadViews = () => { ${get(chunk(dir, ITEMS))}.catch(() => undefined); };`;
    await build({
      ...options(code),
      input: { [bundleName(tag)]: join(root, 'src/embed/start.ts') },
      output: { dir, format: 'es', entryFileNames: '[name].js', minify: true, comments: false },
    });
  }
}

export interface LoaderOptions {
  /** Where to write it, when not beside the modules. */
  readonly dir?: string;
  /** The modules' folder as the loader sees it, with a slash at the end. */
  readonly below?: string;
  readonly sourcemap?: boolean;
}

/** `loader.js`. */
export async function bundleLoader(
  modules: string,
  { dir = modules, below = './', sourcemap = true }: LoaderOptions = {},
): Promise<void> {
  const tags = readdirSync(join(root, 'src/embed/define')).map((file) => basename(file, '.ts'));
  const parts = Object.fromEntries(tags.map((tag) => [tag, partsOf(modules, tag)]));
  const first = Object.entries(FIRST).map(
    ([tag, [file, name]]) =>
      `if (element.localName === ${JSON.stringify(tag)}) get(${JSON.stringify(chunk(modules, file))}).then(({ ${name} }) => ${name}(element, feed), () => undefined);`,
  );
  const code = `
    const parts = ${JSON.stringify(parts)};
    const items = [${JSON.stringify(chunk(modules, ITEMS))}];
    export const script = import.meta.url;
    export const tags = Object.keys(parts);
    const folder = new URL(${JSON.stringify(below)}, script).href;
    const get = (file) => import(folder + file);
    export const load = (tag) => Promise.all(parts[tag].files.map(get));
    // Asked for behind what defines the element: a browser asks for six at a time where the server speaks HTTP/1.1.
    export const loadViews = (tag, view) => {
      // A list of documents may never need what draws one.
      const views = view === 'list' ? [] : parts[tag].views.splice(0);
      // Where it cannot be had, the widget says so.
      for (const file of [...items.splice(0), ...views]) get(file).catch(() => undefined);
    };
    export const begin = (element, feed) => { ${first.join(' ')} };`;
  await build({
    ...options(code),
    input: { loader: join(root, 'src/embed/loader.ts') },
    output: { dir, format: 'es', entryFileNames: '[name].js', minify: true, sourcemap, comments: false },
  });
}

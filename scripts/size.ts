/**
 * What a page downloads for each element: its module and all that the module imports at once, each file compressed by
 * itself as a server does; `budgets.json` is the limit for that. `in all` adds everything that can ever follow by
 * `import()`: the part that draws a document or a campaign, English, messages, the sanitiser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseAst } from 'rolldown/parseAst';

export interface Budgets {
  /** Bytes after brotli by module name, imports included. */
  modules: Record<string, number>;
  /** Bytes after brotli of the classic script. */
  classic: number;
  /** Of the scripts around them, by file. */
  scripts?: Record<string, number>;
  /** Of parts that come later, by name and each by itself. */
  chunks?: Record<string, number>;
  /** What was asked of files that are still larger: said in every run, until they hold it. */
  aims?: Record<string, number>;
}

export interface Size {
  name: string;
  files: number;
  bytes: number;
  gzip: number;
  brotli: number;
  /** With everything that may be loaded later. */
  inAll: number;
  budget: number | undefined;
}

/** As much of a syntax tree as is walked here. */
interface AnyNode {
  readonly type: string;
  readonly source?: { readonly type: string; readonly value?: unknown } | null;
}

/** The relative modules a module asks for at once, in its own order: those it imports, and what it loads outside of any function. */
export function staticImports(code: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type = '', source } = value as Partial<AnyNode>;
    if (/Function|Class/.test(type)) return;
    const target = source?.value;
    if (/^(?:Import|Export)/.test(type) && typeof target === 'string' && target.startsWith('.')) found.push(target);
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(code).body);
  return found;
}

/** The relative modules a bundled module may load later. */
export function laterImports(code: string): string[] {
  return [...code.matchAll(/\bimport\(["'`](\.[^"'`]+)["'`]\)/g)].map(([, file = '']) => file);
}

/** A file and everything it imports, each once; `importsOf` says which imports count. */
export function downloaded(
  entry: string,
  read = (file: string) => readFileSync(file, 'utf8'),
  importsOf: (code: string) => readonly string[] = staticImports,
): string[] {
  const files = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const target of importsOf(read(file))) visit(join(dirname(file), target));
  };
  visit(entry);
  return [...files];
}

const brotli = (content: Buffer) => brotliCompressSync(content).length;

function measure(name: string, entry: string, budget: number | undefined, files = downloaded(entry)): Size {
  const all = downloaded(entry, undefined, (code) => [...staticImports(code), ...laterImports(code)]);
  const contents = files.map((file) => readFileSync(file));
  const sum = (size: (content: Buffer) => number) => contents.reduce((total, content) => total + size(content), 0);
  return {
    name,
    files: files.length,
    bytes: sum((content) => content.length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
    brotli: sum(brotli),
    inAll: all.reduce((total, file) => total + brotli(readFileSync(file)), 0),
    budget,
  };
}

export function measureAll(cdn: string, budgets: Budgets): Size[] {
  const modules = readdirSync(cdn)
    .filter((file) => file.endsWith('.js') && file !== 'civic-widgets.js' && file !== 'loader.js')
    .map((file) => file.slice(0, -3));
  return [
    ...modules.map((name) => measure(name, join(cdn, `${name}.js`), budgets.modules[name])),
    measure('classic', join(cdn, 'civic-widgets.js'), budgets.classic),
    ...Object.entries(budgets.scripts ?? {}).map(([file, budget]) => measure(file, join(cdn, file), budget)),
    ...Object.entries(budgets.chunks ?? {}).flatMap(([name, budget]) =>
      readdirSync(join(cdn, 'chunks'))
        .filter((file) => file.startsWith(`${name}-`) && /^-[\w-]{7}\.js$/.test(file.slice(name.length)))
        .map((file) => join(cdn, 'chunks', file))
        .map((file) => measure(`chunks/${name}`, file, budget, [file])),
    ),
  ];
}

/** One line per element over its budget, and per budget whose element is gone. */
export function overBudget(sizes: readonly Size[], budgets: Budgets): string[] {
  const named = new Set(sizes.map(({ name }) => name));
  const wanted = [
    ...Object.keys(budgets.modules),
    ...Object.keys(budgets.chunks ?? {}).map((name) => `chunks/${name}`),
  ];
  const gone = wanted.filter((name) => !named.has(name));
  return [
    ...sizes
      .filter(({ brotli, budget }) => budget !== undefined && brotli > budget)
      .map(({ name, brotli, budget = 0 }) => `${name} is ${brotli - budget} bytes over its budget of ${budget}`),
    ...gone.map((name) => `budgets.json names ${name}, which was not built`),
  ];
}

/** One line per file that is within its budget and not yet within what was asked of it. */
export function overAim(sizes: readonly Size[], { aims = {} }: Budgets): string[] {
  return sizes.flatMap(({ name, brotli }) => {
    const aim = aims[name];
    return aim === undefined || brotli <= aim
      ? []
      : [`${name} is still ${brotli - aim} bytes over the ${aim} it should be`];
  });
}

function table(sizes: readonly Size[]): string {
  const rows = [
    ['', 'files', 'bytes', 'gzip', 'brotli', 'budget', 'left', 'in all'],
    ...sizes.map((size) => [
      size.name,
      ...[size.files, size.bytes, size.gzip, size.brotli].map(String),
      size.budget === undefined ? '' : String(size.budget),
      size.budget === undefined ? '' : String(size.budget - size.brotli),
      String(size.inAll),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const cdn = join(root, 'dist/cdn');
  const budgets = JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8')) as Budgets;
  if (!existsSync(join(cdn, 'civic-widgets.js'))) {
    console.error(`${relative(process.cwd(), cdn)} is not built: run "npm run build" first.`);
    process.exitCode = 1;
  } else {
    const sizes = measureAll(cdn, budgets);
    console.log(table(sizes));
    for (const line of overAim(sizes, budgets)) console.log(line);
    const problems = overBudget(sizes, budgets);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  }
}

/**
 * Holds the house together: a source file imports nothing that stands above it, and no imports run in a circle.
 * Floors: text and locales, then feed, look, widgets, embed, and the package's index on top.
 * `node` stands beside them and takes feed, text, locales and the address of an embed page only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** What each folder of src, and each file that lies in src itself, may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  version: [],
  text: ['version'],
  locales: ['version'],
  feed: ['version', 'text', 'locales'],
  look: ['version', 'text', 'locales', 'feed'],
  widgets: ['version', 'text', 'locales', 'feed', 'look'],
  'embed-address': ['feed'],
  embed: ['version', 'text', 'locales', 'feed', 'look', 'widgets', 'embed-address'],
  node: ['version', 'text', 'locales', 'feed', 'embed-address'],
  index: ['version', 'text', 'locales', 'feed', 'look', 'widgets', 'embed'],
};

/** Imports by file, both as paths inside src with forward slashes: `feed/read.ts` → [`text/fold.ts`]. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

function floorOf(file: string): string {
  return file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

/** One line per import that goes up, or out of a folder that has no floor. */
export function upwardImports(graph: ImportGraph): string[] {
  const problems: string[] = [];
  for (const [file, imports] of graph) {
    const floor = floorOf(file);
    const allowed = MAY_IMPORT[floor];
    if (allowed === undefined) {
      problems.push(`src/${file}: "${floor}" has no floor in scripts/layers.ts`);
      continue;
    }
    for (const target of imports) {
      const to = floorOf(target);
      if (to !== floor && !allowed.includes(to)) problems.push(`src/${file} imports upwards: src/${target}`);
    }
  }
  return problems;
}

/** Each circle once, as `a.ts → b.ts → a.ts`. */
export function circles(graph: ImportGraph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

/** Reads every relative import of the TypeScript files under `folder`, dynamic ones too. */
export function readGraph(folder: string): ImportGraph {
  const graph = new Map<string, string[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const name of files.sort()) {
    const file = name.replaceAll('\\', '/');
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, name), 'utf8'), true, true);
    const targets = importedFiles
      .map((imported) => imported.fileName)
      .filter((target) => target.startsWith('.'))
      .map((target) => posix.join(dirname(file), target).replace(/\.js$/, '.ts'));
    graph.set(file, [...new Set(targets)]);
  }
  return graph;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = fileURLToPath(new URL('../src', import.meta.url));
  const graph = readGraph(folder);
  const problems = [...upwardImports(graph), ...circles(graph).map((circle) => `circle: ${circle}`)];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${relative(process.cwd(), folder)}: ${String(graph.size)} files, no import goes up, no circle`);
}

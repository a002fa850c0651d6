/**
 * One figure for all tests: which lines of src ran, in Node or in the browser. A file that no test loads counts with
 * all its lines. `coverage.json` holds the floor; it only goes up (`--update` raises it to what was reached).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Hits by line number, by file relative to the project. */
export type Lines = Map<string, Map<number, number>>;

/** Adds an lcov report to `into`. */
export function readLcov(report: string, into: Lines, root: string): void {
  let lines: Map<number, number> | undefined;
  for (const row of report.split('\n')) {
    if (row.startsWith('SF:')) {
      const path = row.slice(3).trim();
      const file = (isAbsolute(path) ? relative(root, path) : path).replaceAll('\\', '/');
      lines = into.get(file) ?? new Map<number, number>();
      into.set(file, lines);
    } else if (row.startsWith('DA:')) {
      const [line = 0, hits = 0] = row.slice(3).split(',').map(Number);
      lines?.set(line, (lines.get(line) ?? 0) + hits);
    }
  }
}

/**
 * The lines of a file that hold code. The engines count every line, comments and types too, which would let long
 * comments carry untested code; a file of nothing but types has none.
 */
export function codeLines(source: string): Set<number> {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const found = new Set<number>();
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    const noCode =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isImportDeclaration(node) ||
      ts.isExportDeclaration(node) ||
      ts.isTypeNode(node) ||
      ts.isJSDoc(node) ||
      (ts.canHaveModifiers(node) &&
        ts
          .getModifiers(node)
          ?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword || kind === ts.SyntaxKind.AbstractKeyword) ===
          true &&
        !ts.isClassDeclaration(node)) ||
      // Overloads and abstract methods have no body to run.
      (ts.isFunctionDeclaration(node) && node.body === undefined);
    if (noCode) return;
    if (node.getChildCount(file) > 0) {
      for (const child of node.getChildren(file)) visit(child);
      return;
    }
    if (node.getWidth(file) === 0) return;
    // Templates span lines: all of them are code.
    for (let line = lineOf(node.getStart(file)); line <= lineOf(node.getEnd()); line += 1) found.add(line);
  };
  visit(file);
  return found;
}

export interface FileCoverage {
  file: string;
  lines: number;
  covered: number;
  missing: number[];
}

export function measureFile(file: string, source: string, hits: ReadonlyMap<number, number> | undefined): FileCoverage {
  const lines = [...codeLines(source)].sort((a, b) => a - b);
  // A line the engine says nothing about, in a file that was loaded, ran with what stands around it.
  const missing = lines.filter((line) => (hits === undefined ? true : hits.get(line) === 0));
  return { file, lines: lines.length, covered: lines.length - missing.length, missing };
}

/** Per cent, cut to two digits so that 89.999 is never shown as 90. */
export function percent(files: readonly Pick<FileCoverage, 'lines' | 'covered'>[]): number {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const covered = files.reduce((sum, file) => sum + file.covered, 0);
  return lines === 0 ? 0 : Math.floor((covered / lines) * 10_000) / 100;
}

/** `3-5, 9`. */
export function ranges(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function main(root: string, update: boolean): boolean {
  const reports = ['coverage/node/lcov.info', 'coverage/chromium/lcov.info'].map((file) => join(root, file));
  const absent = reports.filter((file) => !existsSync(file));
  if (absent.length > 0) {
    console.error(
      `No coverage report: ${absent.map((file) => relative(root, file)).join(', ')}; run the tests with --coverage.`,
    );
    return false;
  }
  const hits: Lines = new Map();
  for (const report of reports) readLcov(readFileSync(report, 'utf8'), hits, root);

  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .sort()
    .map((file) => measureFile(file, readFileSync(join(root, file), 'utf8'), hits.get(file)));
  for (const { file, lines, covered, missing } of files) {
    if (missing.length === 0) continue;
    console.log(`${percent([{ lines, covered }]).toFixed(1).padStart(5)} %  ${file}: ${ranges(missing)}`);
  }

  const reached = percent(files);
  const floorFile = join(root, 'coverage.json');
  const floor = JSON.parse(readFileSync(floorFile, 'utf8')) as { lines: number };
  console.log(`Lines of src that ran in the tests: ${reached} % (floor ${floor.lines} %)`);
  const possible = Math.floor(reached);
  if (update && possible > floor.lines) {
    writeFileSync(floorFile, `${JSON.stringify({ lines: possible }, null, 2)}\n`);
    console.log(`coverage.json raised to ${possible} %`);
  } else if (possible > floor.lines) {
    console.log(`The floor could be raised to ${possible} %: npx tsx scripts/coverage.ts --update`);
  }
  if (reached < floor.lines) console.error(`Coverage is below its floor of ${floor.lines} %.`);
  return reached >= floor.lines;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!main(fileURLToPath(new URL('../', import.meta.url)), process.argv.includes('--update'))) process.exitCode = 1;
}

/**
 * Gives `#private` members plain short names in the bundles. For ES2021 they would become one WeakMap and several helper
 * calls each, which is 4 % of what a page downloads. No two classes of one instance share a name: a class that extends
 * none has names that every such class has, and which compress the better for it; the names of all others are unique.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import ts from 'typescript';

interface PrivateName {
  /** Name of the class and of the member, as `Widget#state`. */
  key: string;
  /** The class it belongs to extends no other. */
  isRoot: boolean;
  start: number;
  end: number;
}

/** Every place in a source where a `#name` stands, with the class it belongs to. */
export function privateNames(source: string): PrivateName[] {
  if (!source.includes('#')) return [];
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const found: PrivateName[] = [];
  /** Classes around the current place, innermost last, with the private names each declares. */
  const around: { name: string; isRoot: boolean; declares: Set<string> }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      const declares = new Set(
        node.members.flatMap(({ name }) => (name !== undefined && ts.isPrivateIdentifier(name) ? [name.text] : [])),
      );
      const isRoot = !node.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
      around.push({ name: node.name?.text ?? `at ${node.pos}`, isRoot, declares });
      ts.forEachChild(node, visit);
      around.pop();
      return;
    }
    if (ts.isPrivateIdentifier(node)) {
      if (ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.InKeyword) {
        throw new Error(`${node.text} in …: a brand check cannot be given a plain name.`);
      }
      const owner = around.findLast(({ declares }) => declares.has(node.text));
      if (owner === undefined) throw new Error(`${node.text} belongs to no class.`);
      const { name, isRoot } = owner;
      found.push({ key: name + node.text, isRoot, start: node.getStart(file), end: node.getEnd() });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * A plain name for each private one, as `file:Class#member`.
 *
 * @param sources - by file, in an order that is always the same
 */
export function plainNames(sources: Iterable<readonly [file: string, source: string]>): Map<string, string> {
  const names = new Map<string, string>();
  let others = 0;
  for (const [file, source] of sources) {
    const roots = new Map<string, number>();
    for (const { key, isRoot } of privateNames(source)) {
      const full = `${file}:${key}`;
      if (names.has(full)) continue;
      const [owner = ''] = key.split('#');
      const count = roots.get(owner) ?? 0;
      if (isRoot) roots.set(owner, count + 1);
      names.set(full, isRoot ? `$${(count + 10).toString(36)}` : `_${(others++).toString(36)}`);
    }
  }
  return names;
}

export function shortenPrivateNames(folder: string): Plugin {
  let names = new Map<string, string>();
  return {
    name: 'shorten-private-names',
    // All names are given before any file is read, in the order of the files: the same sources make the same bundle.
    buildStart() {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .sort()
        .map((file) => join(folder, file));
      names = plainNames(files.map((file) => [file, readFileSync(file, 'utf8')] as const));
    },
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const found = privateNames(code);
      if (found.length === 0) return null;
      const changed = new MagicString(code);
      for (const { key, start, end } of found) changed.update(start, end, names.get(`${id}:${key}`) ?? '');
      return { code: changed.toString(), map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

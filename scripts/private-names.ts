/**
 * Gives `#private` members plain short names in the bundles. For ES2021 they would become one WeakMap and several helper
 * calls each, which is 4 % of what a page downloads. No other script can meet the names: they are unique in the project.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import ts from 'typescript';

interface PrivateName {
  /** Name of the class and of the member, as `Widget#state`. */
  key: string;
  start: number;
  end: number;
}

/** Every place in a source where a `#name` stands, with the class it belongs to. */
export function privateNames(source: string): PrivateName[] {
  if (!source.includes('#')) return [];
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const found: PrivateName[] = [];
  /** Classes around the current place, innermost last, with the private names each declares. */
  const around: { name: string; declares: Set<string> }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      const declares = new Set(
        node.members.flatMap(({ name }) => (name !== undefined && ts.isPrivateIdentifier(name) ? [name.text] : [])),
      );
      around.push({ name: node.name?.text ?? `at ${node.pos}`, declares });
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
      found.push({ key: owner.name + node.text, start: node.getStart(file), end: node.getEnd() });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export function shortenPrivateNames(folder: string): Plugin {
  const names = new Map<string, string>();
  return {
    name: 'shorten-private-names',
    // All names are given before any file is read, in the order of the files: the same sources make the same bundle.
    buildStart() {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        if (!file.endsWith('.ts')) continue;
        const id = join(folder, file);
        for (const { key } of privateNames(readFileSync(id, 'utf8'))) {
          const full = `${id}:${key}`;
          if (!names.has(full)) names.set(full, `_${names.size.toString(36)}`);
        }
      }
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

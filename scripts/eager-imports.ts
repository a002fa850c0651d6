/**
 * Turns `import('./x.js')` into an import at the head of its file, for the bundle that is one file anyway. Left as they
 * are, such modules are wrapped so that they could still run late, and no longer shrink together with the rest.
 */
import { dirname, join } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import ts from 'typescript';

/**
 * The source with its dynamic imports of files beside it resolved at once; undefined when it has none.
 *
 * @param late - the expressions of the addresses from which a target stays late, its own and of what it needs; undefined for all
 *   others
 */
export function withEagerImports(
  source: string,
  late: (target: string) => readonly string[] | undefined = () => undefined,
): MagicString | undefined {
  if (!source.includes('import(')) return undefined;
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const changed = new MagicString(source);
  const heads: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const target = node.arguments[0];
      if (target === undefined || !ts.isStringLiteral(target))
        throw new Error(`${node.getText()}: not a fixed address.`);
      const addresses = late(target.text)?.map((address) => `import(${address})`);
      if (addresses !== undefined) {
        const all =
          addresses.length > 1 ? `Promise.all([${addresses.join()}]).then((all) => all[0])` : addresses.join();
        changed.update(node.getStart(file), node.getEnd(), all);
        return;
      }
      const name = `__eager${heads.length}`;
      heads.push(`import * as ${name} from ${JSON.stringify(target.text)};`);
      changed.update(node.getStart(file), node.getEnd(), `Promise.resolve(${name})`);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (!changed.hasChanged()) return undefined;
  return changed.prepend(heads.join(''));
}

/** @param late - as for {@link withEagerImports}, for a file's absolute path */
export function eagerImports(folder: string, late: (file: string) => readonly string[] | undefined): Plugin {
  return {
    name: 'eager-imports',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const changed = withEagerImports(code, (target) => late(join(dirname(id), target)));
      if (changed === undefined) return null;
      return { code: changed.toString(), map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

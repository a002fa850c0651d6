/**
 * Turns `import('./x.js')` into an import at the head of its file, for the bundle that is one file anyway. Left as they
 * are, such modules are wrapped so that they could still run late, and no longer shrink together with the rest.
 */
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import ts from 'typescript';

/** The source with its dynamic imports of files beside it resolved at once; undefined when it has none. */
export function withEagerImports(source: string): MagicString | undefined {
  if (!source.includes('import(')) return undefined;
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const changed = new MagicString(source);
  const heads: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const target = node.arguments[0];
      if (target === undefined || !ts.isStringLiteral(target))
        throw new Error(`${node.getText()}: not a fixed address.`);
      const name = `__eager${heads.length}`;
      heads.push(`import * as ${name} from ${JSON.stringify(target.text)};`);
      changed.update(node.getStart(file), node.getEnd(), `Promise.resolve(${name})`);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (heads.length === 0) return undefined;
  return changed.prepend(heads.join(''));
}

export function eagerImports(folder: string): Plugin {
  return {
    name: 'eager-imports',
    transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const changed = withEagerImports(code);
      if (changed === undefined) return null;
      return { code: changed.toString(), map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

import { posix } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';

/** Parts that a reader waits for, by their files. */
export const AWAITED = /\/(?:campaign-view|citation-links|document-(?:markup|view)|news-view|purify)-/;

/**
 * The files that a part imports are asked for together with it: in the part itself a browser finds them only when it is there,
 * a trip to the server later.
 */
export function askedTogether(): Plugin {
  return {
    name: 'asked-together',
    renderChunk(code, { fileName }, _, { chunks }) {
      const loaded = (file: string, into = new Set<string>()): Set<string> => {
        // That one is no file in the end.
        if (into.has(file) || file.includes('rolldown-runtime')) return into;
        into.add(file);
        for (const next of chunks[file]?.imports ?? []) loaded(next, into);
        return into;
      };
      const here = loaded(fileName);
      const folder = posix.dirname(fileName);
      const changed = new MagicString(code);
      changed.replace(/\bimport\("([^"]+)"\)/g, (whole: string, target: string) => {
        const part = posix.join(folder, target);
        if (!AWAITED.test(`/${part}`)) return whole;
        const missing = [...loaded(part)].filter((file) => file !== part && !here.has(file));
        if (missing.length === 0) return whole;
        const all = [part, ...missing].map((file) => `import("./${posix.relative(folder, file)}")`);
        return `Promise.all([${all.join()}]).then((all) => all[0])`;
      });
      if (!changed.hasChanged()) return null;
      return { code: changed.toString(), map: changed.generateMap({ hires: 'boundary' }) };
    },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Writes the licences of the libraries that ended up in the bundle beside it. */
export function licences(): Plugin {
  const texts = new Map<string, string>();
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) {
          const name = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id);
          if (name !== null) texts.set(name[1] ?? '', licenceOf(name[0]));
        }
      }
      const all = [...texts].sort().map(([name, text]) => `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: all.join('\n\n') });
    },
  };
}

function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8');
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string };
  if (license === undefined) throw new Error(`${folder} names no licence.`);
  return license;
}

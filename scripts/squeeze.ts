/** What is done to a bundle once it is written: smaller, and in letters that any server sends right. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'rolldown';
import { minify } from 'terser';
import { BANNER } from './bundle-options.js';

/**
 * Writes every character beyond ASCII as `\uXXXX`, which means the same in texts, templates, regular expressions and
 * names. Old portals serve scripts in whatever encoding their pages have, and such a file survives that.
 */
export function toAscii(code: string): string {
  const escape = (text: string) =>
    [...Array(text.length).keys()].map((i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return code.replace(
    // eslint-disable-next-line no-control-regex -- ASCII begins at its control characters
    /(\\*)([^\x00-\x7f]+)/g,
    // A backslash before a letter that needs none would turn the escape into plain text.
    (_, slashes: string, text: string) => (slashes.length % 2 === 1 ? slashes.slice(1) : slashes) + escape(text),
  );
}

/**
 * Mappings of a source map without the fifth number of a segment, the name that a variable had: a twentieth of the package,
 * for what stands in the sources anyway. Numbers are Base64 VLQ, whose last digit is one of the first 32 (ECMA-426).
 */
export function withoutNames(mappings: string): string {
  return mappings.replace(/((?:[g-z\d+/]*[A-Za-f]){4})[g-z\d+/]*[A-Za-f]/g, '$1');
}

/** Whether a page names a file in a tag; files that are imported say what they are in it. */
const isLoaded = ({ isEntry, fileName }: { isEntry: boolean; fileName: string }) =>
  isEntry && !fileName.startsWith('chunks/');

/** Nearly all that is in these is called as soon as an element is there, a document is open, or banners take turns. */
export const CALLED_AT_ONCE =
  /^(?:chunks\/)?(?:autoplay|citations|citation-links|cited|civic-banner-rotator|controls|core|document-markup|document-view|interaction|markup|texts)(?:-[\w-]{7,8})?\.js$/;
/**
 * Has Chromium compile a file while it is on its way, beside the page's work and not function by function in the reader's time
 * (explicit compile hints of V8, https://github.com/WICG/explicit-javascript-compile-hints-file-based); a comment to all others.
 */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/**
 * A second, slower minifier after the bundler's own: 1 to 3 % less for every page, for a few seconds of ours. It works on
 * what has been written, because the bundler keeps no source map that a plugin changes later.
 */
export function squeeze(): Plugin {
  return {
    name: 'squeeze',
    async writeBundle({ dir = '', format }, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const path = join(dir, file.fileName);
        const written = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '');
        // A file that only imports others has no map.
        const former = existsSync(`${path}.map`) ? readFileSync(`${path}.map`, 'utf8') : undefined;
        let code = written;
        let map = former;
        // Twice: what the first turn shortened, the second can put together, another few bytes in a thousand.
        for (let turn = 0; turn < 2; turn++) {
          const result = await minify(code, {
            module: format === 'es',
            ecma: 2020,
            compress: {
              passes: 3,
              keep_fargs: false,
              unsafe_arrows: true,
              unsafe_methods: true,
              hoist_funs: format === 'iife',
            },
            format: { comments: false, ascii_only: format === 'iife' },
            ...(map !== undefined && { sourceMap: { content: map } }),
          });
          if (result.code === undefined) throw new Error(`${file.fileName}: nothing is left.`);
          code = result.code;
          map = typeof result.map === 'string' ? result.map : undefined;
        }
        const squeezed = format === 'iife' ? toAscii(code) : code;
        const first = [CALLED_AT_ONCE.test(file.fileName) && COMPILE_HINT, isLoaded(file) && BANNER].filter(Boolean);
        const ending = former === undefined ? '' : `\n//# sourceMappingURL=${basename(path)}.map`;
        writeFileSync(path, `${[...first, squeezed].join('\n')}${ending}\n`);
        if (map === undefined) continue;
        const described = JSON.parse(map) as {
          mappings: string;
          sources: string[];
          sourcesContent?: (string | null)[];
        };
        // A semicolon is a line of the output.
        const mappings = first.map(() => ';').join('') + withoutNames(described.mappings);
        // What libraries are made of is published by them, often minified: a third of the map for nobody.
        const sourcesContent = described.sourcesContent?.map((text, index) =>
          described.sources[index]?.includes('/node_modules/') ? null : text,
        );
        const whole = {
          ...described,
          file: basename(path),
          names: [],
          mappings,
          ...(sourcesContent && { sourcesContent }),
        };
        writeFileSync(`${path}.map`, JSON.stringify(whole));
      }
    },
  };
}

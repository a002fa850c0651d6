/**
 * The Node side as it is published: the command with its libraries inside, so that a user of the widgets installs none
 * of them. Only `libsql` stays outside, because it is native; it is found at run time or said to be missing.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { licences } from './licences.js';

const root = fileURLToPath(new URL('../', import.meta.url));

export async function bundleNode(dir: string): Promise<void> {
  await build({
    cwd: root,
    input: { 'civic-widgets': join(root, 'src/node/main.ts') },
    platform: 'node',
    external: ['libsql'],
    tsconfig: join(root, 'tsconfig.json'),
    checks: { bundlerTimings: false },
    transform: { target: 'node20' },
    plugins: [licences()],
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
      comments: { legal: false, jsdoc: false, annotation: false },
    },
  });
}

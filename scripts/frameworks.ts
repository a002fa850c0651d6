/**
 * `npm run test:frameworks`: installs the examples' own packages, puts this one beside them as it would be published, and
 * runs `test/frameworks`. Apart from `npm test`, because it downloads four frameworks.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXAMPLES, examples, installPackage } from '../test/frameworks/examples.js';
import { ensureEngines } from './browsers.js';
import { report, runNode } from './node-suite.js';

const folder = fileURLToPath(new URL('../test/frameworks', import.meta.url));

async function main(): Promise<boolean> {
  ensureEngines(['chromium']);
  for (const name of EXAMPLES) {
    console.log(`— ${name}: npm ci`);
    // Nothing of them has to run while it is installed.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', args, { cwd: join(examples, name), stdio: 'inherit' });
    if (status !== 0) throw new Error(`${name}: npm ci ended with code ${String(status)}.`);
  }
  await installPackage();
  const files = readdirSync(folder).filter((file) => file.endsWith('.framework-test.ts'));
  return report(
    'frameworks',
    runNode(
      files.map((file) => join(folder, file)),
      { name: 'frameworks' },
    ),
  );
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

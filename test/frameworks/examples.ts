/** The examples, with the package in each as a user of it would have it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pack } from '../package/consumer.js';
import { root } from '../support/built.js';

const run = promisify(execFile);

export const examples = fileURLToPath(new URL('../../examples', import.meta.url));
export const EXAMPLES = ['react', 'vue', 'svelte', 'angular'] as const;
export type Example = (typeof EXAMPLES)[number];

/** Unpacks the tarball into each example; its dependencies are this project's. */
export async function installPackage(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'civic-examples-'));
  try {
    const { filename } = await pack(temporary);
    for (const name of EXAMPLES) {
      const modules = join(examples, name, 'node_modules');
      const installed = join(modules, 'civic-widgets');
      rmSync(installed, { recursive: true, force: true });
      mkdirSync(installed, { recursive: true });
      await run('tar', ['-xzf', join(temporary, filename), '-C', installed, '--strip-components=1']);
      const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
        dependencies: Record<string, string>;
      };
      for (const dependency of Object.keys(dependencies)) {
        const link = join(modules, dependency);
        rmSync(link, { recursive: true, force: true });
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(join(root, 'node_modules', dependency), link, 'dir');
      }
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Runs a script of an example's package.json; gives back what it says, throws that when it fails. */
export async function runScript(name: Example, script: string): Promise<string> {
  try {
    const { stdout, stderr } = await run('npm', ['run', '--silent', script], {
      cwd: join(examples, name),
      env: { ...process.env, NO_COLOR: '1', NG_CLI_ANALYTICS: 'false' },
      maxBuffer: 10_000_000,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${name}: npm run ${script}\n${stdout}${stderr}`, { cause: error });
  }
}

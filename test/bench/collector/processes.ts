/** The child, bundled as the command is, so that what is measured is what is installed. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Below the checkout, so that `libsql` is found. */
export const folder = mkdtempSync(join(root, '.cache/bench-collector-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export async function bundleChild(): Promise<void> {
  await build({
    cwd: root,
    input: { child: join(root, 'test/bench/collector/child.ts') },
    platform: 'node',
    external: ['libsql'],
    tsconfig: join(root, 'tsconfig.json'),
    checks: { bundlerTimings: false },
    transform: { target: 'node20' },
    output: { dir: folder, format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  });
}

/** Milliseconds of work. */
export interface Usage {
  readonly cpu: number;
  readonly active: number;
}

export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  usage(): Promise<Usage>;
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** @param options - of Node itself */
export function start(args: readonly string[], options: readonly string[] = []): ChildProcess {
  return fork(join(folder, 'child.mjs'), args, {
    execArgv: [...options],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
  });
}

export async function message<T>(child: ChildProcess): Promise<T> {
  const [said] = (await once(child, 'message')) as [T];
  return said;
}

export async function serveChild(variant: 'none' | 'sqlite' | 'redis', store: string): Promise<Served> {
  const child = start(['serve', variant, store]);
  const { url } = await message<{ url: string }>(child);
  return {
    url,
    process: child,
    usage() {
      child.send('usage');
      return message<Usage>(child);
    },
    async end(signal = 'SIGTERM') {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

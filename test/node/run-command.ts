/** The command out of the sources, as a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/node/main.ts', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Starts `civic-widgets` in Vietnamese, with no setting but those given. */
export function startCommand(args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    ['--import=tsx', main, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '', LANG: 'vi_VN.UTF-8', ...env } },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  return { child, said };
}

/** Runs it to its end. */
export async function runCommand(...args: string[]): Promise<Ended> {
  const { child, said } = startCommand(args);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

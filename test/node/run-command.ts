/** The command out of the sources, as a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/node/cli.js';

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

/**
 * Runs it within this process, which takes a second less: what it prints by itself is caught, what commander prints
 * about wrong arguments is not.
 */
export async function runHere(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' };
  const { log, error } = console;
  const before = process.env['CIVIC_LANG'];
  process.env['CIVIC_LANG'] = 'vi';
  console.log = (text: unknown) => (said.out += `${String(text)}\n`);
  console.error = (text: unknown) => (said.err += `${String(text)}\n`);
  try {
    const code = await run([process.execPath, 'civic-widgets', ...args]);
    return { code, ...said };
  } finally {
    Object.assign(console, { log, error });
    if (before === undefined) delete process.env['CIVIC_LANG'];
    else process.env['CIVIC_LANG'] = before;
  }
}

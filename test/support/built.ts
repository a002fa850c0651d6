/** For tests of what is published: builds dist when it is missing or older than the sources, once for all test files. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildAll, isStale } from '../../scripts/build.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = join(root, 'dist');

const lock = join(root, '.cache/build.lock');
const owner = join(lock, 'pid');
/** Milliseconds after which a lock whose owner never wrote its name is taken for left behind. */
const NAMELESS = 5000;

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether the one who took the lock is gone, killed before it could give it back. */
function isLeftBehind(): boolean {
  try {
    return !runs(Number(readFileSync(owner, 'utf8')));
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > NAMELESS;
    } catch {
      return false;
    }
  }
}

/** Test files run in processes of their own: the first to come builds, the others wait for it. */
async function locked(work: () => Promise<void>): Promise<void> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isLeftBehind()) rmSync(lock, { recursive: true, force: true });
      else await wait(200);
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Makes sure that dist holds what the sources say now. */
export function built(): Promise<void> {
  return locked(async () => {
    if (isStale()) await buildAll();
  });
}

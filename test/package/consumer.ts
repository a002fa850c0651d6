/** A project of someone who installed the package: the real tarball, unpacked, with its dependencies beside it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { built, root } from '../support/built.js';

const run = promisify(execFile);

export interface Tarball {
  filename: string;
  /** Bytes as downloaded. */
  size: number;
  files: { path: string; size: number }[];
}

/** What npm would publish; with `into`, it is also written there. */
export async function pack(into?: string): Promise<Tarball> {
  await built();
  const where = into === undefined ? ['--dry-run'] : ['--pack-destination', into];
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', ...where], { cwd: root });
  const [tarball] = JSON.parse(stdout) as Tarball[];
  if (tarball === undefined) throw new Error('npm pack made nothing.');
  return tarball;
}

export interface Consumer {
  folder: string;
  /** Writes a file of the project and returns its path. */
  write(name: string, content: string): string;
  /** Runs one of this project's tools, or a file, with Node; gives back what it prints, throws when it fails. */
  node(...args: string[]): Promise<string>;
  /** Compiles the project's files without writing anything; gives back the compiler's complaints. */
  compile(moduleResolution: 'node16' | 'nodenext' | 'bundler', ...files: string[]): Promise<string>;
  remove(): void;
}

/**
 * The folder lies outside of this project, so that nothing is found by climbing up: neither the sources nor what the
 * package forgot to name as a dependency.
 */
export async function makeConsumer(): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'civic-consumer-'));
  const { filename } = await pack(folder);
  const installed = join(folder, 'node_modules/civic-widgets');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    peerDependencies: Record<string, string>;
  };
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'dir');
  }
  const write = (name: string, content: string): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const node = async (...args: string[]) => (await run(process.execPath, args, { cwd: folder })).stdout;
  return {
    folder,
    write,
    node,
    async compile(moduleResolution, ...files) {
      write(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            target: 'es2022',
            module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
            moduleResolution,
            lib: ['es2022', 'dom', 'dom.iterable'],
            types: [],
            strict: true,
            exactOptionalPropertyTypes: true,
            resolveJsonModule: true,
            noEmit: true,
          },
          files,
        }),
      );
      try {
        await node(join(root, 'node_modules/typescript/bin/tsc'), '-p', folder);
        return '';
      } catch (error) {
        return (error as { stdout: string }).stdout || String(error);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

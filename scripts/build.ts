/**
 * Builds everything that is published into dist/: `lib` for bundlers, `cdn` for `<script>`, `server` and its archive for
 * hosting it oneself, `node` for the command, the feed's JSON Schema and the custom-elements manifest. `--if-stale` does nothing when dist is newer than all it is made of.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleNode } from './bundle-node.js';
import { bundleClassic, bundleEmbed, bundleModules } from './bundle.js';
import { bundleLoader } from './bundle-start.js';
import { writeEditorData } from './editor-data.js';
import { writeEmbedPages } from './embed-pages.js';
import { writeFrameworkTypes } from './framework-types.js';
import { writeSchema } from './schema.js';
import { writeIntegrity, writeServerFolder } from './server-folder.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

/** What the build reads besides src and scripts. */
const INPUTS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'custom-elements-manifest.config.js',
];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function isStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['src', 'scripts', ...INPUTS].some((input) => newest(join(root, input)) > built);
}

/** Runs a program of node_modules; what it prints is shown when it fails. */
function run(program: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with code ${String(code)}:\n${said}`));
    });
  });
}

/**
 * Tables of words, styles, and functions of text, which are as they were written but for their types: their maps would be a
 * twentieth of the package.
 */
const AS_WRITTEN = /(?:^|\/)(?:locales|text)\/.*\.js$|\.styles\.js$/;

function dropMaps(dir: string): void {
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!AS_WRITTEN.test(name.replaceAll('\\', '/'))) continue;
    const path = join(dir, name);
    rmSync(`${path}.map`, { force: true });
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
  }
}

export async function buildAll(): Promise<void> {
  // The sources may change while we build; then the next build must not believe this one.
  const begun = new Date();
  for (const part of ['lib', 'cdn', 'node', 'server', 'editor'])
    rmSync(join(dist, part), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  writeSchema(join(dist, 'feed.schema.json'));
  await Promise.all([
    run('typescript/bin/tsc', '-p', 'tsconfig.build.json'),
    run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'),
    bundleModules(join(dist, 'cdn')).then(() => bundleLoader(join(dist, 'cdn'))),
    bundleClassic(join(dist, 'cdn')),
    bundleNode(join(dist, 'node')),
    bundleEmbed(join(dist, 'cdn')),
  ]);
  dropMaps(join(dist, 'lib'));
  const manifest = join(dist, 'custom-elements.json');
  writeFrameworkTypes(join(dist, 'lib/types'), manifest);
  writeEditorData(join(dist, 'editor'), manifest);
  // Editors read them, and nobody else: a third of each is the space before its lines.
  for (const path of [manifest, ...readdirSync(join(dist, 'editor')).map((name) => join(dist, 'editor', name))])
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const cdn = join(dist, 'cdn');
  const site = process.env['SITE_URL'];
  writeEmbedPages(cdn, { site });
  writeIntegrity(cdn, version);
  await writeServerFolder({ cdn, target: join(dist, 'server'), version, site });
  writeFileSync(stamp, `${begun.toISOString()}\n`);
  utimesSync(stamp, begun, begun);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--if-stale') && !isStale()) {
    console.log('dist is up to date');
  } else {
    try {
      await buildAll();
      console.log(
        'Built dist/lib, dist/cdn, dist/server, dist/node, dist/feed.schema.json and dist/custom-elements.json',
      );
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}

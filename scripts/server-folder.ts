/**
 * How the files lie on a server: `x.y.z/` never changes and has a hash for each file, `v1/` is what pages load that want
 * to be kept up to date. Of the moving folder only the entries are its own; all they import is in `x.y.z/`, so that a page
 * which has an entry of yesterday in its cache still finds the parts that belong to it.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync, type Zippable } from 'fflate';
import { bundleLoader } from './bundle-start.js';
import { writeEmbedPages } from './embed-pages.js';

const templates = fileURLToPath(new URL('server', import.meta.url));
const root = fileURLToPath(new URL('../', import.meta.url));

/** The hash of each script and style sheet by its path in the folder, as `integrity` wants it. */
export type Hashes = Readonly<Record<string, string>>;

export interface Integrity {
  readonly version: string;
  readonly files: Hashes;
}

export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/** Files below a folder with `/` between names, in one order on every machine. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

export function writeIntegrity(folder: string, version: string): Integrity {
  const scripts = filesIn(folder).filter((file) => /\.(?:js|css)$/.test(file));
  const files = Object.fromEntries(scripts.map((file) => [file, integrityOf(readFileSync(join(folder, file)))]));
  const integrity = { version, files };
  writeFileSync(join(folder, 'sri.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  return integrity;
}

/** The folder that moves: of the contract's first version until there is a second. */
export function movingFolder(version: string): string {
  return `v${Math.max(1, Number.parseInt(version, 10))}`;
}

/** An entry as it is in the moving folder; its parts come from `../x.y.z/`. The map of that folder would not fit it. */
export function moved(code: string, version: string): string {
  return code
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n')
    .replaceAll(/(["'`])\.\/chunks\//g, `$1../${version}/chunks/`)
    .replaceAll(/(new URL\(["'`])late\//g, `$1../${version}/late/`);
}

function template(name: string, words: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(join(templates, name), 'utf8');
  return Object.entries(words).reduce((filled, [word, value]) => filled.replaceAll(word, value), text);
}

export interface ServerFolderOptions {
  /** The built files. */
  readonly cdn: string;
  /** The folder to write, and beside it the archive. */
  readonly target: string;
  readonly version: string;
  /** Absolute URL under which the target will be served, with a slash at the end; oEmbed needs it. */
  readonly site?: string | undefined;
}

/** @returns the archive's path */
export async function writeServerFolder({ cdn, target, version, site }: ServerFolderOptions): Promise<string> {
  rmSync(target, { recursive: true, force: true });
  const moving = movingFolder(version);
  const fixed = join(target, version);
  const loose = join(target, moving);

  cpSync(cdn, fixed, { recursive: true });
  if (site !== undefined) writeEmbedPages(fixed, { site: new URL(`${version}/`, site).href });
  const { files } = writeIntegrity(fixed, version);
  writeFileSync(join(fixed, 'web.config'), template('immutable.web.config'));

  mkdirSync(join(loose, 'embed'), { recursive: true });
  const entries = Object.keys(files).filter((file) => /^(?:embed\/)?[\w-]+\.js$/.test(file) && file !== 'loader.js');
  for (const file of entries) {
    writeFileSync(join(loose, file), moved(readFileSync(join(fixed, file), 'utf8'), version));
  }
  await bundleLoader(cdn, { dir: loose, below: `../${version}/`, sourcemap: false });
  writeEmbedPages(loose, { site: site === undefined ? undefined : new URL(`${moving}/`, site).href });
  writeFileSync(join(loose, 'licences.txt'), readFileSync(join(fixed, 'licences.txt')));
  writeFileSync(join(loose, 'web.config'), template('moving.web.config'));

  const words = { VERSION: version, MOVING: moving, HASH: files['civic-widgets.js'] ?? '' };
  for (const name of ['web.config', 'nginx.conf', 'DOC-TRUOC.txt']) {
    writeFileSync(join(target, name), template(name, words));
  }
  writeFileSync(join(target, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
  return archive(target, join(dirname(target), `civic-widgets-${version}.zip`));
}

/** Packs a folder into one of the same name. The same files make the same archive, whenever and wherever it is packed. */
function archive(folder: string, file: string): string {
  const packed: Zippable = Object.fromEntries(
    filesIn(folder).map((name) => [`civic-widgets/${name}`, readFileSync(join(folder, name))]),
  );
  // The first day that the format knows; whatever the clock says would make each archive another one.
  writeFileSync(file, zipSync(packed, { level: 9, mtime: new Date(1980, 0, 1) }));
  return basename(file);
}

/**
 * Finds the browsers that the tests run in, and installs Debian's packages of them where it may.
 * It never downloads a browser by itself.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Engine = 'chromium' | 'firefox' | 'webkit';
export const ENGINES: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

/** A program a test run needs: where it may lie, and the Debian package that brings it. */
export interface Program {
  /** Name used in messages and as the key of what was found. */
  name: string;
  /** Environment variable that names the file and wins over everything else. */
  env: string;
  /** File names looked for in PATH, first found wins. */
  commands: readonly string[];
  /** Absolute paths tried when PATH has none. `*` stands for one folder of any name. */
  places: readonly string[];
  debian: string;
}

const CHROMIUM: Program = {
  name: 'Chromium',
  env: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  places: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'],
  debian: 'chromium',
};
const FIREFOX: Program = {
  name: 'Firefox',
  env: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  places: ['/usr/bin/firefox-esr', '/usr/lib/firefox-esr/firefox-esr', '/opt/firefox/firefox'],
  debian: 'firefox-esr',
};
const WEBKIT_DRIVER: Program = {
  name: 'WebKitWebDriver',
  env: 'WEBKIT_DRIVER_PATH',
  commands: ['WebKitWebDriver'],
  places: ['/usr/bin/WebKitWebDriver'],
  debian: 'webkit2gtk-driver',
};
const MINI_BROWSER: Program = {
  name: 'MiniBrowser',
  env: 'WEBKIT_BROWSER_PATH',
  commands: ['MiniBrowser'],
  places: [
    '/usr/lib/*/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/*/webkitgtk-6.0/MiniBrowser',
    '/usr/lib/*/webkit2gtk-4.0/MiniBrowser',
  ],
  debian: 'webkit2gtk-driver',
};
const XVFB: Program = {
  name: 'Xvfb',
  env: 'XVFB_PATH',
  commands: ['Xvfb'],
  places: ['/usr/bin/Xvfb'],
  debian: 'xvfb',
};

export const PROGRAMS: Readonly<Record<Engine, readonly Program[]>> = {
  chromium: [CHROMIUM],
  firefox: [FIREFOX],
  webkit: [WEBKIT_DRIVER, MINI_BROWSER, XVFB],
};

/** Vietnamese needs a font with all its stacked marks; without one, layout tests see boxes. */
const FONT_PACKAGE = 'fonts-noto-core';
const FONT_FOLDERS = ['/usr/share/fonts/truetype/noto', '/usr/share/fonts/opentype/noto'];

/** What the finder may ask about the machine; tests hand in a machine of their own. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  runs(file: string): boolean;
  folders(path: string): string[];
}

export const thisMachine: Machine = {
  env: process.env,
  runs(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  folders(path) {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  },
};

/** Turns one `*` of a path into the paths that exist for it. */
function spread(place: string, machine: Machine): string[] {
  const star = place.indexOf('/*/');
  if (star < 0) return [place];
  const head = place.slice(0, star);
  const tail = place.slice(star + 3);
  return machine.folders(head).map((folder) => join(head, folder, tail));
}

/** The file of a program, or undefined when the machine has none. */
export function findProgram(program: Program, machine: Machine = thisMachine): string | undefined {
  const named = machine.env[program.env];
  if (named !== undefined && named !== '') return machine.runs(named) ? named : undefined;
  const paths = (machine.env['PATH'] ?? '').split(delimiter).filter((path) => path !== '');
  const inPath = program.commands.flatMap((command) => paths.map((path) => join(path, command)));
  const places = program.places.flatMap((place) => spread(place, machine));
  return [...inPath, ...places].find((file) => machine.runs(file));
}

/** Paths by program name, and the programs that are missing. */
export interface Found {
  paths: Record<string, string>;
  missing: Program[];
}

export function findEngines(engines: readonly Engine[], machine: Machine = thisMachine): Found {
  const found: Found = { paths: {}, missing: [] };
  for (const program of engines.flatMap((engine) => PROGRAMS[engine])) {
    const file = findProgram(program, machine);
    if (file === undefined) found.missing.push(program);
    else found.paths[program.name] = file;
  }
  return found;
}

/** Debian packages for what is missing, each once. */
export function packagesFor(missing: readonly Program[]): string[] {
  return [...new Set(missing.map((program) => program.debian))];
}

/** The one line a person gets when something is missing and could not be installed. */
export function missingLine(missing: readonly Program[]): string {
  const names = missing.map((program) => program.name).join(', ');
  const envs = missing.map((program) => program.env).join(', ');
  const packages = packagesFor(missing).join(' ');
  return `Missing: ${names}. Install with "sudo apt-get install ${packages}" or name the file in ${envs}.`;
}

/** Reads `chromium,webkit`; an unknown name is an error, nothing at all means the given default. */
export function readEngines(text: string | undefined, otherwise: readonly Engine[]): Engine[] {
  const names = (text ?? '').split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 0) return [...otherwise];
  return names.map((name) => {
    const engine = ENGINES.find((known) => known === name);
    if (engine === undefined) throw new Error(`Unknown engine "${name}"; known: ${ENGINES.join(', ')}.`);
    return engine;
  });
}

/** `[]` when root, `['sudo', '-n']` when sudo asks for no password, undefined when we may not install. */
function aptPrefix(): string[] | undefined {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

export function install(packages: readonly string[]): void {
  const prefix = aptPrefix();
  if (prefix === undefined) return;
  console.log(`Installing ${packages.join(' ')} …`);
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    // Only errors are worth the reader's screen.
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  if (apt('update', '-qq')) apt('install', '-qq', '-y', '--no-install-recommends', ...packages);
}

/**
 * Paths of everything the engines need, installing what is missing where that is allowed.
 * Throws an Error whose message is one line that says what is missing and how to get it.
 */
export function ensureEngines(engines: readonly Engine[]): Record<string, string> {
  let found = findEngines(engines);
  const wanted = packagesFor(found.missing);
  if (!FONT_FOLDERS.some((folder) => existsSync(folder))) wanted.push(FONT_PACKAGE);
  if (wanted.length > 0) {
    install(wanted);
    found = findEngines(engines);
  }
  if (found.missing.length > 0) throw new Error(missingLine(found.missing));
  return found.paths;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const paths = ensureEngines(readEngines(process.argv.slice(2).join(',') || process.env['ENGINES'], ENGINES));
    for (const [name, path] of Object.entries(paths)) console.log(`${name}: ${path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

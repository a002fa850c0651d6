/** JavaScript libraries of old portals that no npm package has in its browser form; Debian has them. */
import { existsSync } from 'node:fs';
import { install } from './browsers.js';

/** File and Debian package by the name that a test page uses. */
const LIBRARIES = {
  prototype: { file: '/usr/share/javascript/prototype/prototype.js', debian: 'libjs-prototype' },
  mootools: { file: '/usr/share/javascript/mootools/mootools.js', debian: 'libjs-mootools' },
} as const;

/**
 * Path of each library's file by name, installing what is missing where that is allowed.
 *
 * @throws an Error whose message is one line that says what is missing and how to get it
 */
export function oldLibraries(): Record<string, string> {
  const missing = () => Object.values(LIBRARIES).filter(({ file }) => !existsSync(file));
  const wanted = missing().map(({ debian }) => debian);
  if (wanted.length > 0) install(wanted);
  if (missing().length > 0) throw new Error(`Missing: install with "sudo apt-get install ${wanted.join(' ')}".`);
  return Object.fromEntries(Object.entries(LIBRARIES).map(([name, { file }]) => [name, file]));
}

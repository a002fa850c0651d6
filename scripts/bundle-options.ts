/** What all kinds of bundle have in common. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputOptions } from 'rolldown';

export const root = fileURLToPath(new URL('../', import.meta.url));

export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** One line instead of every library's own; the texts are in licences.txt. */
export const BANNER = `/*! civic-widgets ${version} | MIT | licences.txt */`;

/** Name of the file that defines an element: `<civic-news-list>` is in `news-list.js`, the feed keeps its name. */
export function bundleName(element: string): string {
  return element === 'civic-feed' ? element : element.replace(/^civic-/, '');
}

/** Rolldown reads tsconfig.json itself, so decorators mean the same here. */
export const shared: InputOptions = {
  cwd: root,
  platform: 'browser',
  // Parsing TypeScript in a plugin takes a second; that is known and fine.
  checks: { bundlerTimings: false },
  tsconfig: join(root, 'tsconfig.json'),
  transform: { target: 'es2021', define: { 'process.env.NODE_ENV': '"production"' } },
  // Lit's packages keep their development build behind a condition that is off here.
  resolve: { conditionNames: ['browser', 'production', 'import', 'module', 'default'] },
};

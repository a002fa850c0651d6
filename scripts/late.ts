/**
 * What stays late in the classic script too, in a folder beside it: a third of what a page would download for what few
 * readers need, or only when they ask for it. Each late file carries what it needs, but for Lit and the errors, of which there
 * must be one on a page: those it takes from the script.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'rolldown';
import { staticImports } from './size.js';

/** Modules of src by the name of their file in `late/`. What a failed feed needs is not among them: the line may be down. */
export const LATE: Readonly<Record<string, string>> = {
  document: 'widgets/directive-viewer/document-view',
  purify: 'feed/purify',
  markup: 'widgets/directive-viewer/document-markup',
  xml: 'feed/xml/read-xml',
  print: 'widgets/directive-viewer/print-document',
  search: 'widgets/directive-viewer/text-search',
  aloud: 'widgets/directive-viewer/read-aloud',
  filters: 'widgets/directive-viewer/list-filters',
  older: 'widgets/directive-viewer/older-documents',
  menu: 'widgets/directive-viewer/section-menu',
  citations: 'widgets/directive-viewer/citation-links',
  current: 'widgets/directive-viewer/current-section',
  described: 'widgets/directive-viewer/json-ld',
  ticker: 'widgets/news-list/ticker',
  further: 'widgets/further',
  near: 'feed/near',
  campaigns: 'widgets/campaign-list/find-campaigns',
  calendar: 'widgets/campaign-list/calendar-file',
  rules: 'widgets/banner-rotator/rules',
  reporting: 'widgets/banner-rotator/reporting',
  videos: 'widgets/banner-rotator/videos',
  pages: 'feed/pages',
  refresh: 'feed/refresh',
  several: 'feed/several',
  'missing-alt': 'widgets/banner-rotator/missing-alt',
  counting: 'widgets/access-counter/counting',
  chart: 'widgets/access-counter/chart',
  goatcounter: 'widgets/access-counter/goatcounter',
  umami: 'widgets/access-counter/umami',
  vercount: 'widgets/access-counter/vercount',
  ...Object.fromEntries(
    [
      'access-chart',
      'access-counter',
      'banner-controls',
      'banner-rotator',
      'campaign-list',
      'campaign-view',
      'directive-document',
      'directive-viewer',
      'further',
      'news-list',
      'news-view',
      'older',
    ].map((table) => [`en-${table}`, `locales/en/${table}`]),
  ),
};

/** Names by the module that the script has anyway. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  lit: ['adoptStyles', 'html', 'nothing', 'render', 'svg', 'unsafeCSS'],
  'feed/error': ['FeedError'],
};

/** Where the script keeps them: on the library's one symbol, by version, since a page may have two. */
const place = (version: string) => `globalThis[Symbol.for('civic-widgets')].shared[${JSON.stringify(version)}]`;

/** What a reader waits for: the files that it imports are asked for together with it, and not found in it. */
const AWAITED = 'document';

/**
 * The expressions of a late module's address and of those that are to come with it, by the file that is imported; undefined
 * for what is in the script.
 *
 * @param dir - with `late/`, built
 */
export function lateAddress(src: string, script: string, dir: string): (file: string) => string[] | undefined {
  const address = (file: string) => `new URL('late/${file}', ${script}).href`;
  return (file) => {
    const name = Object.keys(LATE).find((late) => join(src, `${LATE[late] ?? ''}.js`) === file);
    if (name === undefined) return undefined;
    const code = name === AWAITED ? readFileSync(join(dir, 'late', `${name}.js`), 'utf8') : '';
    return [`${name}.js`, ...staticImports(code).map((target) => basename(target))].map(address);
  };
}

/** For the script: puts what it shares where late files look for it. */
export function shareWithLate(src: string, version: string): Plugin {
  const names = Object.values(SHARED).flat();
  const imports = Object.entries(SHARED).map(
    ([module, shared]) =>
      `import { ${shared.map((name) => `${name} as late_${name}`).join(', ')} } from ${JSON.stringify(module === 'lit' ? module : join(src, `${module}.ts`))};`,
  );
  return {
    name: 'share-with-late',
    transform(code, id) {
      if (id !== join(src, 'embed/classic.ts')) return null;
      const all = names.map((name) => `${name}: late_${name}`).join(', ');
      const page = `import { page as late_page } from ${JSON.stringify(join(src, 'feed/page.ts'))};`;
      const changed = new MagicString(code)
        .prepend([...imports, page].join(''))
        .append(`\n(late_page().shared ??= {})[${JSON.stringify(version)}] = { ${all} };`);
      return { code: changed.toString(), map: changed.generateMap({ source: id, hires: 'boundary' }) };
    },
  };
}

/** For the late files: takes that from the script instead of bringing it again. */
export function takeFromScript(src: string, version: string): Plugin {
  const mark = '\0from-script:';
  const known = (id: string) => Object.keys(SHARED).find((module) => id === module || id === join(src, `${module}.js`));
  return {
    name: 'take-from-script',
    resolveId(source, importer) {
      const module = known(source.startsWith('.') && importer ? join(importer, '..', source) : source);
      return module === undefined ? null : mark + module;
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      return `export const { ${SHARED[id.slice(mark.length)]?.join(', ') ?? ''} } = ${place(version)};`;
    },
  };
}

/**
 * Fails for a late file that nobody asks for: its module would be in the script instead, in every page's download.
 *
 * @param dir - with the script and `late/`
 */
export function checkLateFiles(dir: string): void {
  const late = join(dir, 'late');
  const files = [join(dir, 'civic-widgets.js'), ...readdirSync(late).map((file) => join(late, file))];
  const code = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'));
  const unused = Object.keys(LATE).filter((name) => !code.some((text) => text.includes(`/${name}.js`)));
  if (unused.length > 0) throw new Error(`Nothing imports these late files: ${unused.join(', ')}.`);
}

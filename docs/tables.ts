/**
 * Writes what the documents say about the built files: docs/elements.md and the tables of the README. A test fails when
 * they are no longer true.
 *
 *   npm run build && npx tsx docs/tables.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Budgets, measureAll, type Size } from '../scripts/size.js';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const README = file('../README.md');
export const ELEMENTS = file('elements.md');

interface Named {
  name: string;
  description?: string;
  default?: string;
  inheritedFrom?: unknown;
}

interface Typed extends Named {
  type?: { text: string };
}

/** An element as the custom-elements manifest describes it. */
export interface Described {
  tagName: string;
  summary?: string;
  attributes?: Typed[];
  members?: (Named & { kind: string; privacy?: string; static?: boolean })[];
  events?: Typed[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
}

/** The feed first, then by name. */
export function describedElements(): Described[] {
  const { modules } = JSON.parse(readFileSync(file('../dist/custom-elements.json'), 'utf8')) as {
    modules: { declarations?: Partial<Described>[] }[];
  };
  const found = modules.flatMap(({ declarations = [] }) =>
    declarations.filter((declaration): declaration is Described => declaration.tagName !== undefined),
  );
  const key = ({ tagName }: Described) => (tagName === 'civic-feed' ? '' : tagName);
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const code = (text: string) => `\`${text}\``;
/** A bar would end the cell. */
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const own = <Entry extends Named>(entries: readonly Entry[] = []): Entry[] =>
  entries.filter(({ inheritedFrom }) => inheritedFrom === undefined);

function ownMethods({ members = [] }: Described): string[] {
  return own(members)
    .filter(({ kind, privacy, static: isStatic }) => kind === 'method' && privacy === undefined && !isStatic)
    .map(({ name }) => `${name}()`);
}

/** The README's table: one line an element. */
export function elementsTable(elements: readonly Described[]): string {
  const common = new Set(['civic-load', 'civic-error']);
  const list = (names: readonly string[]) => names.map(code).join(' ') || '–';
  return table(
    ['element', 'what it is', 'attributes of its own', 'events and methods of its own'],
    elements.map((element) => [
      code(`<${element.tagName}>`),
      element.summary ?? '',
      list(own(element.attributes).map(({ name }) => name)),
      list([
        ...(element.events ?? []).map(({ name }) => name).filter((name) => !common.has(name)),
        ...ownMethods(element).filter((name) => name !== 'reload()'),
      ]),
    ]),
  );
}

/** Half kilobytes, rounded up: the figure in the README is never too small, and a few bytes do not change it. */
export function shownSize(brotli: number): number {
  return Math.ceil(brotli / 500) / 2;
}

export function measured(): Size[] {
  const budgets = JSON.parse(readFileSync(file('../budgets.json'), 'utf8')) as Budgets;
  return measureAll(file('../dist/cdn'), budgets);
}

const NAMES: Readonly<Record<string, string>> = {
  all: '`all.js`, all of them',
  classic: '`civic-widgets.js`, all of them in one classic script',
};

export function sizesTable(sizes: readonly Size[]): string {
  return table(
    ['file', 'at most', 'with all that may follow'],
    sizes.map(({ name, brotli, inAll }) => [
      NAMES[name] ?? code(name.endsWith('.js') ? name : `${name}.js`),
      `${shownSize(brotli)} kB`,
      inAll === brotli ? '–' : `${shownSize(inAll)} kB`,
    ]),
  );
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `**${title}**\n\n${table(head, rows)}\n\n`;
}

function elementText(element: Described): string {
  const { attributes, events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  return [
    `## \`<${element.tagName}>\`\n\n${element.summary ?? ''}\n\n`,
    section(
      'Attributes',
      ['name', 'type', 'default', 'meaning'],
      own(attributes).map((attribute) => [
        code(attribute.name),
        code((attribute.type?.text ?? 'string').replace(' | null | undefined', '')),
        attribute.default === undefined ? '' : code(attribute.default),
        attribute.description ?? '',
      ]),
    ),
    section(
      'Events',
      ['name', 'class', 'when'],
      events.map(({ name, type, description = '' }) => [code(name), code(type?.text ?? 'Event'), description]),
    ),
    section(
      'Slots',
      ['name', 'content'],
      slots.map(({ name, description = '' }) => [name === '' ? '(default)' : code(name), description]),
    ),
    section(
      'Parts',
      ['name', 'what'],
      cssParts.map(({ name, description = '' }) => [code(name), description]),
    ),
    section(
      'CSS variables',
      ['name', 'default', 'meaning'],
      cssProperties.map((property) => [
        code(property.name),
        property.default === undefined ? '' : code(property.default),
        property.description ?? '',
      ]),
    ),
  ].join('');
}

/** docs/elements.md. */
export function elementsPage(elements: readonly Described[]): string {
  const inherited = new Map(
    elements.flatMap(({ attributes = [] }) =>
      attributes
        .filter(({ inheritedFrom }) => inheritedFrom !== undefined)
        .map((entry) => [entry.name, entry] as const),
    ),
  );
  const shared = ['tokens', 'base-styles'].map((name) => readFileSync(file(`../src/look/${name}.ts`), 'utf8')).join('');
  const tokens = [...new Set(shared.match(/--civic-\w[\w-]*/g))];
  const rows = [...inherited.values()].map((attribute) => [
    code(attribute.name),
    attribute.default === undefined ? '' : code(attribute.default),
    attribute.description ?? '',
  ]);
  return (
    `${[
      '# The elements',
      'Written by `docs/tables.ts` out of the doc comments in the sources; change those.',
      '## What all widgets have in common',
      table(['attribute', 'default', 'meaning'], rows),
      'The property `state` says what the widget is doing (`loading`, `ready`, `empty`, `stale`, `error`), `reload()` asks the\nserver anew, `strings` replaces wordings.',
      `Tokens that a page may set on any element around the widgets:\n${tokens.map(code).join(', ')}.`,
    ].join('\n\n')}\n\n${elements.map(elementText).join('')}`.trimEnd() + '\n'
  );
}

/** A text with what stands between its markers of that name replaced. */
export function withBlock(text: string, name: string, block: string): string {
  const pattern = new RegExp(`(<!-- ${name}\\b[^>]*-->\\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`There is no place for "${name}".`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${block}\n\n${end}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const elements = describedElements();
  const withElements = withBlock(readFileSync(README, 'utf8'), 'elements', elementsTable(elements));
  writeFileSync(README, withBlock(withElements, 'sizes', sizesTable(measured())));
  writeFileSync(ELEMENTS, elementsPage(elements));
}

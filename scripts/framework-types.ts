/**
 * Writes the types by which JSX, Vue and Svelte know the elements, out of the manifest: `civic-widgets/types/react.js`
 * and so on. Such a module does nothing when it runs; importing it anywhere in a project is enough.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readElements, type Described, type DescribedAttribute } from './manifest.js';

const templates = fileURLToPath(new URL('framework-types', import.meta.url));

/** Doc comment of a member, or nothing. */
function comment(text: string | undefined): string {
  return text === undefined || text === ''
    ? ''
    : `    /** ${text.replaceAll('*/', '*\\/').replace(/\s*\n\s*/g, ' ')} */\n`;
}

function members(element: string, { name, fieldName, description, type }: DescribedAttribute): string {
  // `lang` is every element's own.
  if (fieldName === undefined) return '';
  const doc = comment(description);
  const property = `${doc}    ${fieldName}?: ${element}[${JSON.stringify(fieldName)}] | undefined;\n`;
  if (name === fieldName) return property;
  // As markup has it: a framework sets it as an attribute, because no property is called so.
  const written = /\bnumber\b/.test(type?.text ?? '')
    ? 'number | `${number}`'
    : `${element}[${JSON.stringify(fieldName)}]`;
  return `${property}${doc}    ${JSON.stringify(name)}?: ${written} | undefined;\n`;
}

/** The module that all frameworks' types are made from. */
export function elementTypes(elements: readonly Described[]): string {
  const classes = elements.map(({ name }) => name).sort();
  const entries = elements.map(
    ({ name, tagName, attributes, events }) => `  ${JSON.stringify(tagName)}: {
    element: ${name};
    props: {
${attributes.map((attribute) => members(name, attribute).replace(/^ {4}/gm, '      ')).join('')}    };
    events: {
${events
  .map(
    (event) =>
      `${comment(event.description).replace(/^ {4}/gm, '      ')}      ${JSON.stringify(event.name)}: HTMLElementEventMap[${JSON.stringify(event.name)}];\n`,
  )
  .join('')}    };
  };
`,
  );
  return `/** Written by the build out of custom-elements.json. */
import type { ${classes.join(', ')} } from '../index.js';

/** By tag name: the element, what markup may set, and the events that it fires. */
export interface CivicElements {
${entries.join('')}}
`;
}

/** @param dir - `dist/lib/types` */
export function writeFrameworkTypes(dir: string, manifest: string): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'elements.d.ts'), elementTypes(readElements(manifest)));
  const files = readdirSync(templates);
  for (const file of files) copyFileSync(join(templates, file), join(dir, file));
  for (const file of ['elements.d.ts', ...files]) {
    writeFileSync(join(dir, file.replace(/\.d\.ts$/, '.js')), 'export {};\n');
  }
}

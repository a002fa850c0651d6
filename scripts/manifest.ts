/** What of `dist/custom-elements.json` is read here: elements, their attributes and events. */
import { readFileSync } from 'node:fs';

export interface Described {
  /** Name of the class. */
  readonly name: string;
  readonly tagName: string;
  readonly attributes: readonly DescribedAttribute[];
  readonly events: readonly { readonly name: string; readonly description?: string }[];
}

export interface DescribedAttribute {
  readonly name: string;
  /** The property that reflects it; absent where the browser's own does. */
  readonly fieldName?: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly (Partial<Described> & { readonly name: string })[];
  }[];
}

/** The elements of a manifest, by tag name. */
export function elementsOf(manifest: Manifest): Described[] {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ name, tagName, attributes = [], events = [] }) =>
      tagName === undefined ? [] : [{ name, tagName, attributes, events }],
    )
    .sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
}

export function readElements(file: string): Described[] {
  return elementsOf(JSON.parse(readFileSync(file, 'utf8')) as Manifest);
}

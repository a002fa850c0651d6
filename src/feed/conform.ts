import { isDate, isZone } from './dates.js';
import { isHours } from './hours.js';
import { resolveUrl } from './url.js';

/**
 * What a value must look like, as data: a leaf by name, `=a|b` for one of several words, `*` for the object that it
 * stands in, a list of one shape, or an object by key, where `key!` is obligatory, and `key!other` is where there is no
 * `other` before it. Generated out of the schema.
 */
export type Shape = string | readonly [Shape] | ShapeOfObject;
interface ShapeOfObject {
  readonly [key: string]: Shape;
}

export type Key = string | number;

/** Told of everything that is left out. `path` is only lent: it changes afterwards. */
export type OnProblem = (path: readonly Key[], message: string) => void;

const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const when = (fits: boolean, value: unknown): unknown => (fits ? value : undefined);

const textThat = (fits: (text: string) => boolean) => (value: unknown) => when(isString(value) && fits(value), value);

/** What each leaf takes a value for, undefined where it refuses. */
const LEAVES: Readonly<Record<string, (value: unknown, base: string) => unknown>> = {
  text: (value) => when(isString(value), value),
  number: (value) => when(isNumber(value), value),
  boolean: (value) => when(typeof value === 'boolean', value),
  share: (value) => when(isNumber(value) && value >= 0, value),
  count: (value) => when(Number.isInteger(value) && (value as number) >= 0, value),
  pixels: (value) => when(isNumber(value) && value > 0, value),
  id: (value) => (isNumber(value) ? String(value) : when(isString(value) && value.trim() !== '', value)),
  link: (value, base) => when(isString(value), value) && resolveUrl(value as string, base),
  resource: (value, base) => when(isString(value), value) && resolveUrl(value as string, base, 'resource'),
  date: textThat(isDate),
  hours: textThat(isHours),
  zone: textThat(isZone),
};

/** Characters of a refused value that a report repeats. */
const SHOWN = 60;

/** What stays the same from the top of a value to its last leaf. */
interface Walk {
  readonly base: string;
  readonly path: Key[];
  readonly onProblem: OnProblem;
}

function refuse({ path, onProblem }: Walk, message: string): unknown {
  onProblem(path, message);
  return undefined;
}

function takeLeaf(value: unknown, leaf: string, walk: Walk): unknown {
  if (leaf.startsWith('=')) {
    const words = leaf.slice(1).split('|');
    return words.includes(value as string) ? value : refuse(walk, `none of: ${words.join(', ')}`);
  }
  // What is refused is repeated, so that it can be found in the feed.
  return LEAVES[leaf]?.(value, walk.base) ?? refuse(walk, `no ${leaf}: ${JSON.stringify(value).slice(0, SHOWN)}`);
}

function takeInside(key: Key, value: unknown, shape: Shape, walk: Walk, around: ShapeOfObject): unknown {
  walk.path.push(key);
  const kept = take(value, shape, walk, around);
  walk.path.pop();
  return kept;
}

function takeObject(value: unknown, shape: ShapeOfObject, walk: Walk): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(walk, 'no object');
  }
  const kept: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape)) {
    const [key, other] = name.split('!') as [string, string?];
    const raw = (value as Record<string, unknown>)[key];
    // Many feeds write null for what is not there.
    const own = raw == null ? undefined : takeInside(key, raw, field, walk, shape);
    if (own !== undefined) kept[key] = own;
    else if (other != null && !kept[other]) return refuse(walk, `left out: no usable "${key}"`);
  }
  return kept;
}

function take(value: unknown, shape: Shape, walk: Walk, around: ShapeOfObject): unknown {
  if (shape === '*') return takeObject(value, around, walk);
  if (isString(shape)) return takeLeaf(value, shape, walk);
  if (!Array.isArray(shape)) return takeObject(value, shape as ShapeOfObject, walk);
  if (!Array.isArray(value)) return refuse(walk, 'no list');
  const [entryShape] = shape as readonly [Shape];
  return (value as unknown[])
    .map((entry, index) => takeInside(index, entry, entryShape, walk, around))
    .filter((entry) => entry !== undefined);
}

/**
 * A copy of a value with everything left out that does not conform: a wrong field goes, and where it was
 * obligatory, what holds it goes with it. URLs come out absolute.
 *
 * @param base - absolute URL that relative ones start from
 * @param path - where the value stands
 * @returns undefined when nothing is left
 */
export function conform(value: unknown, shape: Shape, base: string, path: Key[], onProblem: OnProblem): unknown {
  return take(value, shape, { base, path, onProblem }, {});
}

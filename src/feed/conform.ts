import { isDate, isZone } from './dates.js';
import { resolveUrl } from './url.js';

/**
 * What a value must look like, as data: a leaf by name, `=a|b` for one of several words, `*` for the object that it
 * stands in, a list of one shape, or an object by key, where `key!` is obligatory. Generated out of the schema.
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

/** What each leaf takes a value for, undefined where it refuses. */
const LEAVES: Readonly<Record<string, (value: unknown, base: string) => unknown>> = {
  text: (value) => when(isString(value), value),
  number: (value) => when(isNumber(value), value),
  boolean: (value) => when(typeof value === 'boolean', value),
  share: (value) => when(isNumber(value) && value >= 0, value),
  count: (value) => when(Number.isInteger(value) && (value as number) >= 0, value),
  pixels: (value) => when(isNumber(value) && value > 0, value),
  id: (value) => (isNumber(value) ? String(value) : when(isString(value) && value !== '', value)),
  link: (value, base) => when(isString(value), value) && resolveUrl(value as string, base),
  resource: (value, base) => when(isString(value), value) && resolveUrl(value as string, base, 'resource'),
  date: (value) => when(isString(value) && isDate(value), value),
  zone: (value) => when(isString(value) && isZone(value), value),
};

/** Characters of a refused value that a report repeats. */
const SHOWN = 60;

/**
 * A copy of a value with everything left out that does not conform: a wrong field goes, and where it was
 * obligatory, what holds it goes with it. URLs come out absolute.
 *
 * @param base - absolute URL that relative ones start from
 * @param path - where the value stands
 * @returns undefined when nothing is left
 */
export function conform(
  value: unknown,
  shape: Shape,
  base: string,
  path: Key[],
  onProblem: OnProblem,
  around: Shape = shape,
): unknown {
  const refuse = (message: string): unknown => {
    onProblem(path, message);
    return undefined;
  };
  const object = Array.isArray(shape) ? around : shape;
  const inside = (key: Key, entry: unknown, entryShape: Shape) => {
    path.push(key);
    const kept = conform(entry, entryShape, base, path, onProblem, object);
    path.pop();
    return kept;
  };
  if (isString(shape)) {
    if (shape === '*') return conform(value, around, base, path, onProblem);
    if (shape.startsWith('=')) {
      const words = shape.slice(1).split('|');
      return words.includes(value as string) ? value : refuse(`none of: ${words.join(', ')}`);
    }
    // What is refused is repeated, so that it can be found in the feed.
    return LEAVES[shape]?.(value, base) ?? refuse(`no ${shape}: ${JSON.stringify(value).slice(0, SHOWN)}`);
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return refuse('no list');
    return (value as unknown[])
      .map((entry, index) => inside(index, entry, (shape as readonly [Shape])[0]))
      .filter((entry) => entry !== undefined);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('no object');
  const kept: Record<string, unknown> = {};
  for (const [name, entryShape] of Object.entries(shape)) {
    const key = name.replace('!', '');
    // Many feeds write null for what is not there.
    const entry = (value as Record<string, unknown>)[key] ?? undefined;
    const own = entry === undefined ? undefined : inside(key, entry, entryShape);
    if (own !== undefined) kept[key] = own;
    else if (name !== key) {
      return refuse(`left out for its "${key}"${entry === undefined ? ', which is missing' : ''}`);
    }
  }
  return kept;
}

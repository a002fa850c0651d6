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

/** What each leaf takes a value for, undefined where it refuses, and what it says then. */
const LEAVES: Readonly<Record<string, readonly [(value: unknown, base: string) => unknown, string]>> = {
  text: [(value) => (isString(value) ? value : undefined), 'no string'],
  number: [(value) => (isNumber(value) ? value : undefined), 'no number'],
  boolean: [(value) => (typeof value === 'boolean' ? value : undefined), 'neither true nor false'],
  share: [(value) => (isNumber(value) && value >= 0 ? value : undefined), 'no number from 0 up'],
  count: [
    (value) => (Number.isInteger(value) && (value as number) >= 0 ? value : undefined),
    'no whole number from 0 up',
  ],
  pixels: [(value) => (isNumber(value) && value > 0 ? value : undefined), 'no number above 0'],
  id: [
    (value) => (isNumber(value) ? String(value) : isString(value) && value ? value : undefined),
    'no id (a string)',
  ],
  link: [
    (value, base) => (isString(value) ? resolveUrl(value, base) : undefined),
    'no URL with http(s), mailto or tel, and no path',
  ],
  resource: [
    (value, base) => (isString(value) ? resolveUrl(value, base, 'resource') : undefined),
    'no http(s) URL and no path',
  ],
  date: [
    (value) => (isString(value) && isDate(value) ? value : undefined),
    'no date like 2024, 2024-03, 2024-03-01 or RFC 3339',
  ],
  zone: [(value) => (isString(value) && isZone(value) ? value : undefined), 'no IANA time zone'],
};

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
  const refuse = (message: string) => {
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
    if (shape[0] === '=') {
      const words = shape.slice(1).split('|');
      return words.includes(value as string) ? value : refuse(`none of: ${words.join(', ')}`);
    }
    const [take, message] = LEAVES[shape]!;
    return take(value, base) ?? refuse(message);
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
    const entry = Object.prototype.hasOwnProperty.call(value, key)
      ? ((value as Record<string, unknown>)[key] ?? undefined)
      : undefined;
    const own = entry === undefined ? undefined : inside(key, entry, entryShape);
    if (own !== undefined) kept[key] = own;
    else if (name !== key) {
      return entry === undefined ? refuse(`"${key}" is missing`) : refuse(`left out for its "${key}"`);
    }
  }
  return kept;
}

/** Writes `dist/feed.schema.json`, the feed's JSON Schema, from the schema the reader itself uses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { FeedSchema } from '../src/feed/schema.js';

/** The schema carries notes for our own reader that mean nothing in JSON Schema. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (value === null || typeof value !== 'object') return value;
  const { leaf, ...rest } = value as Record<string, unknown>;
  // A property that is itself called "leaf" is a schema, and stays.
  const kept = leaf !== undefined && typeof leaf !== 'string' ? { leaf, ...rest } : rest;
  return Object.fromEntries(Object.entries(kept).map(([key, inner]) => [key, withoutNotes(inner)]));
}

/** The schema as a JSON Schema document. What JSON Schema cannot say (a date that exists) is left to the reader. */
export function feedJsonSchema(): object {
  const schema = toJsonSchema(FeedSchema, { errorMode: 'ignore', target: 'draft-2020-12' });
  return {
    ...(withoutNotes(schema) as object),
    title: 'JSON Feed 1.1 with the _civic extension',
    description: 'What the civic-widgets elements read. Any JSON Feed 1.1 is valid.',
  };
}

export function writeSchema(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(feedJsonSchema(), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeSchema(fileURLToPath(new URL('../dist/feed.schema.json', import.meta.url)));
}

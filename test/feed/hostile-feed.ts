/**
 * Items in which every string is an attack. They are made out of the shapes by which a feed is read, so that a field that joins
 * the contract is attacked without anybody thinking of it.
 */
import type { Shape } from '../../src/feed/conform.js';
import { feedShape } from '../../src/feed/shape.js';
import { itemShape } from '../../src/feed/item-shape.js';
import type { Json, JsonObject } from './whole-feed.js';

/** What stands at a leaf of a shape. */
type Fill = (leaf: string) => Json;

/** The attack wherever any words may stand, and elsewhere the worst that the reader of feeds lets through. */
function conforming(attack: string): Fill {
  const rest: Record<string, Json> = {
    number: 1,
    share: 1,
    count: 1,
    pixels: 1,
    boolean: true,
    date: '2024-03-01',
    hours: '00:00-24:00',
    zone: 'Asia/Ho_Chi_Minh',
    resource: `https://example.org/?${attack}`,
    // The only kind of link of which the browser's own parser leaves quotes and brackets alone.
    link: `mailto:${attack}`,
  };
  return (leaf) => (leaf.startsWith('=') ? (leaf.slice(1).split('|')[0] ?? '') : (rest[leaf] ?? attack));
}

/** The attack everywhere, also where it is no date, no number and no link. */
const blunt =
  (attack: string): Fill =>
  () =>
    attack;

function filled(shape: Shape, fill: Fill, around?: Shape): Json {
  if (typeof shape === 'string') {
    if (shape !== '*') return fill(shape);
    // An organ within an organ: once is enough.
    const once = Object.entries(around ?? {}).filter(([, inner]) => inner !== '*');
    return filled(Object.fromEntries(once), fill);
  }
  if (Array.isArray(shape)) return [filled((shape as readonly [Shape])[0], fill)];
  const fields = Object.entries(shape as Record<string, Shape>);
  return Object.fromEntries(fields.map(([key, inner]) => [key.replace(/!.*/, ''), filled(inner, fill, shape)]));
}

/** One item; `rest` has its words and its id, which one attack cannot be for several. */
export function hostileItem(attack: string, way: 'conforming' | 'blunt', rest: JsonObject): JsonObject {
  const item = filled(itemShape, way === 'blunt' ? blunt(attack) : conforming(attack)) as JsonObject;
  // What a directive is named by would be lost to a campaign, were that first.
  return JSON.parse(JSON.stringify({ ...item, ...rest })) as JsonObject;
}

/** A feed of such items, its own fields attacked as well. */
export function hostileFeed(attack: string, items: readonly JsonObject[]): JsonObject {
  // One that led back would be refused.
  const next_url = `https://example.org/2?${attack}`;
  return { ...(filled(feedShape, conforming(attack)) as JsonObject), next_url, items: [...items] };
}

import { organKey } from '../text/spelling.js';
import type { Feed, FeedItem } from './schema.js';

/** What an item is for. */
export type ItemKind = 'directive' | 'campaign' | 'news';

function kindOf({ _civic }: FeedItem): ItemKind | undefined {
  return _civic?.kind ?? (_civic?.directive && 'directive') ?? (_civic?.campaign && 'campaign');
}

/**
 * The items of one kind, in the feed's order. A plain JSON Feed names no kinds: then every item is news, and every
 * item is a document too. Among items with kinds, those without are news.
 */
export function itemsOfKind(feed: Feed, kind: ItemKind): FeedItem[] {
  const plain = kind === 'directive' && !feed.items.some(kindOf);
  return feed.items.filter((item) => plain || (kindOf(item) ?? 'news') === kind);
}

/** What narrows a list to what concerns one ward. */
export interface Narrowing {
  /** A tag that an item must carry. */
  readonly tag?: string | null | undefined;
  /** Id or name of the organ, organiser or author that an item must come from. */
  readonly organ?: string | null | undefined;
}

const same = (left: string | undefined, right: string) =>
  left?.normalize().trim().toLocaleLowerCase('vi') === right.normalize().trim().toLocaleLowerCase('vi');

/** Whether an item comes from an organ, whose name feeds spell in many ways: "UBND", "Ủy ban", "Uỷ ban". */
function comingFrom(organ: string): (item: FeedItem) => boolean {
  const wanted = organKey(organ);
  // Ten thousand items have few organs, and a key is costly.
  const known = new Map<string, boolean>();
  const isWanted = (name: string | undefined) => {
    if (name === undefined) return false;
    let is = known.get(name);
    if (is === undefined) known.set(name, (is = organKey(name) === wanted));
    return is;
  };
  return ({ _civic: { directive, campaign } = {}, authors = [] }) =>
    same(directive?.organ?.id, organ) ||
    isWanted(directive?.organ?.name) ||
    isWanted(campaign?.organiser) ||
    isWanted(campaign?.launchedBy) ||
    authors.some(({ name }) => isWanted(name));
}

/** The items that carry the tag and come from the organ; an empty condition holds for all. */
export function narrow(items: readonly FeedItem[], { tag, organ }: Narrowing): FeedItem[] {
  const isFrom = organ ? comingFrom(organ) : () => true;
  return items.filter((item) => (!tag || (item.tags ?? []).some((name) => same(name, tag))) && isFrom(item));
}

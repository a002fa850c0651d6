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

function comesFrom(item: FeedItem, organ: string): boolean {
  const { directive, campaign } = item._civic ?? {};
  return [
    directive?.organ?.id,
    directive?.organ?.name,
    campaign?.organiser,
    campaign?.launchedBy,
    ...(item.authors ?? []).map((author) => author.name),
  ].some((name) => same(name, organ));
}

/** The items that carry the tag and come from the organ; an empty condition holds for all. */
export function narrow(items: readonly FeedItem[], { tag, organ }: Narrowing): FeedItem[] {
  return items.filter(
    (item) => (!tag || (item.tags ?? []).some((name) => same(name, tag))) && (!organ || comesFrom(item, organ)),
  );
}

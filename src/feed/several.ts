/** Several feeds as one; comes only to pages whose `src` names more than one. */
import type { Ask, LoaderSettings } from './ask.js';
import type { FetchMode } from './client.js';
import { byDate, firstOf, joinItems, nextUrls, type Part, rebuilt } from './join.js';
import type { Problem } from './read-head.js';
import type { Banner, Feed } from './schema.js';
import type { FeedSnapshot } from './snapshot.js';

/** Milliseconds that those which are there wait for the others, so that a list is not drawn twice for a breath. */
const GRACE_MS = 2000;

const WAITING: FeedSnapshot = { status: 'loading', problems: [] };

/** What each source was, by the feed that they became. */
const sources = new WeakMap<Feed, ReadonlyMap<string, FeedSnapshot>>();

/**
 * Asks all sources at once and puts together what they answer: each item once, the newest first. A source that
 * fails is an `error` beside what the others have; only where all fail there is nothing to show.
 *
 * @param ask - asks for one
 * @param settings - `src` has white space between the sources
 * @param former - what was known before
 * @param show - told of the sources that are there when others take long
 */
export async function askAll(
  ask: Ask,
  settings: LoaderSettings,
  signal: AbortSignal,
  mode: FetchMode,
  former: FeedSnapshot,
  show: (snapshot: FeedSnapshot) => void,
): Promise<FeedSnapshot | undefined> {
  const before = former.feed && sources.get(firstOf(former.feed));
  const names = [...new Set(settings.src.split(/\s+/))];
  const answers = new Map<string, FeedSnapshot>();
  const together = () => merge(new Map(names.flatMap((name) => pair(name, answers.get(name)))), former, settings.base);
  const timer = setTimeout(() => {
    const those = together();
    if (!former.feed && those.feed && !signal.aborted) show(those);
  }, GRACE_MS);
  await Promise.all(
    names.map(async (src) => {
      const answer = await ask({ ...settings, src }, signal, mode, before?.get(src) ?? WAITING, show);
      if (answer) answers.set(src, answer);
    }),
  );
  clearTimeout(timer);
  return signal.aborted ? undefined : together();
}

const pair = <Value>(name: string, value: Value | undefined): [string, Value][] =>
  value === undefined ? [] : [[name, value]];

function isSame(left: ReadonlyMap<string, FeedSnapshot>, right: ReadonlyMap<string, FeedSnapshot>): boolean {
  return left.size === right.size && [...left].every(([name, { feed }]) => right.get(name)?.feed === feed);
}

function merge(answers: ReadonlyMap<string, FeedSnapshot>, former: FeedSnapshot, base: string): FeedSnapshot {
  const known = [...answers].flatMap(([name, snapshot]) => {
    const { feed } = snapshot;
    return feed ? [{ feed, snapshot, url: new URL(name, base).href }] : [];
  });
  const missing = [...answers.values()].flatMap(({ error }) => error ?? []);
  const [error] = missing;
  if (known.length === 0) return { status: 'error', problems: [], ...(error && { error }) };
  const before = former.feed && firstOf(former.feed);
  const earlier = before && sources.get(before);
  // Nothing new is the same object, so that it draws nothing anew.
  const feed = before && earlier && isSame(earlier, answers) ? before : mergedFeed(known);
  sources.set(feed, answers);
  const times = known.flatMap(({ snapshot: { receivedAt } }) => receivedAt ?? []);
  return {
    status: known.every(({ snapshot }) => snapshot.status === 'stale') ? 'stale' : 'ready',
    feed,
    problems: known.flatMap(({ snapshot, url }) => placed(snapshot.problems, url)),
    ...(error && { error, missing }),
    ...(times.length > 0 && { receivedAt: Math.min(...times) }),
  };
}

/** Problems with the address of the feed that has them. */
export function placed(problems: readonly Problem[], url: string): Problem[] {
  return problems.map(({ pointer, message }) => ({ pointer, message: `${message} (${url})` }));
}

/** The first source rules the title, the zone and the language; banners are those of all, figures the first that there are. */
function mergedFeed(parts: readonly Part[]): Feed {
  const [first] = parts;
  if (!first) throw new TypeError('no feed to merge');
  const banners = new Map<string, Banner>();
  for (const { feed } of parts) {
    for (const banner of feed._civic.banners) if (!banners.has(banner.id)) banners.set(banner.id, banner);
  }
  const statistics = parts.map(({ feed }) => feed._civic.statistics).find((figures) => figures !== undefined);
  const { feed_url: _, ...head } = first.feed;
  const advertisers = parts.flatMap(({ feed }) => feed._civic.advertisers ?? []);
  const extension = {
    ...head._civic,
    banners: [...banners.values()],
    ...(advertisers[0] && { advertisers }),
    ...(statistics && { statistics }),
  };
  const items = byDate(joinItems(parts, true), head._civic.timezone);
  const next = [...new Set(parts.flatMap(({ feed }) => nextUrls(feed)))];
  return rebuilt({ ...head, _civic: extension, items }, items, next);
}

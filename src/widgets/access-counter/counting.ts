/**
 * Counts this page and keeps its figures, for all counters on it: a file of its own, for counters with a `collector`.
 */
import type { FeedError } from '../../feed/error.js';
import { page } from '../../feed/page.js';
import type { FeedSnapshot, FeedSource } from '../../feed/snapshot.js';
import { askCollector } from './own-collector.js';
import { mayCount } from './privacy.js';
import { asker, feedOf, type Reader } from './reading.js';

/** Milliseconds between two signs that the page is still looked at; the collector forgets after 300 s. */
const HEARTBEAT = 120_000;

/** Counters of other makers, which count by themselves and are only read: `collector="umami:https://…/share/…"`. */
const READERS: Readonly<Record<string, () => Promise<{ read: Reader }>>> = {
  goatcounter: () => import('./goatcounter.js'),
  umami: () => import('./umami.js'),
  vercount: () => import('./vercount.js'),
};

/** One page view at one collector, shared by all counters of the page and by all copies of the script. */
interface Counting extends FeedSource {
  snapshot: FeedSnapshot;
  /** @returns leaves; the last to leave ends the heartbeat */
  readonly join: (listener: () => void) => () => void;
}

function startCounting(collector: string, site: string, timeout: number): Counting {
  const listeners = new Set<() => void>();
  const [, maker = '', address = ''] = /^(?:(goatcounter|umami|vercount):)?(.*)$/.exec(collector) ?? [];
  // A folder: `v1/seen` goes behind it, whether or not it was written with its slash.
  const base = new URL(maker || address.endsWith('/') ? address : `${address}/`, document.baseURI);
  const counts = !maker && mayCount(navigator);
  const ask = asker(timeout);
  let counted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let running: Promise<void> | undefined;

  const load = async () => {
    asked = Date.now();
    if (maker) return (await READERS[maker]?.())?.read(ask, base, site);
    const answer = await askCollector(ask, base, site, counts ? (counted ? 'h' : 'v') : undefined);
    counted = true;
    return answer;
  };
  const show = (snapshot: FeedSnapshot) => {
    counting.snapshot = snapshot;
    for (const listener of [...listeners]) listener();
  };
  const again = () => {
    clearTimeout(timer);
    if (listeners.size === 0 || document.visibilityState === 'hidden') return;
    timer = setTimeout(() => void send(), Math.max(0, asked + HEARTBEAT - Date.now()));
  };
  const send = (): Promise<void> => {
    running ??= load()
      .then(
        (answer) => {
          if (answer)
            show({
              status: 'ready',
              feed: feedOf(answer.statistics, answer.timezone),
              problems: [],
              receivedAt: Date.now(),
            });
        },
        (error: unknown) => {
          const { feed, receivedAt } = counting.snapshot;
          const failed = { problems: [], error: error as FeedError };
          // Kept figures are shown as such; without any, a dash and the reason.
          show(
            feed && receivedAt !== undefined
              ? { status: 'stale', feed, receivedAt, ...failed }
              : { status: 'error', ...failed },
          );
        },
      )
      .then(() => {
        running = undefined;
        again();
      });
    return running;
  };

  // What could not be counted without a line is counted when it is back.
  const onLine = () => {
    if (counting.snapshot.error) void send();
  };
  // A page that comes back out of the browser's memory is looked at anew.
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    counted = false;
    void send();
  };
  let begun = false;
  /** Follows the page as long as a counter is on it. */
  const follow = () => {
    // A page that was drawn ahead is counted when someone looks at it, if ever.
    if ((document as Document & { prerendering?: boolean }).prerendering) {
      document.addEventListener('prerenderingchange', follow, { once: true });
      return;
    }
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', onLine);
    window.addEventListener('pageshow', onShow);
    if (!begun) void send();
    begun = true;
  };
  const leave = () => {
    document.removeEventListener('prerenderingchange', follow);
    document.removeEventListener('visibilitychange', again);
    window.removeEventListener('online', onLine);
    window.removeEventListener('pageshow', onShow);
  };

  const counting: Counting = {
    snapshot: { status: 'loading', problems: [] },
    reload: send,
    join(listener) {
      listeners.add(listener);
      follow();
      again();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) leave();
        again();
      };
    },
  };
  return counting;
}

/**
 * Joins the counting of this page at a collector, and begins it where no counter has yet.
 *
 * @param told - called with the source, and again whenever it has something new
 * @returns leaves
 */
export function count(
  collector: string,
  site: string,
  timeout: number,
  told: (source: FeedSource) => void,
): () => void {
  const all = (page().counting ??= new Map()) as Map<string, Counting>;
  const key = `${site} ${new URL(collector, document.baseURI).href}`;
  let counting = all.get(key);
  if (!counting) all.set(key, (counting = startCounting(collector, site, timeout)));
  const source = counting;
  const listener = () => told(source);
  listener();
  return source.join(listener);
}

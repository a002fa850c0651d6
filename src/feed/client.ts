/** Fetches feeds: one request for a URL however many widgets, and copies of the script, ask for it. */
import { FeedError } from './error.js';
import { SETTLED_MS, whenIdle } from './idle.js';
import type { Received } from './received.js';
import { type Answer, MAX_KEPT, page, type SharedLoad } from './page.js';

/** Bytes; more than the 10,000 directives that one feed is meant for, less than what stalls a phone. */
export const MAX_BYTES = 32 * 1024 * 1024;
/**
 * Milliseconds for which an answer serves widgets that the parser reaches a little later, so that thirty widgets
 * on a slowly arriving page are still one request.
 */
const SHARED_FOR_MS = 3000;

/** Characters; a longer feed is kept on the disk only. */
const MAX_IN_MEMORY = 2_000_000;

/**
 * `first`: the HTTP cache may answer. `refresh`: the server is asked whether the HTTP cache is still right.
 * `reload`: the same, and an answer that came a moment ago will not do either. `further`: a page behind the first,
 * which is not kept for the day the network fails.
 */
export type FetchMode = 'first' | 'refresh' | 'reload' | 'further';

export interface FetchOptions {
  /** The one who asks has left or asks for something else. */
  signal: AbortSignal;
  /** Seconds until the one who asks gives up; 0 waits for ever. */
  timeout: number;
  mode?: FetchMode;
}

async function receive(response: Response, url: string): Promise<Received> {
  const tooLarge = () => new FeedError('too-large', url);
  const { body, headers } = response;
  if (Number(headers.get('content-length')) > MAX_BYTES) throw tooLarge();
  const type = headers.get('content-type') ?? '';
  const parts: Uint8Array[] = [];
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    // Done, or without a body at all.
    if (!value) return { text, type, parts };
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      void reader?.cancel();
      throw tooLarge();
    }
    // Here and now: a blob would go to another process and back. What ends within a letter is no feed.
    text += decoder.decode(value, { stream: true });
    parts.push(value);
  }
}

async function attempt(url: string, mode: FetchMode, signal: AbortSignal): Promise<Answer> {
  let received: Received;
  try {
    const cache = mode === 'first' || mode === 'further' ? 'default' : 'no-cache';
    // No header of our own and no credentials: the request needs no preflight and carries nobody's session.
    const response = await (page().early?.(url) ?? fetch(url, { credentials: 'omit', cache, signal }));
    if (!response.ok) {
      void response.body?.cancel();
      throw new FeedError('http', url, {
        status: response.status,
        retryAfter: response.headers.get('retry-after') ?? undefined,
      });
    }
    received = await receive(response, url);
  } catch (error) {
    if (error instanceof FeedError || signal.aborted) throw error;
    throw new FeedError('network', url, { cause: error });
  }
  const { text } = received;
  const known = page().kept.get(url);
  // The same bytes are the same object, so that an unchanged feed re-renders nothing.
  const value = known?.text === text ? known.value : await parse(received, url);
  const answer = { value, receivedAt: Date.now() };
  if (mode !== 'further') keep(url, text, answer);
  return answer;
}

/** Keeps the last good copy: in memory for this page, and on the disk for the next visit. */
function keep(url: string, text: string, answer: Answer): void {
  const { kept } = page();
  kept.delete(url);
  if (text.length <= MAX_IN_MEMORY) kept.set(url, { ...answer, text });
  if (kept.size > MAX_KEPT) kept.delete([...kept.keys()][0] as string);
  whenIdle(async () => (await import('./kept.js')).keep(url, text, answer), SETTLED_MS);
}

/**
 * The last good copy of a feed, from this page or from an earlier visit.
 *
 * @param url - absolute
 */
export async function recall(url: string): Promise<Answer | undefined> {
  const copy = page().kept.get(url);
  if (copy) return copy;
  return import('./kept.js').then((kept) => kept.recall(url)).catch(() => undefined);
}

async function parse(received: Received, url: string): Promise<unknown> {
  const { text } = received;
  // Most portals emit RSS or Atom and nothing else; what reads that comes only to their pages.
  if (/^\s*</.test(text)) return (await import('./xml/read-xml.js')).readXml(received, url);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new FeedError('not-json', url, { cause });
  }
}

function start(url: string, mode: FetchMode): SharedLoad {
  const { loads } = page();
  const controller = new AbortController();
  const { signal } = controller;
  let lastError: FeedError | undefined;
  let waiting = 0;
  let settled = false;

  const run = async (): Promise<Answer> => {
    for (let failed = 1; ; failed++) {
      try {
        return await attempt(url, mode, signal);
      } catch (error) {
        // Most requests succeed: how to try again comes when one does not.
        const retry = signal.aborted ? undefined : await import('./retry.js').catch(() => undefined);
        const pause = retry?.pauseAfter(error, failed, Math.random(), Date.now());
        if (!retry || pause === undefined) throw error;
        lastError = error as FeedError;
        await retry.wait(pause, signal);
      }
    }
  };
  const forget = () => {
    if (loads.get(url) === load) loads.delete(url);
  };
  const answer = run();
  const load: SharedLoad = {
    answer,
    settled: () => settled,
    lastError: () => lastError,
    join: () => {
      waiting++;
      return () => {
        if (--waiting > 0 || settled) return;
        forget();
        controller.abort();
      };
    },
  };
  answer.then(
    () => {
      settled = true;
      setTimeout(forget, SHARED_FOR_MS);
    },
    // A failure is never kept: the next one who asks tries anew.
    () => {
      settled = true;
      forget();
    },
  );
  loads.set(url, load);
  return load;
}

/**
 * Loads a feed, as JSON or what XML means in it, joining a request for the same URL that is under way.
 *
 * @param url - absolute
 * @throws {FeedError} `network`, `timeout`, `http`, `too-large`, `not-json` or `invalid-feed`
 * @throws {DOMException} `AbortError` when `signal` says so
 */
export async function fetchFeed(url: string, options: FetchOptions): Promise<Answer> {
  const { signal, timeout, mode = 'first' } = options;
  const shared = page().loads.get(url);
  const load = shared && !(mode === 'reload' && shared.settled()) ? shared : start(url, mode);
  const leave = load.join();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      load.answer,
      new Promise<never>((_, reject) => {
        const stop = () => reject(new DOMException('left', 'AbortError'));
        if (signal.aborted) stop();
        else signal.addEventListener('abort', stop);
        if (timeout > 0) {
          // A server that answered 503 all the while says more than that the time is up.
          const late = () => reject(load.lastError() ?? new FeedError('timeout', url));
          timer = setTimeout(late, timeout * 1000);
        }
      }),
    ]);
  } finally {
    clearTimeout(timer);
    leave();
  }
}

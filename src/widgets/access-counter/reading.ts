import { FeedError } from '../../feed/error.js';
import type { Feed, Statistics } from '../../feed/schema.js';

/** Figures with what a chart needs: visits of the last days, the present one last. */
export type Counted = Statistics & { readonly days?: readonly number[] };

/** Reads a service's figures; what it does not know is not there. */
export type Reader = (request: Ask, base: URL, site: string) => Promise<{ statistics: Counted; timezone?: string }>;

/** Fetches JSON. @throws {FeedError} */
export type Ask = (url: URL, init?: RequestInit & { absent?: unknown }) => Promise<unknown>;

/** `fetch` for small JSON, with failures that have the names of a feed's. */
export function asker(seconds: number): Ask {
  return async (url, { absent, ...init } = {}) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), seconds * 1000);
    const fail = (code: FeedError['code'], detail = {}) => new FeedError(code, url.href, detail);
    try {
      const response = await fetch(url, { credentials: 'omit', signal: controller.signal, ...init });
      if (response.status === 404 && absent !== undefined) return absent;
      const text = await response.text();
      if (!response.ok) throw fail('http', { status: response.status, message: text.slice(0, 300) });
      try {
        return JSON.parse(text) as unknown;
      } catch (cause) {
        throw fail('not-json', { cause });
      }
    } catch (cause) {
      if (cause instanceof FeedError) throw cause;
      throw fail(controller.signal.aborted ? 'timeout' : 'network', { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A number that can be a figure. */
export function figure(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value.replace(/\D/g, '') || NaN) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Only what is known. */
export function known(figures: Readonly<Record<string, number | undefined>>): Statistics {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}

/** Figures as a feed that holds nothing else. */
export function feedOf(statistics: Counted, timezone = 'Asia/Ho_Chi_Minh'): Feed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: '',
    items: [],
    _civic: { timezone, banners: [], statistics },
  } as unknown as Feed;
}

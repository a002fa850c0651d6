import { resolveUrl } from '../../feed/url.js';
import type { Batch } from './unsent.js';

/** Where banners are reported when the page only says that they are. */
const DEFAULT_PATH = '/v1/notices/seen';

/** A browser opens six connections to a server: one that takes a report and never answers must not keep any of them. */
const ANSWER_MS = 30_000;

/** What can happen to a banner, by its place in a report: it is shown, could be seen, is followed. */
export type Happening = 2 | 3 | 4;

/**
 * Where a page reports to.
 *
 * @param report - as the page writes it; empty is the default path
 * @returns undefined where that is no address
 */
export function reportAddress(report: string): string | undefined {
  return resolveUrl(report || DEFAULT_PATH, document.baseURI, 'resource');
}

/** 128 random bits; `randomUUID` is missing on pages without TLS. */
export function drawId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param age - milliseconds that the batch has waited
 * @returns what the server says; rejected where it cannot be reached, or says nothing for {@link ANSWER_MS}
 */
export async function sendReport(url: string, { b, n }: Pick<Batch, 'b' | 'n'>, age: number): Promise<Response> {
  const ending = new AbortController();
  const timer = window.setTimeout(() => ending.abort(), ANSWER_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A text needs no leave of another server, and outlives the page.
      body: JSON.stringify({ b, a: age, n }),
      keepalive: true,
      credentials: 'omit',
      // A redirect asks elsewhere without the report, and whatever answers there has not kept it.
      redirect: 'error',
      signal: ending.signal,
    });
    // Nobody reads on, and an answer without an end would keep its connection, too.
    void response.body?.cancel();
    return response;
  } finally {
    window.clearTimeout(timer);
  }
}

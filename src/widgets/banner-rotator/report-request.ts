import { resolveUrl } from '../../feed/url.js';
import type { Batch } from './unsent.js';

/** Where banners are reported when the page only says that they are. */
const DEFAULT_PATH = '/v1/notices/seen';

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

/** @param age - milliseconds that the batch has waited */
export function sendReport(url: string, { b, n }: Pick<Batch, 'b' | 'n'>, age: number): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    // A text needs no leave of another server, and outlives the page.
    body: JSON.stringify({ b, a: age, n }),
    keepalive: true,
    credentials: 'omit',
    // A redirect asks elsewhere without the report, and whatever answers there has not kept it.
    redirect: 'error',
  });
}

import { FeedError } from '../../feed/error.js';
import { FIGURES } from './figures.js';
import { type Ask, type Counted, figure, known } from './reading.js';

/** What our own collector answers, as far as it is what it should be. */
export function readFigures(value: unknown, url: string): { statistics: Counted; timezone?: string } {
  const answer = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const statistics = known(Object.fromEntries(FIGURES.map((name) => [name, figure(answer[name])])));
  if (Object.keys(statistics).length === 0) throw new FeedError('invalid-feed', url);
  const { generatedAt, timeZone, days } = answer;
  return {
    statistics: {
      ...statistics,
      ...(typeof generatedAt === 'string' && { asOf: generatedAt }),
      ...(Array.isArray(days) && { days: days.slice(-366).map((count) => figure(count) ?? 0) }),
    },
    ...(typeof timeZone === 'string' && { timezone: timeZone }),
  };
}

/** Counts (`v` a view, `h` a heartbeat) and reads in one request; without a kind it only reads. */
export async function askCollector(ask: Ask, base: URL, site: string, kind?: 'v' | 'h') {
  const figures = new URL(`v1/sites/${encodeURIComponent(site)}.json`, base);
  if (!kind) return readFigures(await ask(figures), figures.href);
  const url = new URL('v1/seen', base);
  try {
    // Not `sendBeacon`: blockers stop every third-party one. Text, so that no browser asks for leave first.
    const answer = await ask(url, { method: 'POST', body: JSON.stringify({ s: site, k: kind }), keepalive: true });
    return readFigures(answer, url.href);
  } catch (error) {
    if (!(error instanceof FeedError) || error.status !== 403) throw error;
    console.warn(`civic-access-counter: the collector does not count pages of ${location.origin} for "${site}".`);
    return readFigures(await ask(figures), figures.href);
  }
}

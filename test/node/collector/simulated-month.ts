/** A month of 3,300 sites out of a seed: readers, tabs, reloads, offices behind one address, bots, and clocks that are put. */
import type { Site } from '../../../src/node/collector/site.js';
import type { Kind } from '../../../src/node/collector/store.js';
import { HOUR, MINUTE, sampleSite } from './conformance.js';

/** In it end a week, a month and a year. */
export const BEGIN = Date.parse('2026-12-14T00:00:00+07:00');
export const END = Date.parse('2027-01-14T00:00:00+07:00');
const SITES = 3300;
const VISITS_PER_SITE = 7;
const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Asia/Ho_Chi_Minh',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
];

export interface Event {
  readonly steady: number;
  readonly site: Site;
  readonly kind: Kind;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is a reader's, who does not mind. */
  readonly counts: boolean;
}

/** The wall clock is put forward by two hours for a night, back by two at New Year, and right again each time. */
export function wallAt(steady: number): number {
  const between = (from: string, until: string) => steady >= Date.parse(from) && steady < Date.parse(until);
  if (between('2026-12-24T23:20:00+07:00', '2026-12-25T06:00:00+07:00')) return steady + 2 * HOUR;
  if (between('2027-01-01T00:40:00+07:00', '2027-01-01T08:00:00+07:00')) return steady - 2 * HOUR;
  return steady;
}

/** Numbers below 1 that look like chance (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function simulateMonth(seed: number): { sites: Site[]; events: Event[] } {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const sites = [...Array(SITES).keys()].map((number) =>
    sampleSite(`phuong-${number}`, {
      timeZone: ZONES[number % ZONES.length] ?? 'UTC',
      // Where the cap is low, what an office brings is more than it.
      cap: number % 5 === 0 ? 1 : 120,
      baseline: number % 3 === 0 ? number : 0,
    }),
  );
  const events: Event[] = [];
  for (const site of sites) {
    const offices = [`203.0.113.${below(250)}`, `2001:db8:${below(4000).toString(16)}:1::1`];
    // A few hours of a site's month have most of its visits, half of them about midnight.
    const peaks = [0, 1, 2].map((index) => BEGIN + below(30) * 24 * HOUR + (index === 0 ? below(24) : 23) * HOUR);
    for (let visit = 0; visit < VISITS_PER_SITE; visit += 1) {
      const peak = peaks[below(peaks.length)] ?? BEGIN;
      const begin = random() < 0.6 ? peak + below(2 * HOUR) : BEGIN + below(END - BEGIN - 3 * HOUR);
      const ip = random() < 0.5 ? (offices[below(2)] ?? '') : `198.51.${below(256)}.${below(256)}`;
      const agent = `Mozilla/5.0 (reader ${below(6)}) Firefox/140.0`;
      const nature = random();
      const headers: Record<string, string> =
        nature < 0.06
          ? { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }
          : { 'user-agent': agent, ...(nature < 0.1 && { dnt: '1' }), ...(nature > 0.97 && { 'sec-gpc': '1' }) };
      const counts = nature >= 0.1 && nature <= 0.97;
      // Tabs that are open at once, each with its views, reloads and heartbeats.
      for (let tab = 0; tab <= below(3); tab += 1) {
        let at = begin + tab * below(3 * MINUTE);
        const views = 1 + below(3);
        for (let view = 0; view < views; view += 1) {
          events.push({ steady: at, site, kind: 'view', ip, headers, counts });
          for (let beat = 0; beat < below(4); beat += 1) {
            at += 2 * MINUTE;
            events.push({ steady: at, site, kind: 'beat', ip, headers, counts });
          }
          // Some go away for longer than a visit lasts, and come back.
          at += random() < 0.15 ? 30 * MINUTE + below(20 * MINUTE) - 10 * MINUTE : below(4 * MINUTE);
        }
      }
    }
  }
  return { sites, events: events.sort((a, b) => a.steady - b.steady) };
}

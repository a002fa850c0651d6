/** What every store must do, in times that the test makes up. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dayAt } from '../../../src/node/collector/calendar.js';
import { type Counts, figuresOf } from '../../../src/node/collector/counts.js';
import type { Moment } from '../../../src/node/collector/moment.js';
import type { Site } from '../../../src/node/collector/site.js';
import type { Kind, Outcome, Store } from '../../../src/node/collector/store.js';
import { visitorOf } from '../../../src/node/collector/visitor.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An instant, with both clocks alike. */
export function at(text: string): Moment {
  const wall = Date.parse(text);
  return { wall, steady: wall };
}

export function later({ wall, steady }: Moment, ms: number): Moment {
  return { wall: wall + ms, steady: steady + ms };
}

export function sampleSite(id: string, change: Partial<Site> = {}): Site {
  return { id, origins: ['*'], timeZone: 'Asia/Ho_Chi_Minh', baseline: 0, since: undefined, cap: 120, ...change };
}

export interface Opened {
  store: Store;
  /** The same store once more, as after a restart. */
  reopen(): Promise<Store>;
}

/** Defines the tests; `open` gives an empty store, which each test closes. */
export function conformance(open: () => Promise<Opened>): void {
  const with_ = async (work: (opened: Opened) => Promise<void>) => {
    const opened = await open();
    try {
      await work(opened);
    } finally {
      await opened.store.close();
    }
  };
  const see = async (store: Store, site: Site, who: string, moment: Moment, kind: Kind = 'view') => {
    const [ip = '', agent = 'a browser'] = who.split('|');
    const { outcome, counts } = await store.seen(
      site,
      kind,
      visitorOf(await store.salts(moment), site.id, ip, agent),
      moment,
    );
    return { outcome, ...counts };
  };
  const brief = ({ online, today, yesterday, week, month, year, total }: Counts) =>
    [online, today, yesterday, week, month, year, total].join(' ');
  /** A Wednesday. */
  const NOON = at('2026-11-25T12:00:00+07:00');

  it('counts a visit once, however many pages it has', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      assert.equal(brief(await store.counts(site, NOON)), '0 0 0 0 0 0 0');
      assert.equal((await see(store, site, '192.0.2.1', NOON)).outcome, 'visit');
      assert.equal((await see(store, site, '192.0.2.1', later(NOON, MINUTE))).outcome, 'known');
      assert.equal((await see(store, site, '192.0.2.1', later(NOON, MINUTE), 'beat')).outcome, 'known');
      assert.equal((await see(store, site, '192.0.2.1|another browser', later(NOON, MINUTE))).outcome, 'visit');
      assert.equal((await see(store, site, '192.0.2.2', later(NOON, MINUTE))).outcome, 'visit');
      assert.equal(brief(await store.counts(site, later(NOON, MINUTE))), '3 3 0 3 3 3 3');
    }));

  it('tells sites apart', () =>
    with_(async ({ store }) => {
      const [a, b] = [sampleSite('a'), sampleSite('b')];
      await store.saveSite(a);
      await store.saveSite(b);
      await see(store, a, '192.0.2.1', NOON);
      assert.equal((await see(store, b, '192.0.2.1', NOON)).outcome, 'visit');
      assert.equal(brief(await store.counts(a, NOON)), '1 1 0 1 1 1 1');
    }));

  it('ends a visit after 30 minutes without a sign, and an online visitor after 5', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      await see(store, site, '192.0.2.1', NOON);
      assert.equal((await store.counts(site, later(NOON, 5 * MINUTE))).online, 1);
      assert.equal((await store.counts(site, later(NOON, 5 * MINUTE + 1))).online, 0);
      assert.equal((await see(store, site, '192.0.2.1', later(NOON, 30 * MINUTE))).outcome, 'known');
      const next = later(NOON, 60 * MINUTE + 1);
      assert.equal((await see(store, site, '192.0.2.1', next)).outcome, 'visit');
      assert.equal(brief(await store.counts(site, next)), '1 2 0 2 2 2 2');
    }));

  it('keeps who only looks on online by heartbeats, which begin no visit', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      await see(store, site, '192.0.2.1', NOON);
      for (let minute = 2; minute <= 40; minute += 2) {
        assert.equal((await see(store, site, '192.0.2.1', later(NOON, minute * MINUTE), 'beat')).outcome, 'known');
      }
      const then = later(NOON, 40 * MINUTE);
      assert.equal(brief(await store.counts(site, then)), '1 1 0 1 1 1 1');
      assert.equal((await see(store, site, '192.0.2.9', then, 'beat')).outcome, 'known', 'unknown before');
      assert.equal(brief(await store.counts(site, then)), '2 1 0 1 1 1 1');
      assert.equal((await see(store, site, '192.0.2.9', then)).outcome, 'visit', 'with a page it has a visit');
    }));

  it('ends a visit at midnight of the site’s zone, and begins another with any sign', () =>
    with_(async ({ store }) => {
      const [home, west] = [sampleSite('home'), sampleSite('west', { timeZone: 'Europe/Berlin' })];
      await store.saveSite(home);
      await store.saveSite(west);
      const before = at('2026-11-25T23:58:00+07:00');
      for (const site of [home, west]) {
        await see(store, site, '192.0.2.1', before);
        await see(store, site, '192.0.2.2', before);
      }
      const after = later(before, 3 * MINUTE);
      assert.equal((await see(store, home, '192.0.2.1', after)).outcome, 'visit');
      assert.equal((await see(store, home, '192.0.2.2', after, 'beat')).outcome, 'visit');
      assert.equal((await see(store, west, '192.0.2.1', after)).outcome, 'known');
      assert.equal(brief(await store.counts(home, after)), '2 2 2 4 4 4 4');
      assert.equal(brief(await store.counts(west, after)), '2 2 0 2 2 2 2');
    }));

  it('sums Monday weeks, months and years', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a', { baseline: 1000 });
      await store.saveSite(site);
      const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-03'];
      for (const day of days) await see(store, site, '192.0.2.1', at(`${day}T10:00:00+07:00`));
      // The 2nd of February 2026 was a Monday.
      const counts = await store.counts(site, at('2026-02-03T10:00:00+07:00'));
      assert.equal(brief(counts), '1 1 1 2 3 5 6');
      assert.deepEqual(counts.days.slice(-4), [1, 1, 1, 1]);
      assert.equal(counts.days.length, 30);
      assert.equal(figuresOf(site, counts, NOON.wall).total, 1006);
      const monday = await store.counts(site, at('2026-02-09T00:00:00+07:00'));
      assert.equal(brief(monday), '0 0 0 0 3 5 6');
      assert.equal(brief(await store.counts(site, at('2027-01-01T00:00:00+07:00'))), '0 0 0 0 0 0 6');
    }));

  it('knows a visitor across a change of the salt', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      const before = at('2026-11-24T19:55:00Z');
      const { current } = await store.salts(before);
      await see(store, site, '192.0.2.1', before);
      const after = later(before, 10 * MINUTE);
      const salts = await store.salts(after);
      assert.notDeepEqual(salts.current, current);
      assert.deepEqual(salts.former, current);
      assert.equal((await see(store, site, '192.0.2.1', after)).outcome, 'known');
      assert.equal((await see(store, site, '192.0.2.1', later(after, MINUTE))).outcome, 'known');
      assert.equal(brief(await store.counts(site, later(after, MINUTE))), '1 1 0 1 1 1 1');
      assert.equal((await store.salts(later(after, 30 * MINUTE))).former, undefined, 'forgotten half an hour later');
    }));

  it('keeps what one address brings beyond its cap out of all figures', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a', { cap: 3 });
      await store.saveSite(site);
      const outcomes: Outcome[] = [];
      for (let agent = 0; agent < 5; agent += 1) {
        outcomes.push((await see(store, site, `192.0.2.1|agent ${agent}`, NOON)).outcome);
      }
      assert.deepEqual(outcomes, ['visit', 'visit', 'visit', 'suspect', 'suspect']);
      assert.equal(brief(await store.counts(site, NOON)), '3 3 0 3 3 3 3');
      assert.equal((await see(store, site, '192.0.2.2', NOON)).outcome, 'visit', 'others go on');
      assert.equal((await see(store, site, '192.0.2.1|agent 9', later(NOON, HOUR))).outcome, 'visit', 'the next hour');
      const [row] = await store.days('a');
      assert.deepEqual(row, { day: dayAt(NOON.wall, site.timeZone), visits: 5, suspect: 2 });
      const then = later(NOON, HOUR);
      for (let agent = 0; agent < 9; agent += 1) await see(store, site, `192.0.2.7|${agent}`, then, 'beat');
      assert.equal((await store.counts(site, then)).online, 1 + 3, 'heartbeats have a cap of their own');
    }));

  it('caps IPv6 by /64, and what one /48 may bring', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a', { cap: 2 });
      await store.saveSite(site);
      let visits = 0;
      for (let host = 0; host < 4; host += 1) {
        const { outcome } = await see(store, site, `2001:db8:1:1::${host.toString(16)}`, NOON);
        visits += outcome === 'visit' ? 1 : 0;
      }
      assert.equal(visits, 2);
      for (let subnet = 2; subnet < 60; subnet += 1)
        await see(store, site, `2001:db8:1:${subnet.toString(16)}::1`, NOON);
      assert.equal((await store.counts(site, NOON)).total, 20);
      assert.equal((await see(store, site, '2001:db8:2::1', NOON)).outcome, 'visit');
    }));

  it('keeps visits, sites and baseline over a restart', async () => {
    const { store, reopen } = await open();
    const site = sampleSite('a', {
      baseline: 7,
      since: '2019-01-01',
      origins: ['https://a.example', 'https://b.example'],
    });
    await store.saveSite(site);
    await see(store, site, '192.0.2.1', NOON);
    await see(store, site, '192.0.2.2', NOON);
    await store.close();
    const again = await reopen();
    assert.deepEqual(again.sites(), [site]);
    const { today, total, year } = await again.counts(site, NOON);
    assert.deepEqual({ today, total, year }, { today: 2, total: 2, year: 2 });
    await again.close();
  });

  it('gives its days out and takes them back, for copies', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      const today = dayAt(NOON.wall, site.timeZone);
      const rows = [today - 800, today - 100, today - 1, today].map((day, index) => ({
        day,
        visits: index + 1,
        suspect: index,
      }));
      await see(store, site, '192.0.2.1', NOON);
      await store.saveDays('a', rows);
      assert.deepEqual(await store.days('a'), rows);
      const { today: visits, yesterday, year, total } = await store.counts(site, NOON);
      assert.deepEqual({ visits, yesterday, year, total }, { visits: 4, yesterday: 3, year: 9, total: 10 });
    }));

  it('forgets a site that is removed, with its visits', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      await see(store, site, '192.0.2.1', NOON);
      assert.equal(await store.removeSite('a'), true);
      assert.equal(await store.removeSite('a'), false);
      assert.equal(store.site('a'), undefined);
      await store.saveSite(site);
      assert.deepEqual(await store.days('a'), []);
      assert.equal((await store.counts(site, NOON)).total, 0);
    }));

  it('counts right when many come at once', () =>
    with_(async ({ store }) => {
      const site = sampleSite('a');
      await store.saveSite(site);
      const visitors = [...Array(200).keys()].map((number) => `192.0.2.${number}`);
      await Promise.all([...visitors, ...visitors].map((who) => see(store, site, who, NOON)));
      assert.equal(brief(await store.counts(site, NOON)), '200 200 0 200 200 200 200');
      assert.equal((await store.days('a'))[0]?.visits, 200);
    }));
}

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { collect } from '../../../src/node/collector/collect.js';
import { type Counts, figuresOf } from '../../../src/node/collector/counts.js';
import type { Site } from '../../../src/node/collector/site.js';
import { openSqliteStore } from '../../../src/node/collector/sqlite-store.js';
import { HOUR, MINUTE } from './conformance.js';
import { recount } from './recount.js';
import { END, type Event, seeded, simulateMonth, wallAt } from './simulated-month.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-truth-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const momentAt = (steady: number) => ({ steady, wall: wallAt(steady) });

function checkInvariants(site: Site, counts: Counts, wall: number): void {
  const { online, today, yesterday, week, month, year, total, days } = figuresOf(site, counts, wall);
  const said = JSON.stringify({ site: site.id, online, today, yesterday, week, month, year, total });
  assert(today <= week && today <= month && month <= year && year <= total, said);
  assert(online <= today + yesterday, said);
  assert.equal(days.at(-1), today, said);
}

describe('a month of 3,300 sites', () => {
  it('ends with every figure as a slow recount has it, and at no instant contradicts itself', async () => {
    const { sites, events } = simulateMonth(20_261_124);
    const file = join(folder, 'month.db');
    let store = await openSqliteStore({ file });
    for (const site of sites) await store.saveSite(site);
    const random = seeded(1);
    const happened = new Map<string, Event[]>(sites.map(({ id }) => [id, []]));
    let sampled = 0;
    const compare = async (site: Site, steady: number) => {
      const moment = momentAt(steady);
      const counts = await store.counts(site, moment);
      const { suspects, ...truth } = recount(site, happened.get(site.id) ?? [], steady);
      assert.deepEqual({ ...counts, days: [...counts.days] }, truth, `${site.id} at ${new Date(steady).toISOString()}`);
      checkInvariants(site, counts, moment.wall);
      sampled += 1;
      return suspects;
    };
    for (const [index, event] of events.entries()) {
      const { site, kind, ip, headers, steady } = event;
      const moment = momentAt(steady);
      const { counts } = await collect(store, { site, kind, ip, headers }, moment);
      checkInvariants(site, counts, moment.wall);
      happened.get(site.id)?.push(event);
      // A site that something just happened to, and one that is quiet.
      if (index % 40 === 0) {
        await compare(site, steady);
        await compare(sites[Math.floor(random() * sites.length)] ?? site, steady);
      }
    }
    assert(events.length > 80_000 && sampled > 4000, `${events.length} events, ${sampled} samples`);
    const end = END + 3 * HOUR;
    let suspects = 0;
    for (const site of sites) suspects += await compare(site, end);
    assert(suspects > 100, 'offices beyond the cap are part of it');
    // And the same out of the file.
    await store.close();
    store = await openSqliteStore({ file });
    for (const site of sites) await compare(site, end);
    let kept = 0;
    for (const { id } of sites) for (const { suspect } of await store.days(id)) kept += suspect;
    assert.equal(kept, suspects);
    await store.close();
  });
});

describe('who is online', () => {
  it('is right each minute of a day, to one, and nobody when all have left', async () => {
    const store = await openSqliteStore({ file: join(folder, 'online.db') });
    const site = { ...(simulateMonth(1).sites[1] as Site), cap: 100_000 };
    await store.saveSite(site);
    const random = seeded(42);
    const begin = Date.parse('2026-11-24T08:00:00+07:00');
    const events: Event[] = [];
    for (let reader = 0; reader < 3000; reader += 1) {
      const headers = { 'user-agent': `Mozilla/5.0 (reader ${reader}) Firefox/140.0` };
      let at = begin + random() * 20 * HOUR;
      events.push({ steady: at, site, kind: 'view', ip: '192.0.2.1', headers, counts: true });
      for (let beats = random() * 20; beats > 0; beats -= 1) {
        at += 2 * MINUTE;
        events.push({ steady: at, site, kind: 'beat', ip: '192.0.2.1', headers, counts: true });
      }
    }
    events.sort((a, b) => a.steady - b.steady);
    let next = 0;
    let most = 0;
    for (let minute = begin; minute <= begin + 24 * HOUR; minute += MINUTE) {
      for (let event = events[next]; event && event.steady <= minute; event = events[(next += 1)]) {
        const { kind, ip, headers, steady } = event;
        await collect(store, { site, kind, ip, headers }, momentAt(steady));
      }
      const { online } = await store.counts(site, momentAt(minute));
      const recent = events.filter(({ steady }) => steady <= minute && minute - steady <= 5 * MINUTE);
      const truth = new Set(recent.map(({ headers }) => headers['user-agent'])).size;
      assert(Math.abs(online - truth) <= 1, `${online} for ${truth} at ${new Date(minute).toISOString()}`);
      most = Math.max(most, online);
    }
    assert(most > 30);
    const last = events.at(-1)?.steady ?? 0;
    assert.equal((await store.counts(site, momentAt(last + 5 * MINUTE + 1))).online, 0);
    await store.close();
  });
});

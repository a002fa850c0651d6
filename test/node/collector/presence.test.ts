import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { IDLE, ONLINE } from '../../../src/node/collector/counts.js';
import { Presence } from '../../../src/node/collector/presence.js';
import { seeded } from './simulated-month.js';

const keyOf = (name: string) => createHash('sha256').update(name).digest();
const DAY = 86_400_000;
const TODAY = 20_781;

/** The same, so simple that it can be seen to be right. */
class Naive {
  readonly seen = new Map<string, { site: number; day: number; hasVisit: boolean; at: number }>();

  expire(now: number): void {
    for (const [name, { at }] of this.seen) if (now - at > IDLE) this.seen.delete(name);
  }

  online(site: number, now: number): number {
    return [...this.seen.values()].filter((one) => one.site === site && now - one.at <= ONLINE).length;
  }
}

describe('the table of visitors', () => {
  it('knows what a list of all would, through growth, gaps, new names and old places', () => {
    const random = seeded(7);
    const presence = new Presence(5000);
    const naive = new Naive();
    let now = Date.parse('2026-11-24T12:00:00Z');
    let most = 0;
    const any = (below: number) => Math.floor(random() * below);
    for (let step = 0; step < 60_000; step += 1) {
      // Busy and quiet times, and a silence once in a while.
      now += step % 20_000 < 12_000 ? any(400) : any(20_000);
      if (step % 15_000 === 14_999) now += 2 * IDLE;
      presence.expire(now);
      naive.expire(now);
      const name = `visitor ${any(8000)}`;
      const key = keyOf(name);
      const known = naive.seen.get(name);
      const today = TODAY + Math.floor(step / 5000);
      const found = presence.find(key, today);
      assert.deepEqual(found, known && { day: known.day, hasVisit: known.hasVisit });
      if (known && step % 7 === 0) {
        const to = `visitor ${step} renamed`;
        presence.rename(key, keyOf(to));
        naive.seen.delete(name);
        naive.seen.set(to, known);
        assert.equal(presence.find(key, today), undefined);
        continue;
      }
      if (!known && presence.isFull) continue;
      const site = known?.site ?? (step % 50 === 0 ? 1_000_000 : any(20));
      const hasVisit = random() < 0.7;
      presence.see(key, site, today, hasVisit, now);
      naive.seen.set(name, { site, day: today, hasVisit, at: now });
      most = Math.max(most, presence.count);
      assert.equal(presence.count, naive.seen.size);
      if (step % 100 === 0) assert.equal(presence.online(site), naive.online(site, now));
    }
    assert.equal(most, 5000, 'it was full');
    presence.expire(now + IDLE + 1);
    assert.equal(presence.count, 0);
    for (let site = 0; site < 20; site += 1) assert.equal(presence.online(site), 0);
  });

  it('forgets everyone after a silence of any length', () => {
    for (const silence of [IDLE + 1, 2 ** 32, 2 ** 32 + 1000, 400 * DAY]) {
      const presence = new Presence(10);
      presence.expire(0);
      presence.see(keyOf('a'), 0, TODAY, true, 0);
      presence.expire(silence);
      assert.equal(presence.find(keyOf('a'), TODAY), undefined);
      assert.deepEqual([presence.count, presence.online(0)], [0, 0]);
    }
  });

  it('tells the day through clocks that are put back or forward, and before 1970', () => {
    const presence = new Presence(10);
    for (const day of [TODAY, -3, 0, 1023, 1024]) {
      presence.see(keyOf('a'), 3, day, true, 0);
      for (const today of [day - 1, day, day + 1, day + 365]) {
        assert.deepEqual(presence.find(keyOf('a'), today), { day, hasVisit: true });
      }
    }
  });

  it('gives a new name to nobody twice', () => {
    const presence = new Presence(10);
    presence.see(keyOf('old'), 0, TODAY, true, 0);
    presence.see(keyOf('new'), 0, TODAY, false, 0);
    presence.rename(keyOf('old'), keyOf('new'));
    presence.rename(keyOf('nobody'), keyOf('somebody'));
    assert.deepEqual(presence.find(keyOf('new'), TODAY), { day: TODAY, hasVisit: false });
    assert.deepEqual(presence.find(keyOf('old'), TODAY), { day: TODAY, hasVisit: true });
    assert.equal(presence.find(keyOf('somebody'), TODAY), undefined);
  });
});

import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { dayAt } from '../../../src/node/collector/calendar.js';
import { openStore } from '../../../src/node/collector/open-store.js';
import { openRedisStore } from '../../../src/node/collector/redis-store.js';
import type { Kind, Store, StoreHealth } from '../../../src/node/collector/store.js';
import { visitorOf } from '../../../src/node/collector/visitor.js';
import { KEEPING, type RedisServer, startCluster, startRedis } from '../redis-server.js';
import { at, conformance, later, MINUTE, sampleSite } from './conformance.js';
import { until } from './until.js';

const NOON = at('2026-11-25T12:00:00+07:00');
const redis = await startRedis();
after(() => redis.stop());
const address = redis.url;
const stores: Store[] = [];
/** Opens a store that is closed after the test, whatever becomes of that. */
const openHere = async (change: Partial<Parameters<typeof openRedisStore>[0]> = {}) => {
  const store = await openRedisStore({ address, ...change });
  stores.push(store);
  return store;
};
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

const see = async (store: Store, id: string, ip: string, moment = NOON, kind: Kind = 'view', change = {}) =>
  store.seen(sampleSite(id, change), kind, visitorOf(await store.salts(moment), id, ip, 'a browser'), moment);
const total = async (store: Store, id = 'a', moment = NOON) => (await store.counts(sampleSite(id), moment)).total;

describe('visits in Redis', () => {
  afterEach(() => redis.ask('FLUSHALL'));
  const open = () => openHere();
  conformance(async () => ({ store: await open(), reopen: open }));
});

describe('visits in Redis, with presence in another one', () => {
  let presence: RedisServer | undefined;
  const open = async () => {
    presence ??= await startRedis(['--save', '']);
    return openHere({ presence: presence.url });
  };
  afterEach(async () => {
    await redis.ask('FLUSHALL');
    await presence?.ask('FLUSHALL');
  });
  after(() => presence?.stop());
  conformance(async () => ({ store: await open(), reopen: open }));

  it('leave no trace of a visitor, nor a salt, where totals are kept', async () => {
    const store = await open();
    await store.saveSite(sampleSite('a'));
    await see(store, 'a', '192.0.2.1');
    const keys = await redis.ask<string[]>('KEYS', '*');
    assert.deepEqual(keys.sort(), ['civic:{a}:2026', 'civic:{a}:sums', 'civic:{sites}', 'civic:{sites}:version']);
    const others = (await presence?.ask<string[]>('KEYS', '*')) ?? [];
    assert.match(others.sort().join(' '), /^civic:\{a\}:caps civic:\{a\}:live civic:\{salt\}:\d+$/);
    for (const key of others) assert(Number(await presence?.ask('PTTL', key)) > 0, `${key} goes by itself`);
  });

  it('owe the totals what they could not be told, and pay it', async () => {
    const store = await open();
    await store.saveSite(sampleSite('a'));
    await see(store, 'a', '192.0.2.1');
    await redis.kill();
    const { outcome, counts } = await see(store, 'a', '192.0.2.2');
    assert.equal(outcome, 'held');
    assert.equal(counts.total, 1, 'as last heard');
    await redis.start();
    await until(() => store.health().ok && store.health().pending === 0, 'Redis');
    assert.equal(await total(store), 2);
    assert.equal((await store.days('a'))[0]?.visits, 2);
  });
});

describe('visits in a cluster of three', () => {
  let nodes: readonly RedisServer[] = [];
  const open = async () => {
    if (nodes.length === 0) nodes = await startCluster();
    return openHere({ address: nodes.map(({ url }) => url).join(',') });
  };
  afterEach(() => Promise.all(nodes.map((node) => node.ask('FLUSHALL'))));
  after(() => Promise.all(nodes.map((node) => node.stop())));
  conformance(async () => ({ store: await open(), reopen: open }));

  it('lie on all three, each site on one; one address is enough to find them', async () => {
    const store = await open();
    const ids = [...Array(30).keys()].map((number) => `xa-${number}`);
    for (const id of ids) await store.saveSite(sampleSite(id));
    await Promise.all(ids.map((id) => see(store, id, '192.0.2.1')));
    for (const node of nodes) {
      const keys = await node.ask<string[]>('KEYS', 'civic:*:live');
      assert(keys.length > 0);
    }
    const one = await openHere({ address: nodes[1]?.url ?? '' });
    for (const id of ids) assert.equal(await total(one, id), 1);
  });
});

describe('several collectors on one Redis', () => {
  afterEach(() => redis.ask('FLUSHALL'));

  it('count together as one would, to the visit', async () => {
    const [a, b] = [await openHere(), await openHere()];
    const alone = await openHere();
    for (const id of ['shared', 'alone']) await alone.saveSite(sampleSite(id, { cap: 40 }));
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    // Across midnight and a change of the salt, which all three have to agree on.
    for (let step = 0; step < 60; step += 1) {
      const moment = later(at('2026-11-25T22:00:00+07:00'), step * 7 * MINUTE);
      const hits = [...Array(12).keys()].map((): { ip: string; kind: Kind } => ({
        ip: `192.0.2.${random(30)}`,
        kind: random(3) === 0 ? 'beat' : 'view',
      }));
      for (const [index, { ip, kind }] of hits.entries()) {
        const either = index % 2 === 0 ? a : b;
        await Promise.all([
          see(either, 'shared', ip, moment, kind, { cap: 40 }),
          see(alone, 'alone', ip, moment, kind, { cap: 40 }),
        ]);
      }
    }
    const end = later(at('2026-11-25T22:00:00+07:00'), 60 * 7 * MINUTE);
    const expected = await alone.counts(sampleSite('alone'), end);
    assert(expected.total > 100 && expected.yesterday > 0 && expected.today > 0);
    assert.deepEqual(await a.counts(sampleSite('shared'), end), expected);
    assert.deepEqual(await b.counts(sampleSite('shared'), end), expected);
    assert.deepEqual(await a.days('shared'), await alone.days('alone'));
  });

  it('agree on the salt, even when Redis lost it', async () => {
    const [a, b] = [await openHere(), await openHere()];
    const now = a.clock?.() ?? NOON;
    assert.deepEqual(await a.salts(now), await b.salts(now));
    await redis.ask('FLUSHALL');
    const c = await openHere();
    const fresh = await c.salts(now);
    const same = async (store: Store) => (await store.salts(now)).current.equals(fresh.current);
    for (const store of [a, b]) {
      let agree = false;
      await until(() => {
        void same(store).then((value) => (agree = value));
        return agree;
      }, 'the salt');
    }
  });

  it('have one clock, Redis’', async () => {
    const store = await openHere();
    const [seconds] = await redis.ask<[string, string]>('TIME');
    const { steady } = store.clock?.() ?? NOON;
    assert(Math.abs(steady - Number(seconds) * 1000) < 60_000);
  });

  it('hear of sites and copies that another process changes', async () => {
    const [server, command] = [await openStore({ store: address }), await openStore({ store: address })];
    stores.push(server, command);
    await command.saveSite(sampleSite('a', { baseline: 5 }));
    await until(() => server.site('a')?.baseline === 5, 'the site');
    await see(server, 'a', '192.0.2.1');
    const today = dayAt(NOON.wall, 'Asia/Ho_Chi_Minh');
    await command.saveDays('a', [
      { day: today - 400, visits: 40, suspect: 0 },
      { day: today + 1, visits: 2, suspect: 3 },
    ]);
    assert.equal(await total(server), 42);
    await command.saveDays('a', []);
    assert.equal(await total(server), 0);
    await see(command, 'a', '192.0.2.2');
    await command.removeSite('a');
    assert.equal(await total(server), 0, 'a hit that comes now makes no site');
    await see(server, 'a', '192.0.2.3');
    assert.deepEqual((await redis.ask<string[]>('KEYS', 'civic:{a}:[0-9]*')).length, 0);
    await until(() => server.site('a') === undefined, 'the removal');
  });
});

describe('while Redis is away', () => {
  afterEach(() => redis.ask('FLUSHALL'));

  it('hits are held and figures still served; it goes on by itself, and nothing was lost', async () => {
    const said: StoreHealth[] = [];
    const store = await openHere({ onHealth: (health) => said.push(health) });
    await store.saveSite(sampleSite('a'));
    await store.saveSite(sampleSite('b'));
    for (let n = 0; n < 5; n += 1) assert.equal((await see(store, 'a', `192.0.2.${n}`)).outcome, 'visit');
    await redis.kill();
    const { outcome, counts } = await see(store, 'a', '192.0.2.9');
    assert.equal(outcome, 'held');
    assert.equal(counts.total, 5);
    await see(store, 'a', '192.0.2.9');
    assert.deepEqual(store.health(), { ok: false, reason: 'unreachable', pending: 2 });
    assert.equal(await total(store), 5);
    await assert.rejects(total(store, 'b'), { code: 'unavailable' }, 'never known is not 0');
    await redis.start();
    await until(() => store.health().ok && store.health().pending === 0, 'Redis');
    assert.equal(await total(store), 6);
    assert.deepEqual(
      said.map(({ ok }) => ok),
      [false, true],
    );
    const again = await openHere();
    assert.equal(await total(again), 6);
  });

  it('a memory that is full is named, and counting goes on when it is not any more', async () => {
    const store = await openHere();
    await store.saveSite(sampleSite('a'));
    await see(store, 'a', '192.0.2.1');
    await redis.ask('CONFIG', 'SET', 'maxmemory', '1');
    assert.equal((await see(store, 'a', '192.0.2.2')).outcome, 'held');
    assert.equal(store.health().reason, 'memory-full');
    assert.equal(await total(store), 1);
    await redis.ask('CONFIG', 'SET', 'maxmemory', '0');
    await until(() => store.health().ok, 'room');
    assert.equal(await total(store), 2);
  });

  it('a site has no more visitors at once than there is room for', async () => {
    const store = await openHere({ mostVisitors: 2 });
    await store.saveSite(sampleSite('a'));
    const outcomes = [];
    for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.1']) {
      outcomes.push((await see(store, 'a', ip)).outcome);
    }
    assert.deepEqual(outcomes, ['visit', 'visit', 'full', 'known']);
  });
});

describe('a Redis that would lose visits', () => {
  const refused = async (settings: readonly string[], code: string, message: RegExp) => {
    const server = await startRedis(settings);
    try {
      await assert.rejects(
        openStore({ store: server.url }),
        (error: Error & { code?: string; text?: { en: string } }) => {
          assert.equal(error.code, code);
          assert.match(error.text?.en ?? '', message);
          return true;
        },
      );
    } finally {
      await server.stop();
    }
  };

  it('is refused without its log, in words that say what to set', () =>
    refused(['--save', '60 1'], 'redis-no-persistence', /appendonly yes.*appendfsync everysec/));

  it('is refused where nobody says when the log is written', () =>
    refused(['--appendonly', 'yes', '--appendfsync', 'no'], 'redis-no-persistence', /appendfsync everysec/));

  it('is refused where it drops what does not fit', () =>
    refused(
      [...KEEPING, '--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'],
      'redis-evicts',
      /maxmemory-policy noeviction/,
    ));

  it('is said to be away where it is, without its password', async () => {
    await assert.rejects(openStore({ store: 'redis://me:secret@127.0.0.1:1/' }), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'redis-unreachable');
      assert.match(error.message, /redis:\/\/127\.0\.0\.1:1/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
});

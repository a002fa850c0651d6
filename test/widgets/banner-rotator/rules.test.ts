import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Advertiser, Banner } from '../../../src/feed/schema.js';
import { Rules } from '../../../src/widgets/banner-rotator/rules.js';
import { entitled, hasRules } from '../../../src/widgets/banner-rotator/schedule.js';

const VIETNAM = 'Asia/Ho_Chi_Minh';
const at = (time: string) => Date.parse(time);
const banner = (rest: Partial<Banner> = {}): Banner => ({ id: 'a', image: 'https://example.org/a.png', ...rest });
const runs = (rest: Partial<Banner>, time: string, zone = VIETNAM) => new Rules(zone).runs(banner(rest), at(time));

describe('hours and days of the week', () => {
  it('are none where the feed says none, or none that can be read', () => {
    assert.equal(runs({}, '2024-03-01T03:00:00+07:00'), true);
    assert.equal(runs({ weekdays: [] }, '2024-03-01T03:00:00+07:00'), true);
  });

  it('begin with their first instant and end before their last, in the zone of the feed', () => {
    const hours = '07:00-11:30';
    assert.equal(runs({ hours }, '2024-03-01T06:59:59.999+07:00'), false);
    assert.equal(runs({ hours }, '2024-03-01T07:00:00+07:00'), true);
    assert.equal(runs({ hours }, '2024-03-01T11:29:59.999+07:00'), true);
    assert.equal(runs({ hours }, '2024-03-01T11:30:00+07:00'), false);
    assert.equal(runs({ hours }, '2024-03-01T07:00:00Z', 'UTC'), true);
  });

  it('may be several', () => {
    const hours = '07:00-11:30, 13:30-17:00';
    for (const [time, expected] of [
      ['10:00', true],
      ['12:00', false],
      ['16:59', true],
      ['17:00', false],
    ] as const) {
      assert.equal(runs({ hours }, `2024-03-01T${time}:00+07:00`), expected, time);
    }
  });

  it('go across midnight, and belong to the day they begin on', () => {
    // 2024-03-01 is a Friday.
    const rest: Partial<Banner> = { hours: '22:00-05:00', weekdays: ['fri'] };
    assert.equal(runs(rest, '2024-03-01T04:00:00+07:00'), false);
    assert.equal(runs(rest, '2024-03-01T22:00:00+07:00'), true);
    assert.equal(runs(rest, '2024-03-02T04:59:59+07:00'), true);
    assert.equal(runs(rest, '2024-03-02T05:00:00+07:00'), false);
    assert.equal(runs(rest, '2024-03-02T22:00:00+07:00'), false);
  });

  it('name each day of the week as the zone has it', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    days.forEach((day, index) => {
      // 2024-03-04 is a Monday; one o'clock in Vietnam is still the day before in UTC.
      const time = new Date(at('2024-03-04T01:00:00+07:00') + index * 86_400_000).toISOString();
      for (const other of days) assert.equal(runs({ weekdays: [other] }, time), other === day, `${other} ${time}`);
    });
    assert.equal(runs({ weekdays: ['wed'] }, '1969-12-31T12:00:00+07:00'), true);
  });

  it('end with the day at 24:00', () => {
    assert.equal(runs({ hours: '18:00-24:00' }, '2024-03-01T23:59:59+07:00'), true);
    assert.equal(runs({ hours: '18:00-24:00' }, '2024-03-02T00:00:00+07:00'), false);
  });
});

describe('the next border', () => {
  const border = (rest: Partial<Banner>, time: string, zone = VIETNAM) =>
    new Rules(zone).border([banner(rest)], at(time));

  it('is the next beginning or end', () => {
    const hours = '07:00-11:30';
    assert.equal(border({ hours }, '2024-03-01T06:00:00+07:00'), at('2024-03-01T07:00:00+07:00'));
    assert.equal(border({ hours }, '2024-03-01T07:00:00+07:00'), at('2024-03-01T11:30:00+07:00'));
    assert.equal(border({ hours }, '2024-03-01T12:00:00+07:00'), at('2024-03-02T07:00:00+07:00'));
  });

  it('is up to a week away', () => {
    const rest: Partial<Banner> = { hours: '08:00-09:00', weekdays: ['fri'] };
    assert.equal(border(rest, '2024-03-01T09:00:00+07:00'), at('2024-03-08T08:00:00+07:00'));
    assert.equal(border({ weekdays: ['fri'] }, '2024-03-01T12:00:00+07:00'), at('2024-03-02T00:00:00+07:00'));
  });

  it('is the end of what began yesterday', () => {
    const rest: Partial<Banner> = { hours: '22:00-05:00', weekdays: ['fri'] };
    assert.equal(border(rest, '2024-03-02T01:00:00+07:00'), at('2024-03-02T05:00:00+07:00'));
  });

  it('is midnight where a cap begins anew, and never where nothing changes', () => {
    assert.equal(border({ maxPerDay: 3 }, '2024-03-01T12:00:00+07:00'), at('2024-03-02T00:00:00+07:00'));
    assert.equal(border({}, '2024-03-01T12:00:00+07:00'), Infinity);
  });

  it('stays quick for a page that is open for years', () => {
    const rules = new Rules(VIETNAM);
    const one = banner({ hours: '07:00-11:30' });
    let now = at('2024-01-01T00:00:00+07:00');
    for (let turn = 0; turn < 6000; turn++) now = rules.border([one], now);
    assert.equal(now, at('2032-03-19T00:00:00+07:00') - 12.5 * 3_600_000);
  });
});

describe('a weight for each advertiser', () => {
  const weights = (advertisers: Advertiser[], ...list: Banner[]) => [
    ...new Rules(VIETNAM, advertisers).weights(list).values(),
  ];

  it('is shared among what is theirs, by the weights of the banners', () => {
    const list = [
      banner({ id: 'a', advertiser: 'x', weight: 2 }),
      banner({ id: 'b', advertiser: 'x' }),
      banner({ id: 'c', advertiser: 'y', weight: 40 }),
      banner({ id: 'd', weight: 5 }),
    ];
    const advertisers = [{ id: 'x', weight: 3 }, { id: 'y' }];
    assert.deepEqual(weights(advertisers, ...list), [2, 1, 1, 5]);
    // Only what runs counts: the share of one that is over goes to the other.
    assert.deepEqual(weights(advertisers, ...list.slice(1)), [3, 1, 5]);
  });

  it('is none where the feed names an advertiser without saying more', () => {
    assert.deepEqual(weights([], banner({ advertiser: 'x', weight: 7 })), [7]);
  });

  it('may be 0', () => {
    assert.deepEqual(weights([{ id: 'x', weight: 0 }], banner({ advertiser: 'x', weight: 7 })), [0]);
  });

  it('is shared among weights beyond all measure', () => {
    const x = { advertiser: 'x', weight: 1e308 };
    assert.deepEqual(weights([{ id: 'x', weight: 2 }], banner(x)), [2]);
    assert.deepEqual(weights([{ id: 'x', weight: 2 }], banner(x), banner({ ...x, id: 'b' })), [1, 1]);
    const most = Number.MAX_VALUE;
    assert.deepEqual(weights([{ id: 'x', weight: most }], banner({ ...x, weight: most })), [most]);
  });
});

/** Rules to which some banners have come often enough. */
class Spent extends Rules {
  constructor(
    readonly ids: readonly string[],
    advertisers: readonly Advertiser[] = [],
  ) {
    super(VIETNAM, advertisers);
  }
  override isSpent({ id }: Banner): boolean {
    return this.ids.includes(id);
  }
}

describe('house banners', () => {
  const a = banner({ id: 'a' });
  const list = [a, banner({ id: 'b', fallback: true }), banner({ id: 'c', fallback: true })];
  /** Who comes where so many stand at once, and these are on show. */
  const come = (rules: Rules, banners: readonly Banner[], shown: readonly Banner[] = [], count = 1) =>
    [...rules.entitled(banners, { shown, now: Date.now(), wish: { count } }).keys()].map(({ id }) => id);

  it('come only when nothing else runs, or everything else has come often enough', () => {
    assert.deepEqual(come(new Spent(['a']), list), ['b', 'c']);
    const named = (banners: readonly Banner[]) => entitled(banners).map(({ id }) => id);
    // The same with rules and without.
    for (const who of [named, (banners: readonly Banner[]) => come(new Rules(VIETNAM), banners)]) {
      assert.deepEqual(who(list), ['a']);
      assert.deepEqual(who(list.slice(1)), ['b', 'c']);
      assert.deepEqual(who([]), []);
    }
  });

  it('come where all others have no weight', () => {
    const theirs = [banner({ id: 'x', advertiser: 'x' }), ...list.slice(1)];
    const rules = new Rules(VIETNAM, [{ id: 'x', weight: 0 }]);
    assert.deepEqual(come(rules, theirs), ['b', 'c']);
    // One that has come often enough beside one that never comes: that is all of them.
    assert.deepEqual(come(new Spent(['a'], [{ id: 'x', weight: 0 }]), [a, ...theirs]), ['b', 'c']);
  });

  it('have to come often enough, too', () => {
    assert.deepEqual(come(new Spent(['a', 'b']), list), ['c']);
  });

  it('who has come often enough keeps the turn that it has', () => {
    assert.deepEqual(come(new Spent(['a', 'b']), list, [a]), ['a', 'c']);
  });

  it('never stand beside others', () => {
    const d = banner({ id: 'd' });
    for (const count of [2, 3, Infinity]) {
      const rules = new Spent(['a']);
      assert.deepEqual(come(rules, list, [a], count), ['a'], `${count} at once`);
      assert.deepEqual(come(rules, [...list, d], [a], count), ['a', 'd']);
      assert.deepEqual(come(rules, list, [], count), ['b', 'c']);
    }
  });

  it('follow where all places are taken', () => {
    const d = banner({ id: 'd' });
    assert.deepEqual(come(new Spent(['a', 'd']), [...list, d], [a, d], 2), ['a', 'b', 'c', 'd']);
  });
});

describe('what needs the rules', () => {
  it('is known without them', () => {
    assert.equal(hasRules(banner()), false);
    assert.equal(hasRules(banner({ weekdays: [] })), false);
    const some: Partial<Banner>[] = [
      { hours: '07:00-08:00' },
      { weekdays: ['mon'] },
      { maxPerDay: 0 },
      { advertiser: 'x' },
      { image: undefined, text: 'Lời mẫu' },
    ];
    for (const rest of some) assert.equal(hasRules(banner(rest)), true);
  });
});

describe('a cap for each visitor', () => {
  const noon = at('2024-03-01T12:00:00+07:00');
  afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

  /** What a browser keeps, or refuses to. */
  function store(refuses = false): Map<string, string> {
    const kept = new Map<string, string>();
    const guard = () => {
      if (refuses) throw new Error('SecurityError');
    };
    const localStorage = {
      getItem: (key: string) => (guard(), kept.get(key) ?? null),
      setItem: (key: string, value: string) => (guard(), kept.set(key, value)),
    };
    Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
    return kept;
  }

  it('counts what was shown on this day of the feed, and begins anew at midnight', () => {
    store();
    const rules = new Rules(VIETNAM);
    const one = banner({ id: 'tran-1', maxPerDay: 2 });
    assert.equal(rules.isSpent(one, noon), false);
    rules.note(one, noon);
    assert.equal(rules.isSpent(one, noon), false);
    rules.note(one, noon);
    assert.equal(rules.isSpent(one, noon), true);
    assert.equal(rules.isSpent(one, at('2024-03-02T00:00:00+07:00')), false);
  });

  it('is one for all tabs', () => {
    const kept = store();
    const rules = new Rules(VIETNAM);
    const one = banner({ id: 'tran-2', maxPerDay: 3 });
    rules.note(one, noon);
    const [[key, text]] = [...kept] as [[string, string]];
    kept.set(key, text.replace(/:1\b/, ':3'));
    assert.equal(rules.isSpent(one, noon), true);
  });

  it('notes nothing of banners without one, and never lets a cap of 0 through', () => {
    const kept = store();
    const rules = new Rules(VIETNAM);
    rules.note(banner({ id: 'tran-3' }), noon);
    assert.equal(kept.size, 0);
    assert.equal(rules.isSpent(banner({ id: 'tran-3' }), noon), false);
    assert.equal(rules.isSpent(banner({ id: 'tran-3', maxPerDay: 0 }), noon), true);
  });

  it('holds for the page where the browser keeps nothing', () => {
    for (const begin of [() => store(true), () => undefined]) {
      Reflect.deleteProperty(globalThis, 'localStorage');
      begin();
      const rules = new Rules(VIETNAM);
      const one = banner({ id: `tran-4-${String(begin)}`, maxPerDay: 1 });
      rules.note(one, noon);
      assert.equal(rules.isSpent(one, noon), true);
    }
  });

  it('bears whatever else stands in its place', () => {
    for (const text of [
      '{',
      'null',
      '[]',
      '{"day":"x"}',
      '{"day":1}',
      '{"day":19783,"times":{"tran-5 https://example.org/a.png":"viele"}}',
    ]) {
      const kept = store();
      kept.set('civic-widgets:seen', text);
      const rules = new Rules(VIETNAM);
      assert.equal(rules.isSpent(banner({ id: 'tran-5', maxPerDay: 1 }), noon), false, text);
    }
  });
});

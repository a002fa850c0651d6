import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { queryVariants } from '../../src/text/abbreviations.js';
import { fold } from '../../src/text/fold.js';
import { findMatches, matches } from '../../src/text/search.js';

describe('matches', () => {
  const text = 'Chủ tịch Uỷ ban nhân dân các phường; Văn phòng HĐND và UBND quận';

  it('finds a text whatever marks and case the reader types', () => {
    for (const query of ['uy ban', 'ỦY BAN', 'Uỷ ban', 'uỷ  ban', 'phuong; van phong']) {
      assert.ok(matches(text, query), query);
    }
  });

  it('finds a name by its abbreviation and an abbreviation by its name', () => {
    assert.ok(matches('Ủy ban nhân dân quận', 'UBND quận'));
    assert.ok(matches('báo cáo UBND quận', 'ủy ban nhân dân quận'));
    assert.ok(matches('Hội đồng nhân dân', 'hdnd'));
  });

  it('does not find what is not there', () => {
    assert.ok(!matches(text, 'quận ủy'));
    assert.ok(!matches('Ủy ban nhân dân', 'nd'));
  });

  it('takes an empty query for no restriction', () => {
    assert.ok(matches(text, '  '));
  });
});

describe('queryVariants', () => {
  it('replaces whole words only', () => {
    assert.deepEqual(queryVariants('ubnd'), ['ubnd', 'uy ban nhan dan']);
    assert.deepEqual(queryVariants('xubndx'), ['xubndx']);
  });

  it('swaps any number of names, each by itself', () => {
    const both = [
      'ubnd va hdnd',
      'uy ban nhan dan va hdnd',
      'ubnd va hoi dong nhan dan',
      'uy ban nhan dan va hoi dong nhan dan',
    ];
    for (const query of ['UBND và HĐND', 'Ủy ban nhân dân và Hội đồng nhân dân', 'UBND và Hội đồng nhân dân']) {
      assert.deepEqual([...queryVariants(query)].sort(), [...both].sort(), query);
    }
    assert.equal(queryVariants('UBND-UBND').length, 4);
    for (const [text, query] of [
      ['Ủy ban nhân dân và Hội đồng nhân dân', 'UBND và HĐND'],
      ['UBND và HĐND', 'Ủy ban nhân dân và Hội đồng nhân dân'],
      ['Uỷ ban nhân dân xã và UBND huyện', 'UBND xã và Ủy ban nhân dân huyện'],
    ] as const) {
      assert.ok(matches(text, query), query);
    }
  });

  it('knows names with more than two ways to write them', () => {
    const city = ['thành phố Hồ Chí Minh', 'TPHCM', 'TP.HCM', 'TP. HCM', 'TP HCM', 'TP. Hồ Chí Minh', 'TP Hồ Chí Minh'];
    const economy = ['kinh tế - xã hội', 'KT-XH', 'kinh tế – xã hội', 'kinh tế xã hội'];
    for (const ways of [city, economy]) {
      for (const text of ways) for (const query of ways) assert.ok(matches(text, query), `${query} in ${text}`);
    }
    assert.ok(!matches('tpxhcm', 'tp.hcm'));
    assert.ok(queryVariants(`${city.join()} `.repeat(20)).length <= 17);
  });

  it('stays few whatever is typed, with all names swapped among them', () => {
    const short = 'UBND, HĐND, MTTQ, TAND, VKSND, VPCP';
    assert.ok(matches('ubnd, hdnd, mttq, tand, vksnd, vpcp', short));
    assert.ok(
      matches(
        'Ủy ban nhân dân, Hội đồng nhân dân, Mặt trận Tổ quốc, Tòa án nhân dân, Viện kiểm sát nhân dân, Văn phòng Chính phủ',
        short,
      ),
    );
    assert.ok(queryVariants('UBND '.repeat(200)).length <= 17);
  });

  it('has none for an empty query', () => {
    assert.deepEqual(queryVariants(' '), []);
  });
});

describe('findMatches', () => {
  it('gives every place in the original, in order', () => {
    const text = 'Ủy ban, Uỷ ban và uy ban';
    const found = findMatches(text, 'ỦY BAN').map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['Ủy ban', 'Uỷ ban', 'uy ban']);
  });

  it('takes a text that is folded already', () => {
    const text = 'thi đua';
    assert.deepEqual(findMatches(fold(text), 'dua'), [{ start: 4, end: 7 }]);
  });

  it('never gives overlapping places', () => {
    const text = 'UBND là Ủy ban nhân dân';
    const found = findMatches(text, 'ubnd').map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['UBND', 'Ủy ban nhân dân']);
    assert.deepEqual(findMatches('aaa', 'aa'), [{ start: 0, end: 2 }]);
  });

  it('finds nothing for an empty query', () => {
    assert.deepEqual(findMatches('thi đua', ''), []);
  });
});

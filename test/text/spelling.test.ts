import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ABBREVIATIONS } from '../../src/text/abbreviations.js';
import { ORGAN_ABBREVIATIONS, organKey, spellingKey } from '../../src/text/spelling.js';

describe('spellingKey', () => {
  const NAME = 'Ủy ban nhân dân phường Hòa Mẫu';
  for (const other of [
    'Uỷ ban nhân dân phường Hoà Mẫu',
    NAME.normalize('NFD'),
    NAME.toUpperCase(),
    ` Ủy\u00a0ban  nhân dân\nphường Hòa\u00ad Mẫu\u200b`,
  ]) {
    it(`takes ${JSON.stringify(other)} for the same`, () => assert.equal(spellingKey(other), spellingKey(NAME)));
  }

  it('takes the look-alike of Đ, and any dash, for the usual ones', () => {
    assert.equal(spellingKey('Ðoàn – Đội'), spellingKey('đoàn - đội'));
  });

  for (const [one, other] of [
    ['Xã Tân Hà', 'Xã Tân Hạ'],
    ['Xã Đông Mẫu', 'Xã Dông Mẫu'],
    ['Phường An Mẫu', 'Phường Ân Mẫu'],
    ['Phường 1', 'Phường 11'],
  ] as const) {
    it(`keeps ${one} and ${other} apart`, () => assert.notEqual(spellingKey(one), spellingKey(other)));
  }
});

describe('organKey', () => {
  it('spells abbreviations out, with or without a full stop', () => {
    const key = organKey('Ủy ban nhân dân thành phố Mẫu');
    for (const name of ['UBND TP Mẫu', 'UBND TP. Mẫu', 'UBND TP.Mẫu', 'ubnd thành phố mẫu']) {
      assert.equal(organKey(name), key, name);
    }
  });

  it('takes no part of a word for an abbreviation', () => {
    assert.notEqual(organKey('UBNDX Mẫu'), organKey('Ủy ban nhân dânX Mẫu'));
  });

  it('abbreviates as a search does', () => {
    for (const pair of ORGAN_ABBREVIATIONS) {
      assert.ok(
        ABBREVIATIONS.some(([short, long]) => short === pair[0] && long === pair[1]),
        pair[0],
      );
    }
  });
});

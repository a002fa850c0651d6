import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, foldQuery } from '../../src/text/fold.js';

describe('fold', () => {
  it('drops tone and vowel marks, and writes đ as d', () => {
    assert.equal(fold('Nghị định, Đảng bộ, thưởng, quyết liệt').text, 'nghi dinh, dang bo, thuong, quyet liet');
  });

  it('folds both placements of a tone mark alike', () => {
    for (const [one, other] of [
      ['Ủy ban', 'Uỷ ban'],
      ['hóa', 'hoá'],
      ['Quận ủy', 'Quận uỷ'],
    ] as const) {
      assert.equal(fold(one).text, fold(other).text);
    }
  });

  it('folds composed and decomposed text alike', () => {
    const text = 'Hội đồng nhân dân quận – “Ủy ban”';
    assert.equal(fold(text.normalize('NFD')).text, fold(text.normalize('NFC')).text);
  });

  it('makes every run of white space one space, NBSP included', () => {
    assert.equal(fold('a\u00a0 \u00a0b\n\tc').text, 'a b c');
  });

  it('drops what has no width and plains dashes and quotation marks', () => {
    assert.equal(fold('a\u200bb\u00ad – “c” ‘d’').text, 'ab - "c" \'d\'');
  });

  it('leads back to the original', () => {
    const text = 'Chủ\u00a0\u00a0tịch Uỷ ban'.normalize('NFD');
    const { text: folded, offsets } = fold(text);
    const start = folded.indexOf('uy ban');
    const found = text.slice(offsets[start], offsets[start + 'uy ban'.length]);
    assert.equal(found.normalize('NFC'), 'Uỷ ban');
    assert.equal(offsets.length, folded.length + 1);
    assert.equal(offsets[folded.length], text.length);
  });

  it('keeps its offsets in order whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, offsets } = fold(text);
        assert.equal(offsets.length, folded.length + 1);
        for (let i = 1; i < offsets.length; i += 1) assert.ok(offsets[i]! >= offsets[i - 1]!);
      }),
    );
  });

  it('folds a folded text into itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text).text;
        assert.equal(fold(once).text, once);
      }),
    );
  });
});

describe('foldQuery', () => {
  it('trims the edges of what a reader types', () => {
    assert.equal(foldQuery('  Thi  Đua '), 'thi dua');
    assert.equal(foldQuery(' \u00a0 '), '');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, foldedOffsets, foldFast, foldQuery } from '../../src/text/fold.js';

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

describe('foldedOffsets', () => {
  it('leads back as fold does, whatever the text', () => {
    const texts = ['', ' ', 'Ủy  ban\u200b – “Mẫu”'.normalize('NFD'), 'a\u0301\u0323 \u00ad', 'ß ﬁ 😀 가'];
    for (const text of texts) assert.deepEqual(Array.from(foldedOffsets(text)), fold(text).offsets, text);
    for (const unit of ['grapheme', 'binary'] as const) {
      fc.assert(
        fc.property(fc.string({ unit }), (text) => {
          assert.deepEqual(Array.from(foldedOffsets(text)), fold(text).offsets);
        }),
      );
    }
  });
});

describe('foldFast', () => {
  it('comes to the same, letter by letter and whatever stands beside it', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const letter = String.fromCharCode(code);
      const text = `${letter}a${letter} ${letter}${letter}\u0323 ${letter}`;
      assert.equal(foldFast(text), fold(text).text, `U+${code.toString(16)}`);
    }
  });

  it('comes to the same for any text, short and long', () => {
    for (const unit of ['grapheme', 'binary'] as const) {
      fc.assert(fc.property(fc.string({ unit }), (text) => foldFast(text) === fold(text).text));
    }
    const long = 'Ủy ban nhân dân \u2013 “đường 3/2”, 😀. '.repeat(200);
    assert.equal(foldFast(long), fold(long).text);
    assert.equal(foldFast(long.replace(/😀/gu, '')), fold(long.replace(/😀/gu, '')).text);
  });
});

describe('foldQuery', () => {
  it('trims the edges of what a reader types', () => {
    assert.equal(foldQuery('  Thi  Đua '), 'thi dua');
    assert.equal(foldQuery(' \u00a0 '), '');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outlineText } from '../../src/text/outline.js';
import { allSections, plainText } from '../../src/text/plain-text.js';
import { tree, words } from './tree.js';

const outline = (...lines: string[]) => outlineText(lines.join('\n'));

describe('the sequence decides', () => {
  it('takes no indent for a level', () => {
    const found = outline('1. Một.', '\u00a0\u00a0\u00a0 \u00a0 2. Hai.', '\t3. Ba.');
    assert.equal(tree(found), 'khoan-1 khoan-2 khoan-3');
  });

  it('leaves periods, dates and years where they are', () => {
    const found = outline(
      '1. Trong thời hạn',
      '30 ngày kể từ ngày',
      '19/12/2023 đến',
      '2023 - 2030 và',
      '1.500 người, 1,5 ha',
      '2. Hai.',
    );
    assert.equal(tree(found), 'khoan-1 khoan-2');
    assert.equal(found.sections[0]?.blocks.length, 5);
  });

  it('leaves a number that continues nothing in its paragraph, and reports it', () => {
    const found = outline('1. Một.', '7. Bảy.', '2. Hai.', '1. Lại một.');
    assert.equal(tree(found), 'khoan-1 khoan-2');
    assert.deepEqual(
      found.issues.map(({ kind, text, section }) => [kind, text, section]),
      [
        ['out-of-sequence', '7.', 'khoan-1'],
        ['out-of-sequence', '1.', 'khoan-2'],
      ],
    );
  });

  it('opens no sequence with another number than the first', () => {
    assert.equal(tree(outline('5. Năm.', '6. Sáu.')), '');
  });

  it('takes an article after a gap and reports it', () => {
    const found = outline('Điều 1. A', 'Điều 3. C', 'Điều 4. D');
    assert.equal(tree(found), 'dieu-1 dieu-3 dieu-4');
    assert.deepEqual(
      found.issues.map(({ kind, text, offset }) => [kind, text, offset]),
      [['number-gap', 'Điều 3.', 10]],
    );
  });

  it('takes no mention for a heading', () => {
    const found = outline(
      'Điều 1. Sửa đổi',
      'Điều 9 của Luật này được sửa đổi.',
      'Mục 2 Chương III của Luật này được bãi bỏ.',
      'Chương II này quy định.',
      'Điều 3. Bãi bỏ theo dòng trên.',
      'Điều 2. Hiệu lực',
    );
    assert.equal(tree(found), 'dieu-1 dieu-2');
  });

  it('takes no number inside a quoted amendment', () => {
    const found = outline(
      'Điều 1. Sửa đổi, bổ sung Điều 5 như sau:',
      '“Điều 5. Tên mới',
      '1. Nội dung mới.',
      'Điều 2. Vẫn trong ngoặc.”',
      'Điều 2. Hiệu lực thi hành',
      '"1. Một.',
      '2. Hai."',
      '1. Khoản thật.',
    );
    assert.equal(tree(found), 'dieu-1 dieu-2(dieu-2-khoan-1)');
  });

  it('does not lose the rest to a quotation mark that is never closed', () => {
    assert.equal(tree(outline('“Lời mở đầu', '1. Một.', '2. Hai.')), 'khoan-1 khoan-2');
  });

  it('takes initials for no capital sections', () => {
    assert.equal(tree(outline('A. Nguyễn nói vậy.', '1. Một.')), 'khoan-1');
  });

  it('keeps every word of any text in its order', () => {
    const line = fc.constantFrom(
      'Chương I',
      'Chương II',
      'TÊN CHƯƠNG',
      'Mục 1',
      'Điều 1. Tên',
      'Điều 2. Tên.',
      'Điều 9.',
      '1. Một.',
      '2. Hai:',
      '1.1. Con',
      'I. MỤC',
      'II. MỤC',
      'A. PHẦN',
      'B. PHẦN',
      'a) điểm',
      'b) điểm',
      'đ) điểm',
      '“Trích',
      'hết”',
      '"',
      'Lời thường.',
      'CHỈ THỊ',
      'Về việc thi đua',
      'cuối./.',
      './.',
      'Quốc Vũ',
      'Nơi nhận:',
      '- Như trên;',
      'TM. ỦY BAN',
      'PHỤ LỤC I',
      'QUY CHẾ',
      '2',
      '',
      '\u00a0 \u00a0',
      '  thụt  vào\u00a0đây ',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const found = outlineText(text);
        assert.equal(words(plainText(found)), words(text));
        const ids = [...allSections(found.sections)].map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('copes with any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        assert.equal(words(plainText(outlineText(text))), words(text.replace(/[\u200b\u2060]/gu, ' ')));
      }),
    );
  });

  it('outlines a long act whole', () => {
    const lines = ['LUẬT', 'Mẫu để thử'];
    for (let chapter = 1; chapter <= 20; chapter += 1) {
      lines.push(`Chương ${chapter}`, 'NHỮNG QUY ĐỊNH');
      for (let i = 1; i <= 30; i += 1) {
        lines.push(`Điều ${(chapter - 1) * 30 + i}. Tên điều`);
        for (let clause = 1; clause <= 3; clause += 1) {
          lines.push(`${clause}. Nội dung của khoản:`, 'a) điểm thứ nhất;', 'b) điểm thứ hai.');
        }
      }
    }
    const found = outlineText(lines.join('\n'));
    assert.equal([...allSections(found.sections)].length, 20 + 600 * (1 + 3 * 3));
    assert.deepEqual(found.issues, []);
  });

  it('copes with text made to be slow', () => {
    const nasty = ['“\n', 'a) x\n', 'x./.\n', '2\n', 'ab cd 2 ef gh ', 'A. x\nI. y\n1. z\n', '\u00a0 '];
    for (const piece of nasty) {
      const text = `${piece.repeat(20_000)}x`;
      assert.ok(plainText(outlineText(text)).length <= text.length);
    }
  });
});

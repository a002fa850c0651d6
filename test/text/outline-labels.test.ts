import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutAtWord, deriveLabel, LABEL_LENGTH } from '../../src/text/labels.js';
import { outlineText } from '../../src/text/outline.js';

const first = (...lines: string[]) => {
  const [section] = outlineText(lines.join('\n')).sections;
  assert.ok(section);
  return section;
};

describe('headings', () => {
  it('stand beside the marker', () => {
    const section = first('Điều 1. Phạm vi điều chỉnh', 'Luật này quy định.');
    assert.deepEqual([section.label, section.derived, section.headingBlocks], ['Phạm vi điều chỉnh', false, 1]);
  });

  it('stand after a dash or a colon', () => {
    assert.equal(first('Điều 1 - Phạm vi', 'Lời.').label, 'Phạm vi');
    assert.equal(first('Điều 1: Phạm vi', 'Lời.').label, 'Phạm vi');
    assert.equal(first('CHƯƠNG I: QUY ĐỊNH', 'Lời.').label, 'QUY ĐỊNH');
  });

  it('stand on the next line of a chương, over several lines in capitals', () => {
    const section = first('Chương I', 'NHỮNG QUY ĐỊNH', 'CHUNG', 'Lời mở đầu.');
    assert.deepEqual(
      [section.label, section.derived, section.headingBlocks, section.blocks.length],
      ['NHỮNG QUY ĐỊNH CHUNG', false, 3, 4],
    );
  });

  it('may stand on the next line of an article too', () => {
    const section = first('Điều 1.', 'Phạm vi điều chỉnh', 'Luật này quy định.');
    assert.deepEqual([section.label, section.headingBlocks], ['Phạm vi điều chỉnh', 2]);
  });

  it('belong to a khoản that has something below', () => {
    assert.equal(first('1. Mục tiêu', 'Nâng cao chất lượng.').derived, false);
    assert.equal(first('1. Mục tiêu', 'a) một;').derived, false);
    assert.equal(first('1. Mục tiêu').derived, true);
  });

  it('are no sentences', () => {
    const section = first('Điều 1. Ban hành kèm theo Quyết định này Quy chế.', 'Lời.');
    assert.deepEqual(
      [section.label, section.derived, section.headingBlocks],
      ['Ban hành kèm theo Quyết định này Quy chế', true, 0],
    );
  });

  it('fall back to the marker where a section says nothing', () => {
    const section = first('Chương I');
    assert.deepEqual([section.label, section.derived], ['Chương I', true]);
  });
});

describe('derived labels', () => {
  it('are the first clause', () => {
    assert.equal(deriveLabel('Nâng cao chất lượng; đề cao vai trò.'), 'Nâng cao chất lượng');
    assert.equal(deriveLabel('Các nhiệm vụ sau:'), 'Các nhiệm vụ sau');
  });

  it('do not end at "...", "…" or an abbreviation', () => {
    assert.equal(deriveLabel('khen thưởng tồn đọng... và việc khác. Hết'), 'khen thưởng tồn đọng... và việc khác');
    assert.equal(deriveLabel('văn hóa, xã hội… của quận. Hết'), 'văn hóa, xã hội… của quận');
    assert.equal(deriveLabel('Sở ở TP. Huế báo cáo. Hết'), 'Sở ở TP. Huế báo cáo');
  });

  it('are cut at a word and never too long', () => {
    const label = deriveLabel(`${'tiếp tục bám sát các mục tiêu '.repeat(20)}.`);
    assert.ok(label.length <= LABEL_LENGTH);
    assert.match(label, /^(?:tiếp tục bám sát các mục tiêu ?)+.*\p{L}…$/u);
    assert.ok('tiếp tục bám sát các mục tiêu'.includes(label.slice(label.lastIndexOf(' ') + 1, -1)));
  });

  it('make one line of white space runs, however long', () => {
    assert.equal(deriveLabel('một\u00a0\u00a0 hai\tba.'), 'một hai ba');
    assert.equal(deriveLabel(`một${' '.repeat(300)}hai`), 'một…');
  });

  it('leave no comma, dash or half a character before the "…"', () => {
    assert.equal(cutAtWord('một hai ba, bốn', 12), 'một hai ba…');
    assert.equal(cutAtWord('😀'.repeat(10), 6), '😀😀…');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outlineText } from '../../src/text/outline.js';
import { findStrayNumbers } from '../../src/text/stray-numbers.js';
import { plainText } from '../../src/text/plain-text.js';
import { tree } from './tree.js';

const outline = (...lines: string[]) => outlineText(lines.join('\n'), { inspect: findStrayNumbers });

describe('title', () => {
  it('is the first line where that names a kind of document', () => {
    const { title, preamble } = outline('Chỉ thị về việc A; tổ chức B', 'Nhằm C, yêu cầu:', '1. D.');
    assert.equal(title?.text, 'Chỉ thị về việc A; tổ chức B');
    assert.deepEqual(
      preamble.map(({ text }) => text),
      ['Nhằm C, yêu cầu:'],
    );
  });

  it('is the kind and the subject below a letterhead', () => {
    const { letterhead, title, preamble } = outline(
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'CHỈ THỊ',
      'Về việc tăng cường',
      'công tác thi đua',
      'Căn cứ Luật,',
      '1. Một.',
    );
    assert.equal(letterhead.length, 2);
    assert.equal(title?.text, 'CHỈ THỊ Về việc tăng cường công tác thi đua');
    assert.deepEqual(
      preamble.map(({ text }) => text),
      ['Căn cứ Luật,'],
    );
  });

  it('is what the caller knows it to be', () => {
    const { title } = outlineText('Uỷ ban họp.\nLời.', { title: 'Ủy ban họp.' });
    assert.equal(title?.text, 'Uỷ ban họp.');
  });

  it('is missing where the text starts straight away', () => {
    for (const line of ['Nhằm thực hiện tốt:', 'Chỉ thị này có hiệu lực.', '1. Một.', 'ỦY BAN NHÂN DÂN']) {
      assert.equal(outline(line, 'Lời.').title, undefined, line);
    }
    assert.equal(outline('Chỉ thị về việc A').title, undefined);
  });
});

describe('end mark', () => {
  it('is split from the last word', () => {
    const { endMark, sections } = outline('1. Một.', '2. Kết quả thực hiện./.', 'Quốc Vũ');
    assert.deepEqual(endMark, { text: './.', glued: true });
    assert.equal(sections[1]?.blocks[0]?.text, '2. Kết quả thực hiện');
  });

  it('may stand apart or alone', () => {
    assert.deepEqual(outline('1. Một ./.').endMark, { text: './.', glued: false });
    const alone = outline('1. Một.', './.', 'Quốc Vũ');
    assert.deepEqual(alone.endMark, { text: './.', glued: false });
    assert.equal(plainText(alone), '1. Một.\n./.\nQuốc Vũ');
  });

  it('is none where the text goes on', () => {
    const found = outline('1. Một./.', '2. Hai.', '3. Ba./.');
    assert.equal(found.sections[0]?.blocks[0]?.text, '1. Một./.');
    assert.equal(found.sections[2]?.blocks[0]?.text, '3. Ba');
  });

  it('is missing from many texts', () => {
    const found = outline('1. Một.', '2. Hai.');
    assert.equal(found.endMark, undefined);
    assert.deepEqual(found.signOff, []);
  });
});

describe('sign-off', () => {
  const kinds = (...lines: string[]) =>
    outline('1. Một./.', ...lines).signOff.map(({ text, kind }) => `${kind}: ${text}`);

  it('proves no signer by a name alone', () => {
    assert.deepEqual(kinds('Quốc Vũ'), ['postedBy: Quốc Vũ']);
  });

  it('takes a name under a position for a signature', () => {
    assert.deepEqual(kinds('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Tên Mẫu'), [
      'signature: TM. ỦY BAN NHÂN DÂN',
      'signature: CHỦ TỊCH',
      'signature: Tên Mẫu',
    ]);
  });

  it('keeps the recipients apart', () => {
    assert.deepEqual(kinds('Nơi nhận:', '- Như Điều 3;', '- Lưu: VT.', 'CHỦ TỊCH', 'Tên Mẫu'), [
      'recipients: Nơi nhận:',
      'recipients: - Như Điều 3;',
      'recipients: - Lưu: VT.',
      'signature: CHỦ TỊCH',
      'signature: Tên Mẫu',
    ]);
  });

  it('leaves other lines unnamed', () => {
    assert.deepEqual(kinds('(Đã ký)'), ['other: (Đã ký)']);
  });
});

describe('annexes', () => {
  it('are outlined by themselves, with ids of their own', () => {
    const found = outline(
      'Điều 1. Ban hành Quy chế.',
      'Điều 2. Thi hành./.',
      'CHỦ TỊCH',
      'Tên Mẫu',
      'QUY CHẾ',
      'Làm việc',
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi',
      'Lời.',
      'PHỤ LỤC I',
      'Biểu mẫu',
      '1. Một.',
    );
    assert.equal(tree(found), 'dieu-1 dieu-2');
    assert.equal(found.signOff.length, 2);
    assert.deepEqual(found.annexes.map(tree), ['phu-luc-1-chuong-1(phu-luc-1-dieu-1)', 'phu-luc-2-khoan-1']);
    assert.equal(found.annexes[0]?.title?.text, 'QUY CHẾ Làm việc');
  });
});

describe('stray numbers', () => {
  const strays = (...lines: string[]) => outline(...lines).issues.filter(({ kind }) => kind === 'stray-number');
  const filler = 'Các cơ quan, đơn vị tổ chức phong trào thi đua thực hiện thắng lợi nhiệm vụ. '.repeat(14);

  it('are reported where the text has the phrase without them', () => {
    const text = ['1. Yêu cầu:', filler, 'Viên chức thi đua 2 thực hiện văn hóa công sở.'].join('\n');
    const [stray, ...more] = strays(text);
    assert.equal(more.length, 0);
    assert.equal(stray?.text, '2');
    assert.equal(text.slice(stray.offset, stray.offset + 1), '2');
    assert.equal(stray.section, 'khoan-1');
    assert.match(stray.excerpt, /thi đua 2 thực hiện/u);
  });

  it('are reported on a line of their own', () => {
    assert.deepEqual(
      strays(filler, '2', 'Lời.').map(({ text }) => text),
      ['2'],
    );
  });

  it('are not reported where a number belongs', () => {
    assert.deepEqual(strays(filler, 'Kế hoạch của quận 5 năm tới; khoản 2 điều này; thi đua cấp 2 thực hiện.'), []);
  });

  it('are not reported where no page can end', () => {
    assert.deepEqual(strays('thi đua thực hiện và thi đua 2 thực hiện văn hóa.'), []);
    assert.deepEqual(strays(filler, 'thi đua 99 thực hiện thắng lợi.'), []);
  });

  it('stay in the text', () => {
    const text = `${filler}\nthi đua 2 thực hiện`;
    assert.match(plainText(outlineText(text)), /thi đua 2 thực hiện$/u);
  });
});

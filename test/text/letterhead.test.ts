import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameKey, readLetterhead } from '../../src/text/letterhead.js';

describe('a letterhead', () => {
  const whole = {
    nation: 'state',
    organs: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG MẪU'],
    number: 'Số: 01/QĐ-MAU',
    place: 'Phường Mẫu',
    date: 'ngày 05 tháng 02 năm 2024',
    subject: [],
    rest: [],
  };

  it('is read line by line', () => {
    const lines = [
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG MẪU',
      '-------',
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập – Tự do – Hạnh phúc',
      '_____',
      'Số: 01/QĐ-MAU',
      'Phường Mẫu, ngày 05 tháng 02 năm 2024',
    ];
    assert.deepEqual(readLetterhead(lines), whole);
    assert.deepEqual(readLetterhead(lines.map((line) => line.normalize('NFD'))), whole);
  });

  for (const [name, space] of [
    ['spaces', '      '],
    ['a tab', '\t'],
    ['one space', ' '],
  ] as const) {
    it(`is read where its columns stand on one line, with ${name} between`, () => {
      const lines = [
        `ỦY BAN NHÂN DÂN${space}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
        `PHƯỜNG MẪU${space}Độc lập - Tự do - Hạnh phúc`,
        `Số: 01/QĐ-MAU${space}Phường Mẫu, ngày 05 tháng 02 năm 2024`,
      ];
      assert.deepEqual(readLetterhead(lines), whole);
    });
  }

  it('loses no line that it does not know', () => {
    const read = readLetterhead(['HỎA TỐC', 'Một dòng mẫu', 'Số: 12/MAU-VP', 'V/v mời dự', 'cuộc họp mẫu']);
    assert.deepEqual(read?.rest, ['HỎA TỐC', 'Một dòng mẫu']);
    assert.deepEqual(read.subject, ['V/v mời dự', 'cuộc họp mẫu']);
  });

  it('knows the number of a law, that of a draft, and the Party', () => {
    assert.equal(readLetterhead(['Luật số: 00/2024/QH15'])?.number, 'Luật số: 00/2024/QH15');
    const draft = readLetterhead(['Số:       /QĐ-MAU', 'Phường Mẫu, ngày      tháng      năm 2024']);
    assert.equal(draft?.number, 'Số: /QĐ-MAU');
    assert.equal(draft.date, 'ngày … tháng … năm 2024');
    assert.equal(readLetterhead(['ĐẢNG CỘNG SẢN VIỆT NAM'])?.nation, 'party');
  });

  it('is none without motto, number and date', () => {
    assert.equal(readLetterhead(['TIN MỚI', 'THÔNG BÁO MẪU']), undefined);
    assert.equal(readLetterhead(['Căn cứ Luật mẫu, ngày 19 tháng 6 năm 2015']), undefined);
    assert.equal(readLetterhead(['Số lượng: 5', 'Số người tham gia']), undefined);
  });

  it('compares names whatever their spelling', () => {
    assert.equal(nameKey('UBND Phường Mẫu'), nameKey('ỦY BAN  NHÂN DÂN PHƯỜNG MẪU'));
    assert.equal(nameKey('Uỷ ban'), nameKey('Ủy ban'));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sentencesOf, spoken } from '../../src/text/sentences.js';

describe('spoken', () => {
  const says = (pairs: Readonly<Record<string, string>>) => {
    for (const [text, said] of Object.entries(pairs)) assert.equal(spoken(text), said);
  };

  it('says the number of a document in full, in its own order', () => {
    says({
      'Nghị định số 98/2023/NĐ-CP.': 'Nghị định số 98/2023/Nghị định Chính phủ.',
      '57-NQ/TW': '57-Nghị quyết Trung ương',
      '01/CT-UBND': '01/Chỉ thị Ủy ban nhân dân',
      '749/QĐ-TTg,': '749/Quyết định Thủ tướng Chính phủ,',
      '15/2024/NQ-HĐND': '15/2024/Nghị quyết Hội đồng nhân dân',
      'Luật số 80/2015/QH13': 'Luật số 80/2015/Quốc hội khóa 13',
      '42/2017/UBTVQH14': '42/2017/Ủy ban Thường vụ Quốc hội khóa 14',
      '05/2024/TT-BTC': '05/2024/Thông tư BTC',
      '12/KH-UBND-VX': '12/Kế hoạch Ủy ban nhân dân VX',
      'Số: /CT-UBND': 'Số: /Chỉ thị Ủy ban nhân dân',
    });
  });

  it('says abbreviations in full, and their stop where that is none', () => {
    says({
      'TM. ỦY BAN NHÂN DÂN': 'thay mặt ỦY BAN NHÂN DÂN',
      'T/M CƠ QUAN, T/M. CƠ QUAN': 'thay mặt CƠ QUAN, thay mặt CƠ QUAN',
      'KT. CHỦ TỊCH': 'ký thay CHỦ TỊCH',
      'TL. CHỦ TỊCH': 'thừa lệnh CHỦ TỊCH',
      'TUQ. CHỦ TỊCH': 'thừa ủy quyền CHỦ TỊCH',
      'phát triển KT-XH và CNTT.': 'phát triển kinh tế xã hội và công nghệ thông tin.',
      'TP. Hồ Chí Minh': 'thành phố Hồ Chí Minh',
      'TP.HCM, TPHCM': 'thành phố Hồ Chí Minh, thành phố Hồ Chí Minh',
      'của TP.': 'của thành phố.',
    });
  });

  it('leaves everything else as it is', () => {
    for (const text of [
      'Ngày 05/02/2024, 1/PL, 3-PA; 10-12 giờ',
      'xUBNDx A/B, Bộ Y tế. Câu sau',
      'kinh tế - xã hội 1.5 ha',
      'Phòng KT và TM',
    ])
      assert.equal(spoken(text), text);
  });
});

describe('sentencesOf', () => {
  const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim());

  it('keeps the number of a heading with it', () => {
    assert.deepEqual(cut('II. NHIỆM VỤ MẪU. Câu sau.'), ['II. NHIỆM VỤ MẪU.', 'Câu sau.']);
    assert.deepEqual(cut('Câu một. IV. Câu hai.'), ['Câu một.', 'IV. Câu hai.']);
    assert.deepEqual(cut('Trong quý II. Câu hai.'), ['Trong quý II.', 'Câu hai.']);
    assert.deepEqual(cut('Ở TP. Hồ Chí Minh. Câu hai.'), ['Ở TP. Hồ Chí Minh.', 'Câu hai.']);
  });
});

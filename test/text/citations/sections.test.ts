import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findSections } from '../../../src/text/section-citations.js';

const named = (text: string, here?: string) =>
  findSections(text, here).map(({ start, end, section }) => [text.slice(start, end), section]);

describe('findSections', () => {
  const OWN: readonly (readonly [text: string, ...found: (readonly [string, string])[]])[] = [
    ['Theo Điều 7 của Nghị định này.', ['Điều 7', 'dieu-7']],
    ['Theo khoản 2 Điều 5.', ['khoản 2 Điều 5', 'dieu-5-khoan-2']],
    ['Theo điểm đ khoản 2 Điều 5a Quy chế này.', ['điểm đ khoản 2 Điều 5a', 'dieu-5a-khoan-2-diem-dd']],
    ['Theo điểm c Điều 5.', ['điểm c Điều 5', 'dieu-5-diem-c']],
    [
      'Hồ sơ quy định tại điểm a, đ khoản 2 Điều 5 nộp trước.',
      ['điểm a', 'dieu-5-khoan-2-diem-a'],
      ['đ khoản 2 Điều 5', 'dieu-5-khoan-2-diem-dd'],
    ],
    [
      'Theo các điểm a, b và điểm c khoản 1 Điều 3.',
      ['điểm a', 'dieu-3-khoan-1-diem-a'],
      ['b', 'dieu-3-khoan-1-diem-b'],
      ['điểm c khoản 1 Điều 3', 'dieu-3-khoan-1-diem-c'],
    ],
    ['Theo khoản 1 và khoản 3 Điều 8.', ['khoản 1', 'dieu-8-khoan-1'], ['khoản 3 Điều 8', 'dieu-8-khoan-3']],
    ['Theo các khoản 1, 2 Điều 8.', ['khoản 1', 'dieu-8-khoan-1'], ['2 Điều 8', 'dieu-8-khoan-2']],
    ['Theo các Điều 3, 4 và 5 của Luật này.', ['Điều 3', 'dieu-3'], ['4', 'dieu-4'], ['5', 'dieu-5']],
    ['Từ Điều 3 đến Điều 7.', ['Điều 3', 'dieu-3'], ['Điều 7', 'dieu-7']],
    ['Theo Điều 5, 3 người được cử đi.', ['Điều 5', 'dieu-5']],
    ['Theo khoản 1 điều 2 Thông tư này.', ['khoản 1 điều 2', 'dieu-2-khoan-1']],
    ['Điều 5 của Nghị định này và Điều 7 Luật mẫu.', ['Điều 5', 'dieu-5']],
    ['Tại Nghị định số 98/2023/NĐ-CP (Điều 3) và Điều 5.', ['Điều 5', 'dieu-5']],
    ['Tại Nghị định số 98/2023/NĐ-CP (Điều 3 Quyết định này).', ['Điều 3', 'dieu-3']],
    ['Tại Nghị định số 98/2023/NĐ-CP (Điều 3, Điều 4 Quyết định này).', ['Điều 3', 'dieu-3'], ['Điều 4', 'dieu-4']],
    ['Tại Nghị định số 98/2023/NĐ-CP (khoản 2 Điều này).', ['khoản 2 Điều này', 'dieu-1-khoan-2']],
    ['Tại Nghị định số 98/2023/NĐ-CP (sau đây gọi là mẫu), Điều 3.', ['Điều 3', 'dieu-3']],
    ['Theo Nghị định số 98/2023/NĐ-CP, mẫu (Điều 3).', ['Điều 3', 'dieu-3']],
    ['Từ ngày 01/7/2024 (Điều 3).', ['Điều 3', 'dieu-3']],
    ['Theo Điều 5. Luật mẫu có hiệu lực sau.', ['Điều 5', 'dieu-5']],
  ];
  for (const [text, ...found] of OWN) it(`finds ${text}`, () => assert.deepEqual(named(text, 'dieu-1'), found));

  it('knows where "này" is', () => {
    const here = 'dieu-5-khoan-2-diem-a';
    assert.deepEqual(named('Theo khoản 1 Điều này.', here), [['khoản 1 Điều này', 'dieu-5-khoan-1']]);
    assert.deepEqual(named('Theo điểm b khoản này.', here), [['điểm b khoản này', 'dieu-5-khoan-2-diem-b']]);
    assert.deepEqual(named('Theo khoản này.', here), [['khoản này', 'dieu-5-khoan-2']]);
    assert.deepEqual(named('Theo điểm a, b khoản này và Điều này.', here), [
      ['điểm a', 'dieu-5-khoan-2-diem-a'],
      ['b khoản này', 'dieu-5-khoan-2-diem-b'],
      ['Điều này', 'dieu-5'],
    ]);
    assert.deepEqual(named('Theo điểm b khoản này.', 'khoan-3'), [['điểm b khoản này', 'khoan-3-diem-b']]);
    assert.deepEqual(named('Theo khoản 1 Điều này và khoản này.'), []);
    assert.deepEqual(named('Theo khoản này.', 'dieu-5'), []);
  });

  for (const text of [
    'Điều 3. Tên điều mẫu',
    'Theo khoản 1 Điều 3 Luật mẫu.',
    'Theo Điều 21, Điều 22 Luật Tổ chức mẫu.',
    'Theo khoản 1 Điều 8, Điều 10 Nghị định số 98/2023/NĐ-CP.',
    'Từ Điều 3 đến Điều 7 Luật mẫu.',
    'Theo các Điều 3, 4 và 5 Luật mẫu.',
    'Theo điểm a khoản 2 Điều 4, khoản 3 và khoản 4 Điều 6 của Thông tư mẫu.',
    'Theo Điều 4 Hiệp định mẫu.',
    'Theo Điều 2 Phụ lục I.',
    'Theo Điều 9 Chương II Luật mẫu.',
    'Theo Điều 5 (Luật mẫu).',
    'Theo Điều 3 (Nghị định số 98/2023/NĐ-CP).',
    'Tại Nghị định số 98/2023/NĐ-CP (Điều 3).',
    'Tại Luật số 80/2015/QH13 (các Điều 3, 4 và khoản 1, khoản 2 Điều 5).',
    'Tại Hướng dẫn 36-HD/VPTW (tại điểm a, b khoản 1 Điều 3; Điều 4).',
    'Tại Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ (Điều 3).',
    'Tại Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 (Điều 3).',
    'Theo Điều 5 Quy định ban hành kèm theo Quyết định này.',
    'Sửa đổi, bổ sung Điều 5 như sau:',
    '1. Bãi bỏ khoản 2 Điều 7.',
    'a) Thay thế cụm từ tại Điều 9;',
    'Theo khoản 1, khoản 2.',
    'nhiều điều khoản, 5 điều mẫu',
  ])
    it(`finds nothing in ${text}`, () => assert.deepEqual(named(text, 'dieu-1'), []));

  it('copes with text made to be slow', () => {
    for (const part of [
      'điểm a, ',
      'khoản 1, ',
      'Điều 1, ',
      'các Điều 1, ',
      '1, ',
      'và ',
      'điểm a khoản ',
      '1/NĐ-CP (Điều 1, ',
    ])
      assert.ok(Array.isArray(findSections(`Điều 1 ${part.repeat(20_000)} Luật`)));
  });
});

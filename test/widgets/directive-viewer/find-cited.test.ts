import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Directive, FeedItem } from '../../../src/feed/schema.js';
import { parseDocumentNumber } from '../../../src/text/document-number.js';
import type { Issued } from '../../../src/text/issued.js';
import { atOnce } from '../../../src/text/steps.js';
import { findCited, findNamed, indexItems } from '../../../src/widgets/directive-viewer/find-cited.js';

const item = (id: string, directive: Directive, title?: string): FeedItem => ({
  id,
  ...(title && { title }),
  _civic: { kind: 'directive', directive },
});
const ward = { id: 'phuong', name: 'Ủy ban nhân dân phường Mẫu' };
const province = { id: 'tinh', name: 'Ủy ban nhân dân tỉnh Mẫu' };
const chiThi = { codeNumber: '01', codeNotation: 'CT-UBND' };
const items = [
  item('ward-2024', { ...chiThi, organ: ward, issuedDate: '2024-01-05' }),
  item('ward-2023', { ...chiThi, organ: ward, issuedDate: '2023-02-01' }),
  item('province-2023', { ...chiThi, organ: province, issuedDate: '2023-02-01T17:00:00Z' }),
  item('decree', { codeNumber: '98', codeNotation: '2023/NĐ-CP' }),
  item('law', { codeNumber: '06', codeNotation: '2022/QH15', typeName: 'Luật' }, 'Thi đua, khen thưởng'),
  item('law-2', { codeNumber: '07', codeNotation: '2022/QH15' }, 'Luật Mẫu'),
  item('law-3', { codeNumber: '08', codeNotation: '2023/QH15' }, 'Luật Mẫu'),
  item('unnumbered', {}),
];
const index = atOnce(indexItems(items));
const found = (number: string, issued: Issued = {}, own?: string) => {
  const wanted = parseDocumentNumber(number);
  assert.ok(wanted);
  return findCited(
    index,
    wanted,
    issued,
    'Asia/Ho_Chi_Minh',
    items.find(({ id }) => id === own),
  )?.id;
};

describe('findCited', () => {
  it('finds the only one of a number, however it is written', () => {
    for (const number of ['98/2023/NĐ-CP', '98/2023/NĐCP', '098/2023/nđ-cp']) assert.equal(found(number), 'decree');
    assert.equal(found('99/2023/NĐ-CP'), undefined);
  });

  it('guesses none of several', () => {
    assert.equal(found('01/CT-UBND'), undefined);
    assert.equal(found('01/CT-UBND', { date: '2025-01-05' }), undefined);
  });

  it('tells them apart by date and organ', () => {
    assert.equal(found('01/CT-UBND', { date: '2024-01-05' }), 'ward-2024');
    assert.equal(found('01/CT-UBND', { organ: 'UBND tỉnh' }), 'province-2023');
    assert.equal(found('01/CT-UBND', { date: '2023-02-02', organ: 'UBND tỉnh Mẫu' }), 'province-2023');
    assert.equal(found('01/CT-UBND', { date: '2023-02-01', organ: 'Chủ tịch UBND phường Mẫu' }), 'ward-2023');
    assert.equal(found('01/CT-UBND', { date: '2024-01-05', organ: 'UBND tỉnh Mẫu' }), undefined);
  });

  it('takes a document’s own number for itself, unless another is meant', () => {
    assert.equal(found('01/CT-UBND', {}, 'ward-2023'), 'ward-2023');
    assert.equal(found('01/CT-UBND', { organ: 'UBND tỉnh' }, 'ward-2023'), 'province-2023');
  });

  it('does not take one for another that says something else of itself', () => {
    assert.equal(found('98/2023/NĐ-CP', { date: '2023-12-31', organ: 'Chính phủ' }), 'decree');
    assert.equal(found('06/2022/QH15', { date: '2022-06-15' }), 'law');
  });

  it('knows the laws of the feed by name, but for one that two have', () => {
    assert.equal(index.laws.get('luật thi đua, khen thưởng')?.number.text, '06/2022/QH15');
    assert.ok(index.laws.has('luật mẫu'));
    assert.equal(index.laws.get('luật mẫu'), undefined);
  });

  it('looks a feed through once', () => {
    assert.equal(atOnce(indexItems(items)), index);
  });
});

describe('findNamed', () => {
  const organ = (name: string) => ({ organ: { name: `Ủy ban nhân dân ${name}` } });
  const decision = { codeNumber: '05', codeNotation: 'QĐ-UBND' };
  const feed = [
    item('a-2024', { ...chiThi, ...organ('tỉnh A'), issuedDate: '2024-01-05' }),
    item('b-2023', { ...chiThi, ...organ('tỉnh B'), issuedDate: '2023-01-05' }),
    item('a-05', { ...decision, ...organ('tỉnh A') }),
    item('b-05', { ...decision, ...organ('tỉnh B') }),
    item('kh', { codeNumber: '9', codeNotation: 'KH-UBND', issuedDate: '2024' }),
    item('odd', { codeNumber: '7', codeNotation: 'mẫu riêng' }),
    item('one-field', { codeNumber: '12/2025/QĐ-UBND' }),
    item('party', { codeNumber: '36', codeNotation: 'HD/VPTW' }),
    item('law', { codeNumber: '06', codeNotation: '2022/QH15', typeName: 'Luật' }, 'Mẫu thử'),
    item('unnumbered', { organ: { name: 'Quốc hội' }, issuedDate: '2015-06-19' }, 'Luật Giám sát mẫu của Quốc hội'),
    item('old', { codeNumber: '45', codeNotation: '2013/QH13', issuedDate: '2013-11-29' }, 'Luật Đất mẫu'),
    item('new', { codeNumber: '31', codeNotation: '2024/QH15', issuedDate: '2024-01-18' }, 'Luật Đất mẫu'),
    item('05/QĐ-UBND của UBND tỉnh C', {}),
  ];
  const names = (target: string) => findNamed(feed, target, 'Asia/Ho_Chi_Minh').item?.id;

  it('takes an id before a number', () => {
    assert.equal(names('05/QĐ-UBND của UBND tỉnh C'), '05/QĐ-UBND của UBND tỉnh C');
    assert.equal(names(' b-05 '), 'b-05');
  });

  it('tells documents of one number apart by date, year and organ', () => {
    const said = 'Chỉ thị số 01/CT-UBND';
    assert.equal(names(`${said} ngày 05 tháng 01 năm 2023 của UBND tỉnh B`), 'b-2023');
    assert.equal(names(`${said} ngày 05 tháng 01 năm 2023 của UBND tỉnh B`.normalize('NFD')), 'b-2023');
    assert.equal(names(`${said} ngày 5/1/2024`), 'a-2024');
    assert.equal(names(`${said} năm 2023 của UBND tỉnh B`), 'b-2023');
    assert.equal(names(`${said} năm 2024 về việc mẫu`), 'a-2024');
    assert.equal(names(`${said} của UBND tỉnh B ngày 05/01/2023`), 'b-2023');
    assert.equal(names(`${said} của UBND tỉnh B về kỷ niệm ngày 02/9/2022`), 'b-2023');
    assert.equal(names('Quyết định số 05/QĐ-UBND của UBND tỉnh B'), 'b-05');
  });

  it('guesses none of several, and none that contradicts what is said', () => {
    for (const target of [
      '01/CT-UBND',
      'Chỉ thị số 01/CT-UBND',
      'Chỉ thị số 01/CT-UBND ngày 05/01/2022',
      'Chỉ thị số 01/CT-UBND năm 2024 của UBND tỉnh B',
      'Chỉ thị số 01/CT-UBND của UBND tỉnh B ngày 06 tháng 02 năm 2024',
      'Quyết định số 05/QĐ-UBND của UBND tỉnh D',
      'Kế hoạch số 9/KH-UBND ngày 01/02/2023',
      '05/QĐ-UBND và 9/KH-UBND',
    ])
      assert.equal(names(target), undefined, target);
  });

  it('takes the only one of a number, however it and its date are written', () => {
    for (const target of ['9/KH-UBND', '09/kh-ubnd', 'Kế hoạch số 9/KH-UBND ngày 01/02/2024'])
      assert.equal(names(target), 'kh', target);
    assert.equal(names('7/Mẫu riêng'), 'odd');
    assert.equal(names('Quyết định 12/2025/QĐ-UBND'), 'one-field');
    assert.equal(names('36-HD/VPTW'), 'party');
  });

  it('knows a law by its name, with what may be said behind it', () => {
    for (const target of ['Luật Mẫu thử', 'luật mẫu  thử;', 'Căn cứ Luật Mẫu thử năm 2022 của Quốc hội'])
      assert.equal(names(target), 'law', target);
    assert.equal(names('Luật Giám sát mẫu của Quốc hội'), 'unnumbered');
    assert.equal(names('Luật Giám sát mẫu của Quốc hội ngày 19 tháng 6 năm 2015'), 'unnumbered');
    assert.equal(names('Luật Đất mẫu ngày 18 tháng 01 năm 2024'), 'new');
    assert.equal(names('Luật Đất mẫu năm 2013'), 'old');
  });

  it('opens no law where two have the name, or another is named', () => {
    for (const target of [
      'Luật Đất mẫu',
      'Luật Đất mẫu năm 2003',
      'Luật Mẫu',
      'Luật Mẫu thử và Luật Đất mẫu',
      'Luật Mẫu thử sửa đổi',
      'Mẫu thử',
    ])
      assert.equal(names(target), undefined, target);
    const twice = [...feed, item('copy', {}, 'Luật Mẫu thử')];
    assert.equal(findNamed(twice, 'Luật Mẫu thử', 'Asia/Ho_Chi_Minh').item, undefined);
    assert.equal(atOnce(indexItems(twice)).laws.get('luật mẫu thử'), undefined);
  });

  it('says the number where one is named, whether or not the feed has it', () => {
    const number = (target: string) => findNamed(feed, target, 'Asia/Ho_Chi_Minh').number?.text;
    assert.equal(number('Chỉ thị số 01/CT-UBND ngày 05/01/2022'), '01/CT-UBND');
    assert.equal(number('Luật Mẫu thử'), undefined);
    assert.equal(number('05/QĐ-UBND và 9/KH-UBND'), undefined);
  });
});

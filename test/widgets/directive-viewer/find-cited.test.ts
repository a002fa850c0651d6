import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Directive, FeedItem } from '../../../src/feed/schema.js';
import { parseDocumentNumber } from '../../../src/text/document-number.js';
import type { Issued } from '../../../src/text/issued.js';
import { atOnce } from '../../../src/text/steps.js';
import { findCited, indexItems } from '../../../src/widgets/directive-viewer/find-cited.js';

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

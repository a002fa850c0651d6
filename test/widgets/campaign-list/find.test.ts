import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { finder } from '../../../src/widgets/campaign-list/find.js';
import { item } from './entries.js';

const sample = item(
  'a',
  { slogan: 'Chung tay (mẫu)', organiser: 'Ủy ban nhân dân quận mẫu', launchedBy: 'Thành phố mẫu' },
  { title: 'Xóa nhà tạm', summary: 'Tóm tắt', content_text: 'Đoạn\nvăn', tags: ['An sinh', 'Nhà ở'] },
);
const finds = (query: string, inside = sample) => finder(query)(inside);

describe('finder', () => {
  it('looks into every text of a campaign, marks and case aside', () => {
    for (const query of [
      'xoa nha',
      'XOÁ',
      'chung tay',
      'uy ban',
      'thanh pho',
      'tom tat',
      'doan van',
      'an sinh',
      'nhà  ở',
    ])
      assert.equal(finds(query), true, query);
  });
  it('knows the usual abbreviations', () => {
    assert.equal(finds('UBND quận'), true);
  });
  it('finds nothing that is not there, nor across two fields', () => {
    assert.equal(finds('nông thôn'), false);
    assert.equal(finds('sinh nha'), false);
    assert.equal(finds('tam chung'), false);
  });
  it('finds everything where nothing is asked', () => {
    assert.equal(finds(' '), true);
    assert.equal(finds('', { id: 'b' }), true);
  });
  it('takes a query for words, never for a pattern', () => {
    assert.equal(finds('.*'), false);
    assert.equal(finds('['), false);
  });
});

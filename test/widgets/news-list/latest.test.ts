import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { titleOf } from '../../../src/feed/title.js';
import { latest } from '../../../src/widgets/news-list/latest.js';

const ids = (items: { id: string }[]) => items.map((item) => item.id).join('');

describe('latest', () => {
  const items = [
    { id: 'a', date_published: '2024-03-01' },
    { id: 'b' },
    { id: 'c', date_published: '2024-03-01T00:00:00+07:00' },
    { id: 'd', date_published: '2024-03-01T00:30:00' },
    { id: 'e', date_published: '2023' },
    { id: 'f' },
  ];
  it('sorts by instant in the feed’s zone, equal ones and undated ones in the feed’s order', () => {
    assert.equal(ids(latest(items, 0, 'Asia/Ho_Chi_Minh')), 'dacebf');
  });
  it('keeps to the limit, and takes none, or nonsense, for no limit', () => {
    assert.equal(ids(latest(items, 2, 'Asia/Ho_Chi_Minh')), 'da');
    assert.equal(ids(latest(items, 99, 'Asia/Ho_Chi_Minh')), 'dacebf');
    assert.equal(latest(items, Number.NaN, 'UTC').length, 6);
    assert.equal(latest(items, -1, 'UTC').length, 6);
  });
  it('changes nothing about the feed', () => assert.equal(ids(items), 'abcdef'));
});

describe('titleOf', () => {
  it('is the title, else the beginning of what there is, cut between words', () => {
    assert.equal(titleOf({ id: 'a', title: 'Tin mẫu', summary: 'x' }), 'Tin mẫu');
    assert.equal(titleOf({ id: 'a', summary: ' Tóm tắt ' }), 'Tóm tắt');
    assert.equal(titleOf({ id: 'a' }), 'a');
    const long = titleOf({ id: 'a', content_text: 'nội dung mẫu '.repeat(30) });
    assert.ok(long.length <= 101 && long.endsWith('…'), long);
    assert.match(long, /(nội|dung|mẫu)…$/);
  });
  it('cuts a text without a space too', () => {
    assert.ok(titleOf({ id: 'a', content_text: 'x'.repeat(500) }).length <= 101);
  });
});

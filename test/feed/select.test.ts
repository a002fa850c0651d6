import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../src/feed/read.js';
import { itemsOfKind, narrow } from '../../src/feed/select.js';

const feedOf = (...items: object[]) => read({ version: '1', title: 't', items }, 'https://x.example/').feed;
const ids = (items: { id: string }[]) => items.map((item) => item.id);

describe('itemsOfKind', () => {
  it('takes the kind that is written, else what the item holds', () => {
    const feed = feedOf(
      { id: 'a', _civic: { kind: 'directive' } },
      { id: 'b', _civic: { directive: { typeCode: 'CT' } } },
      { id: 'c', _civic: { campaign: {} } },
      { id: 'd', _civic: { kind: 'news' } },
      { id: 'e' },
    );
    assert.deepEqual(ids(itemsOfKind(feed, 'directive')), ['a', 'b']);
    assert.deepEqual(ids(itemsOfKind(feed, 'campaign')), ['c']);
    assert.deepEqual(ids(itemsOfKind(feed, 'news')), ['d', 'e']);
  });
  it('takes a plain JSON Feed for news and for documents, never for campaigns', () => {
    const feed = feedOf({ id: 'a' }, { id: 'b' });
    assert.deepEqual(ids(itemsOfKind(feed, 'directive')), ['a', 'b']);
    assert.deepEqual(ids(itemsOfKind(feed, 'news')), ['a', 'b']);
    assert.deepEqual(ids(itemsOfKind(feed, 'campaign')), []);
  });
});

describe('narrow', () => {
  const { items } = feedOf(
    { id: 'a', tags: ['Thi đua'], _civic: { directive: { organ: { id: 'ubnd-q', name: 'UBND quận mẫu' } } } },
    { id: 'b', tags: ['thi đua '], authors: [{ name: 'Phòng mẫu' }] },
    { id: 'c', _civic: { campaign: { organiser: 'Phòng mẫu', launchedBy: 'Cơ quan mẫu' } } },
  );
  it('finds a tag in any case and Unicode form', () => {
    assert.deepEqual(ids(narrow(items, { tag: 'THI ĐUA'.normalize('NFD') })), ['a', 'b']);
  });
  it('finds an organ by id and name, an organiser, an author', () => {
    assert.deepEqual(ids(narrow(items, { organ: 'ubnd-q' })), ['a']);
    assert.deepEqual(ids(narrow(items, { organ: 'UBND Quận mẫu' })), ['a']);
    assert.deepEqual(ids(narrow(items, { organ: 'phòng mẫu' })), ['b', 'c']);
    assert.deepEqual(ids(narrow(items, { organ: 'Cơ quan mẫu' })), ['c']);
  });
  it('finds an organ in every spelling, and none that a mark tells apart', () => {
    const { items: spelled } = feedOf(
      { id: 'a', _civic: { directive: { organ: { name: 'Uỷ ban nhân dân xã Tân Hà' } } } },
      { id: 'b', authors: [{ name: 'UBND XÃ TÂN HÀ' }] },
      { id: 'c', _civic: { campaign: { launchedBy: 'Ủy ban  nhân dân xã Tân Hà'.normalize('NFD') } } },
      { id: 'd', _civic: { directive: { organ: { name: 'Ủy ban nhân dân xã Tân Hạ' } } } },
      { id: 'e' },
    );
    for (const organ of ['Ủy ban nhân dân xã Tân Hà', 'ubnd xã tân hà']) {
      assert.deepEqual(ids(narrow(spelled, { organ })), ['a', 'b', 'c'], organ);
    }
  });
  it('takes all without a condition, none that fits only one of two', () => {
    assert.deepEqual(ids(narrow(items, {})), ['a', 'b', 'c']);
    assert.deepEqual(ids(narrow(items, { tag: null, organ: '' })), ['a', 'b', 'c']);
    assert.deepEqual(ids(narrow(items, { tag: 'thi đua', organ: 'Cơ quan mẫu' })), []);
  });
});

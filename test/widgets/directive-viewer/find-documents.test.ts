import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Directive, FeedItem } from '../../../src/feed/schema.js';
import { Finder } from '../../../src/widgets/directive-viewer/find-documents.js';
import type { Params } from '../../../src/widgets/finding/fragment.js';

const item = (id: string, title: string, directive: Directive = {}, rest: Partial<FeedItem> = {}): FeedItem => ({
  id,
  title,
  ...rest,
  _civic: { kind: 'directive', directive },
});

const ZONE = 'Asia/Ho_Chi_Minh';
const PHUONG = { id: 'phuong-mau', name: 'Phường Mẫu' };
const XA = { name: ' Xã Mẫu ' };

const items = [
  item('a', 'Chỉ thị mẫu về thi đua', { typeName: 'Chỉ thị', issuedDate: '2024-01-05', status: 'inForce' }),
  item('b', 'Quyết định mẫu', { typeName: 'Quyết định', issuedDate: '2023-05-01' }, { content_text: 'thi đua mẫu' }),
  item('c', 'Quyết định mẫu khác', { typeName: 'Quyết định', issuedDate: '2024-02-01' }, { tags: ['mẫu', 'mẫu'] }),
  item('d', 'Ảnh mẫu', {}, { date_published: '2022-01-01T00:00:00Z' }),
];

async function finder(of: readonly FeedItem[] = items): Promise<Finder> {
  let done = () => {};
  const ready = new Promise<void>((resolve) => (done = resolve));
  const made: Finder = new Finder(() => queueMicrotask(() => made.find({}).searched === 1 && done()));
  made.prepare(of, ZONE);
  await ready;
  return made;
}

const ids = (made: Finder, params: Params) => made.find(params).items.map(({ id }) => id);

describe('Finder', () => {
  it('finds by words, titles first, in the order of the feed', async () => {
    const made = await finder();
    assert.deepEqual(ids(made, { q: 'thi dua' }), ['a', 'b']);
    assert.deepEqual(ids(made, { q: 'mẫu quyết' }), ['b', 'c']);
    assert.deepEqual(ids(made, { q: 'không có' }), []);
    assert.deepEqual(ids(made, {}), ['a', 'b', 'c', 'd']);
  });

  it('reads the text that the document shows: its HTML where that has words, else the plain text', async () => {
    const content_html = '<p>Điều 1. Khen <b>thưởng</b> tập&nbsp;thể.</p>';
    const made = await finder([
      item('beside', 'A', {}, { content_text: 'Tóm tắt.', content_html }),
      item('blank', 'B', {}, { content_text: ' \n', content_html }),
      item('plain', 'C', {}, { content_text: 'Khen thưởng tập thể.', content_html: ' <p>&nbsp;</p> ' }),
      item('nothing', 'D', {}, { content_text: '', content_html: '' }),
    ]);
    assert.deepEqual(ids(made, { q: 'khen thuong tap the' }), ['beside', 'blank', 'plain']);
    assert.deepEqual(ids(made, { q: 'tóm tắt' }), []);
    for (const markup of ['nbsp', '<p>', '<b', '&']) assert.deepEqual(ids(made, { q: markup }), [], markup);
  });

  it('finds by the signer and by tags', async () => {
    const made = await finder([
      item('a', 'A', { signer: { fullName: 'Nguyễn Văn Mẫu' } }, { content_text: 'Chữ.' }),
      item('b', 'B', {}, { tags: ['khen thưởng', 'hộ tịch'] }),
      item('c', 'C'),
    ]);
    assert.deepEqual(ids(made, { q: 'nguyen van mau' }), ['a']);
    assert.deepEqual(ids(made, { q: 'hộ tịch' }), ['b']);
    assert.deepEqual(ids(made, { q: 'undefined' }), []);
  });

  it('narrows by each facet and by several', async () => {
    const made = await finder();
    assert.deepEqual(ids(made, { type: 'Quyết định' }), ['b', 'c']);
    assert.deepEqual(ids(made, { type: 'Quyết định', year: '2024' }), ['c']);
    assert.deepEqual(ids(made, { year: '2022' }), ['d']);
    assert.deepEqual(ids(made, { status: 'inForce' }), ['a']);
    assert.deepEqual(ids(made, { tag: 'mẫu' }), ['c']);
    assert.deepEqual(ids(made, { organ: 'Không có' }), []);
  });

  it('counts what each choice would leave', async () => {
    const { choices } = (await finder()).find({ type: 'Quyết định' });
    assert.deepEqual(choices.type, [
      { value: 'Quyết định', count: 2 },
      { value: 'Chỉ thị', count: 1 },
    ]);
    assert.deepEqual(choices.year, [
      { value: '2024', count: 1 },
      { value: '2023', count: 1 },
    ]);
    assert.deepEqual(choices.tag, [{ value: 'mẫu', count: 1 }]);
  });

  it('narrows by the organ, and counts organs and statuses beside each other', async () => {
    const made = await finder([
      item('a', 'A', { organ: PHUONG, status: 'inForce' }),
      item('b', 'B', { organ: PHUONG, status: 'expired' }, { content_text: 'thi đua mẫu' }),
      item('c', 'C', { organ: XA, status: 'inForce' }),
      item('d', 'D', { organ: XA, status: 'inForce' }),
      item('e', 'E', { organ: XA }),
      item('f', 'F'),
    ]);
    assert.deepEqual(ids(made, { organ: 'Phường Mẫu' }), ['a', 'b']);
    assert.deepEqual(ids(made, { organ: 'Xã Mẫu', status: 'inForce' }), ['c', 'd']);
    assert.deepEqual(ids(made, { organ: 'Phường Mẫu', q: 'thi đua' }), ['b']);
    const { choices } = made.find({ organ: 'Phường Mẫu', status: 'inForce' });
    // Each as if nothing were chosen in it: three are in force in one organ, one in the other.
    assert.deepEqual(choices.organ, [
      { value: 'Xã Mẫu', count: 2 },
      { value: 'Phường Mẫu', count: 1 },
    ]);
    assert.deepEqual(choices.status, [
      { value: 'expired', count: 1 },
      { value: 'inForce', count: 1 },
    ]);
    assert.deepEqual(made.find({}).choices.status, [
      { value: 'inForce', count: 3 },
      { value: 'expired', count: 1 },
    ]);
    assert.deepEqual(made.find({}).choices.organ, [
      { value: 'Xã Mẫu', count: 3 },
      { value: 'Phường Mẫu', count: 2 },
    ]);
  });

  it('takes every writing of a type for one, and calls it by the most frequent', async () => {
    const made = await finder([
      item('a', 'A', { typeName: 'quyết định' }),
      item('b', 'B', { typeName: 'QĐ' }),
      item('c', 'C', { typeName: ' ', typeCode: 'QĐ' }),
      item('d', 'D', { typeCode: 'qd' }),
      item('e', 'E', { typeName: 'QUYẾT ĐỊNH'.normalize('NFD') }),
      item('f', 'F', { typeName: 'Chỉ thị', typeCode: 'QĐ' }),
      item('g', 'G', { typeCode: 'LẠ' }),
      item('h', 'H', { typeName: ' ', typeCode: ' ' }),
    ]);
    assert.deepEqual(made.find({}).choices.type, [
      { value: 'Quyết định', count: 5 },
      { value: 'Chỉ thị', count: 1 },
      { value: 'LẠ', count: 1 },
    ]);
    for (const type of ['Quyết định', 'quyết định', 'QĐ', 'qd', 'QUYẾT ĐỊNH']) {
      assert.deepEqual(ids(made, { type }), ['a', 'b', 'c', 'd', 'e'], type);
      // The filter shows it among its choices.
      assert.equal(made.find({ type }).params['type'], 'Quyết định');
    }
    assert.equal(made.find({ type: 'Không có' }).params['type'], 'Không có');
  });

  it('takes every writing of an organ for one, and keeps apart what a mark tells apart', async () => {
    const NAMES = [
      'ỦY BAN NHÂN DÂN PHƯỜNG HÒA MẪU',
      'Uỷ ban nhân dân phường Hoà Mẫu',
      'Ủy ban nhân dân phường Hòa Mẫu'.normalize('NFD'),
      'UBND phường Hòa Mẫu',
      'ủy ban  nhân dân phường hòa mẫu',
    ];
    const made = await finder([
      ...NAMES.map((name, index) => item(`${index}`, 'A', { organ: { name } })),
      item('other', 'B', { organ: { name: 'Ủy ban nhân dân phường Hóa Mẫu' } }),
    ]);
    assert.deepEqual(made.find({}).choices.organ, [
      // Each is there once: the first with proper capitals.
      { value: 'Uỷ ban nhân dân phường Hoà Mẫu', count: 5 },
      { value: 'Ủy ban nhân dân phường Hóa Mẫu', count: 1 },
    ]);
    for (const organ of NAMES) assert.deepEqual(ids(made, { organ }), ['0', '1', '2', '3', '4'], organ);
  });

  it('calls an organ as most of the documents do, those of a former list aside', async () => {
    const named = (id: string, name: string) => item(id, 'A', { organ: { name } });
    const first = [named('a', 'UBND xã Mẫu'), named('b', 'UBND xã Mẫu'), named('c', 'Ủy ban nhân dân xã Mẫu')];
    const made = await finder(first);
    assert.deepEqual(made.find({}).choices.organ, [{ value: 'UBND xã Mẫu', count: 3 }]);
    made.prepare(first.slice(1).concat(named('d', 'Ủy ban nhân dân xã Mẫu')), ZONE);
    assert.deepEqual(made.find({}).choices.organ, [{ value: 'Ủy ban nhân dân xã Mẫu', count: 3 }]);
  });

  it('takes the authors for the organ where there is none, each document once', async () => {
    const authors = [{ name: 'UBND xã Mẫu' }, { name: 'Uỷ ban nhân dân xã Mẫu' }, {}];
    const made = await finder([
      item('a', 'A', {}, { authors }),
      item('b', 'B', { organ: { name: 'Sở Mẫu' } }, { authors }),
      item('c', 'C', { organ: { name: ' ' } }, { authors: [{ name: 'Ủy ban nhân dân xã Mẫu' }] }),
    ]);
    assert.deepEqual(
      made.find({}).choices.organ.map(({ count }) => count),
      [2, 1],
    );
    assert.deepEqual(ids(made, { organ: 'UBND xã Mẫu' }), ['a', 'c']);
    assert.deepEqual(ids(made, { organ: 'Sở Mẫu' }), ['b']);
  });

  it('takes the year that the list shows, which is that of the feed’s zone', async () => {
    const made = await finder([
      item('eve', 'Văn bản mẫu', { issuedDate: '2023-12-31T17:00:00Z' }),
      item('posted', 'Văn bản mẫu', {}, { date_published: '2024-01-01T01:00:00+09:00' }),
      item('here', 'Văn bản mẫu', { issuedDate: '2024-01-01T00:30:00' }),
    ]);
    assert.deepEqual(ids(made, { year: '2024' }), ['eve', 'here']);
    assert.deepEqual(ids(made, { year: '2023' }), ['posted']);
  });

  it('sorts by date and by name; what has no date is last either way', async () => {
    const made = await finder([...items, item('e', 'Biên bản mẫu')]);
    assert.deepEqual(ids(made, { sort: 'newest' }), ['c', 'a', 'b', 'd', 'e']);
    assert.deepEqual(ids(made, { sort: 'oldest' }), ['d', 'b', 'a', 'c', 'e']);
    assert.deepEqual(ids(made, { sort: 'title' }), ['d', 'e', 'a', 'b', 'c']);
    assert.deepEqual(ids(made, { sort: 'constructor' }), ['a', 'b', 'c', 'd', 'e']);
  });

  it('reads ten thousand documents in slices, and what is added later with them', async () => {
    const many = [...Array(10_000).keys()].map((n) => item(`m-${n}`, `Văn bản mẫu ${n}`));
    const made = new Finder(() => {});
    made.prepare(many, ZONE);
    const { searched, items: found } = made.find({ q: 'mau' });
    assert.ok(searched > 0 && searched < 1, String(searched));
    assert.equal(found.length, Math.round(searched * many.length));
    made.stop();
    const whole = await finder([...many, item('neu', 'Mới')]);
    assert.deepEqual(ids(whole, { q: '9999' }), ['m-9999']);
    assert.deepEqual(ids(whole, { q: 'moi' }), ['neu']);
  });
});

/** JSON Feed 1.1 (and 1.0), sentence by sentence: what it obliges, or tells, a reader to do. Quoted in our own words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alternatives } from '../../src/feed/alternatives.js';
import { read } from '../../src/feed/read.js';
import { narrow } from '../../src/feed/select.js';
import { titleOf } from '../../src/feed/title.js';

const BASE = 'https://bao.example/feed.json';
const V1 = 'https://jsonfeed.org/version/1';
const V1_1 = 'https://jsonfeed.org/version/1.1';
const feed = (rest: object, version = V1_1) => read({ version, title: 'Báo mẫu', ...rest }, BASE);
const ids = (items: unknown[]) => feed({ items }).feed.items.map(({ id }) => id);
const only = (item: object, rest: object = {}) => feed({ items: [{ id: '1', content_text: 'x', ...item }], ...rest }).feed.items[0]; // prettier-ignore

describe('JSON Feed, what a reader does', () => {
  it('an item without an id is discarded, and the feed’s problem is told', () => {
    const { feed: result, problems } = feed({
      items: [{ content_text: 'không có id' }, { id: '2', content_text: 'có' }],
    });
    assert.deepEqual(result.items.map(({ id }) => id), ['2']); // prettier-ignore
    assert.equal(problems[0]?.pointer, '/items/0');
  });
  it('an id that is a number becomes a string', () => {
    assert.deepEqual(ids([{ id: 7 }, { id: 1.5 }, { id: 0 }, { id: -3 }]), ['7', '1.5', '0', '-3']);
  });
  it('an id that is blank is discarded', () => {
    assert.deepEqual(ids([{ id: '' }, { id: '  \t\n' }, { id: 'a' }]), ['a']);
  });
  it('an id that cannot be made a string is discarded', () => {
    assert.deepEqual(ids([{ id: {} }, { id: [] }, { id: null }, { id: true }, { id: 'a' }]), ['a']);
  });
  it('an id is the item’s own: number 1 and "1" are the same', () => {
    assert.deepEqual(ids([{ id: 1, title: 'a' }, { id: '1', title: 'b' }]), ['1']); // prettier-ignore
  });
  it('an attachment without a mime_type is kept', () => {
    assert.deepEqual(only({ attachments: [{ url: 'a.pdf' }] })?.attachments, [
      { url: 'https://bao.example/a.pdf', mime_type: 'application/octet-stream' },
    ]);
  });
  it('an attachment without a url is not, its item is', () => {
    assert.deepEqual(only({ attachments: [{ mime_type: 'audio/mpeg' }, { url: 'a.mp3', mime_type: 'audio/mpeg' }] })?.attachments?.length, 1); // prettier-ignore
  });
  it('attachments with exactly the same title are one thing in several formats', () => {
    const files = ['pdf', 'docx', 'mp3', 'zip', 'html'].map((type, index) => ({
      url: `https://bao.example/a.${type}`,
      mime_type: type,
      ...([{ title: 'Chỉ thị' }, { title: 'Chỉ thị' }, {}, { title: 'chỉ thị' }, {}][index] ?? {}),
    }));
    const groups = alternatives(files).map((group) => group.map(({ mime_type }) => mime_type));
    assert.deepEqual(groups, [['pdf', 'docx'], ['mp3'], ['zip'], ['html']]);
    assert.deepEqual(alternatives([]), []);
  });
  it('a malformed date_published goes, its item stays', () => {
    const item = only({ date_published: 'hôm qua' });
    assert.deepEqual([item?.id, item?.date_published], ['1', undefined]);
  });
  it('what an error leaves readable is shown: a feed without version and title still has its items', () => {
    assert.equal(read({ items: [{ id: 'a' }] }, BASE).feed.items.length, 1);
    assert.equal(read({ version: V1_1, title: 'x' }, BASE).isFeed, false, 'but items are required');
  });
  it('authors are preferred to author', () => {
    const both = { author: { name: 'Cũ' }, authors: [{ name: 'Mới' }] };
    assert.deepEqual(only(both)?.authors, [{ name: 'Mới' }]);
    assert.deepEqual(feed({ ...both, items: [] }).feed.authors, [{ name: 'Mới' }]);
  });
  it('author of 1.0 remains valid for ever, in 1.1 too', () => {
    for (const version of [V1, V1_1]) {
      const { feed: result } = feed({ author: { name: 'Tòa soạn' }, items: [{ id: '1', author: { name: 'A', url: '/a' } }] }, version); // prettier-ignore
      assert.deepEqual(result.authors, [{ name: 'Tòa soạn' }]);
      assert.deepEqual(result.items[0]?.authors, [{ name: 'A', url: 'https://bao.example/a' }]);
    }
  });
  it('an item without authors has those of the feed', () => {
    const rest = { authors: [{ name: 'Tòa soạn' }] };
    assert.deepEqual(only({}, rest)?.authors, rest.authors);
    assert.deepEqual(only({ authors: [{ name: 'B' }] }, rest)?.authors, [{ name: 'B' }]);
    const { feed: result } = feed({ ...rest, items: [{ id: '1' }] });
    assert.equal(narrow(result.items, { organ: 'tòa soạn' }).length, 1, 'and is found by them');
  });
  it('next_url that is the feed itself is refused, and said', () => {
    for (const next of [BASE, 'feed.json']) {
      const { feed: result, problems } = feed({ next_url: next, items: [] });
      assert.deepEqual([result.next_url, problems[0]?.pointer], [undefined, '/next_url']);
    }
    const moved = feed({ feed_url: 'https://khac.example/f', next_url: 'https://khac.example/f', items: [] });
    assert.equal(moved.feed.next_url, undefined);
    assert.equal(feed({ next_url: '?trang=2', items: [] }).feed.next_url, `${BASE}?trang=2`);
  });
  it('only true is expired', () => {
    assert.equal(feed({ expired: true, items: [] }).feed.expired, true);
    for (const value of [false, 'true', 1, null]) assert.ok(!feed({ expired: value, items: [] }).feed.expired);
  });
  it('the language of an item may be another than that of the feed', () => {
    const { feed: result } = feed({ language: 'vi', items: [{ id: '1', language: 'en' }, { id: '2' }] });
    assert.deepEqual([result.language, ...result.items.map(({ language }) => language)], ['vi', 'en', undefined]);
  });
  it('HTML is allowed in content_html only: everywhere else it is the letters that it is', () => {
    const item = only({ title: '<b>a</b> &amp; b', summary: '<i>x</i>', content_text: '<p>1 < 2</p>', tags: ['<u>'] });
    assert.deepEqual(
      [item?.title, item?.summary, item?.content_text, item?.tags],
      ['<b>a</b> &amp; b', '<i>x</i>', '<p>1 < 2</p>', ['<u>']],
    );
  });
  it('content may be there as HTML, as text, as both or, though it must not, not at all', () => {
    const kept = (rest: object) => {
      const { content_html, content_text } = feed({ items: [{ id: '1', ...rest }] }).feed.items[0] ?? {};
      return [content_html, content_text];
    };
    assert.deepEqual(kept({ content_html: '<p>a</p>', content_text: 'a' }), ['<p>a</p>', 'a']);
    assert.deepEqual(kept({ content_html: '<p>a</p>' }), ['<p>a</p>', undefined]);
    assert.deepEqual(kept({ content_text: 'a' }), [undefined, 'a']);
    assert.deepEqual(kept({}), [undefined, undefined]);
  });
  it('url is the item’s own page and external_url another one: neither stands in for the other', () => {
    const item = only({ url: '/a', external_url: 'https://khac.example/b' });
    assert.deepEqual([item?.url, item?.external_url], ['https://bao.example/a', 'https://khac.example/b']);
  });
  it('an id stays as it is written, though it be an address', () => {
    assert.equal(only({ id: 'HTTPS://Bao.Example/A b' })?.id, 'HTTPS://Bao.Example/A b');
  });
  it('items stay in the order of the feed, whatever their dates say', () => {
    const items = ['2024-01-01', '2026-01-01', '2025-01-01'].map((date_published, index) => ({
      id: index,
      date_published,
    }));
    assert.deepEqual(ids(items), ['0', '1', '2']);
  });
  it('dates are those of RFC 3339, with any offset', () => {
    for (const date_published of ['2010-02-07T14:04:00-05:00', '2024-03-01T00:00:00Z', '2024-03-01T08:00:00.123+07:00'])
      assert.equal(only({ date_published })?.date_published, date_published);
  });
  it('the pictures of an item and of the feed are absolute, and those of no web address are left out', () => {
    const item = only({ image: 'a.jpg', banner_image: 'javascript:x' }, { icon: '/i.png', favicon: 'data:,x' });
    assert.deepEqual([item?.image, item?.banner_image], ['https://bao.example/a.jpg', undefined]);
    const { icon, favicon } = feed({ icon: '/i.png', favicon: 'data:,x', items: [] }).feed;
    assert.deepEqual([icon, favicon], ['https://bao.example/i.png', undefined]);
  });
  it('size and length of an attachment are numbers or are not known', () => {
    const file = { url: 'a.mp3', mime_type: 'audio/mpeg' };
    const attachments = [
      { ...file, size_in_bytes: 1234, duration_in_seconds: 6.5 },
      { ...file, url: 'b.mp3', size_in_bytes: '1234', duration_in_seconds: null },
    ];
    assert.deepEqual(
      only({ attachments })?.attachments?.map(({ size_in_bytes, duration_in_seconds }) => [
        size_in_bytes,
        duration_in_seconds,
      ]),
      [
        [1234, 6.5],
        [undefined, undefined],
      ],
    );
  });
  it('a title may be missing, as in microblogs', () => {
    const item = only({ content_text: 'Bài ngắn không có tiêu đề.' });
    assert.equal(item && titleOf(item), 'Bài ngắn không có tiêu đề.');
  });
  it('user_comment and hubs are for others', () => {
    const { feed: result, problems } = feed({ user_comment: 'x', hubs: [{ type: 'WebSub', url: 'https://x.example' }], items: [] }); // prettier-ignore
    assert.deepEqual(['user_comment' in result, 'hubs' in result, problems.length], [false, false, 0]);
  });
  it('custom objects that are not understood are ignored, anywhere', () => {
    const { feed: result, problems } = feed({
      _khac: { 'co.cham': 1 },
      items: [{ id: '1', _blue_shed: { explicit: false }, attachments: [{ url: 'a', mime_type: 'b', _x: 1 }] }],
    });
    assert.deepEqual([result.items.length, problems.length], [1, 0]);
  });
  it('a feed of a later version is valid too', () => {
    assert.equal(feed({ items: [{ id: '1' }], something_new: {} }, 'https://jsonfeed.org/version/2').feed.items.length, 1); // prettier-ignore
  });
});

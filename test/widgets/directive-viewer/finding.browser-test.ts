import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { click, feedUrl, frame, press, resize, serve, type, until } from '../../support/page.js';
import { all, directive, feedOf, focused, many, one, titles, viewer, words } from './viewers.js';

const field = (widget: Element) => one(widget, '.field') as HTMLInputElement;
const choose = (select: HTMLElement, value: string) => {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const selects = (widget: Element) => all(widget, '.filter select');

const feed = feedOf(
  directive('a', 'Chỉ thị mẫu về thi đua', { typeName: 'Chỉ thị', issuedDate: '2024-01-05', status: 'inForce' }),
  directive('b', 'Quyết định mẫu của xã', { typeName: 'Quyết định', issuedDate: '2023-05-01', status: 'expired' }),
  directive(
    'c',
    'Quyết định mẫu',
    { typeName: 'Quyết định', issuedDate: '2024-02-01' },
    {
      content_text: undefined,
      content_html: '<p>Ủy ban nhân dân phường tổ chức thi <b>đua</b>.</p>',
    },
  ),
);

describe('<civic-directive-viewer>, finding one among many', () => {
  it('finds while one types, says how many, and puts it into the address', async () => {
    const widget = await viewer(feed);
    field(widget).focus();
    await type('xã');
    await until(() => titles(widget).length === 1, 'one document');
    expect(titles(widget)).to.deep.equal(['Quyết định mẫu của xã']);
    const count = one(widget, '.count');
    expect([words(count), count.getAttribute('role')]).to.deep.equal(['1 văn bản phù hợp', 'status']);
    expect(focused(widget)).to.equal(field(widget));
    expect(new URLSearchParams(location.hash.split('?')[1]).get('q')).to.equal('xã');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('finds one letter, words of HTML without marks, and abbreviations', async () => {
    const widget = await viewer(feed);
    const search = async (query: string, expected: number) => {
      field(widget).value = query;
      field(widget).dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => titles(widget).length === expected, `${expected} for ${query}`);
    };
    await search('ubnd phuong', 1);
    await search('thi dua', 2);
    // The title's own come first.
    expect(titles(widget)[0]).to.equal('Chỉ thị mẫu về thi đua');
    await search('đ', 3);
    await search('không có gì', 0);
    expect(words(one(widget, '.empty'))).to.contain('Không có văn bản nào phù hợp');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(one(widget, '.empty + .button'));
    await until(() => titles(widget).length === 3, 'all');
    expect(field(widget).value).to.equal('');
    expect(location.hash).to.equal('');
  });

  it('finds what the document shows, though the feed has a short plain text beside its HTML', async () => {
    const content_html = '<p>Khen <b>thưởng</b> tập&nbsp;thể.</p>';
    const documents = feedOf(
      directive('a', 'Văn bản mẫu A', {}, { content_text: 'Tóm tắt.', content_html }),
      directive('b', 'Văn bản mẫu B', {}, { content_text: '', content_html }),
      directive('c', 'Văn bản mẫu C'),
    );
    const widget = await viewer(documents);
    field(widget).focus();
    await type('thuong tap the');
    await until(() => titles(widget).length === 2, 'both');
    await click(all(widget, '.item-title')[0] as HTMLElement);
    await until(() => /Khen thưởng tập.thể/.test(words(one(widget, '.text')) ?? ''), 'the words on the screen');
  });

  it('narrows by type, year and status with counts, and sorts, by keyboard', async () => {
    const widget = await viewer(feed);
    const toggle = one(widget, '.search .button');
    toggle.focus();
    await press('Enter');
    await until(() => selects(widget).length > 0, 'the filters');
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(all(widget, '.filter').map((label) => words(label.firstElementChild as HTMLElement))).to.deep.equal([
      'Loại văn bản',
      'Năm',
      'Hiệu lực',
      'Sắp xếp',
    ]);
    expect([...(selects(widget)[0] as HTMLSelectElement).options].map(({ label }) => label)).to.deep.equal([
      'Tất cả',
      'Quyết định (2)',
      'Chỉ thị (1)',
    ]);
    await press('Tab');
    expect(focused(widget)).to.equal(selects(widget)[0]);
    choose(selects(widget)[0] as HTMLElement, 'Quyết định');
    await until(() => titles(widget).length === 2, 'two documents');
    choose(selects(widget).pop() as HTMLElement, 'newest');
    await until(() => titles(widget)[0] === 'Quyết định mẫu', 'the newest first');
    expect(location.hash).to.contain('sort=newest');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('shows again what an address says, and nothing else before', async () => {
    history.replaceState(null, '', '#civic:1?q=mau&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh&year=2023');
    const widget = await viewer(feed);
    await until(() => words(one(widget, '.count')) === '1 văn bản phù hợp', 'the result');
    expect(titles(widget)).to.deep.equal(['Quyết định mẫu của xã']);
    expect(field(widget).value).to.equal('mau');
  });

  it('puts organ, status and topic into the address, and takes them back out of it', async () => {
    const PHUONG = { name: 'Phường Mẫu' };
    const documents = feedOf(
      directive('a', 'Văn bản mẫu A', { organ: PHUONG, status: 'inForce' }, { tags: ['thi đua'] }),
      directive('b', 'Văn bản mẫu B', { organ: PHUONG, status: 'inForce' }, { tags: ['khen thưởng'] }),
      directive('c', 'Văn bản mẫu C', { organ: PHUONG, status: 'expired' }, { tags: ['thi đua'] }),
      directive('d', 'Văn bản mẫu D', { organ: { name: 'Xã Mẫu' }, status: 'inForce' }, { tags: ['thi đua'] }),
    );
    const widget = await viewer(documents);
    await click(one(widget, '.search .button'));
    await until(() => selects(widget).length > 0, 'the filters');
    const select = (name: string) => {
      const label = all(widget, '.filter').find(
        ({ firstElementChild }) => words(firstElementChild as Element) === name,
      );
      return label?.querySelector('select') as HTMLSelectElement;
    };
    const labels = (name: string) => [...select(name).options].map(({ label }) => label);
    expect(labels('Cơ quan ban hành')).to.deep.equal(['Tất cả', 'Phường Mẫu (3)', 'Xã Mẫu (1)']);
    expect(labels('Hiệu lực')).to.deep.equal(['Tất cả', 'Còn hiệu lực (3)', 'Hết hiệu lực (1)']);
    for (const [name, value, left] of [
      ['Cơ quan ban hành', 'Phường Mẫu', 3],
      ['Hiệu lực', 'inForce', 2],
      ['Chủ đề', 'thi đua', 1],
    ] as const) {
      choose(select(name), value);
      await until(() => titles(widget).length === left, name);
    }
    const { hash } = location;
    expect(Object.fromEntries(new URLSearchParams(hash.split('?')[1]))).to.deep.equal({
      organ: 'Phường Mẫu',
      status: 'inForce',
      tag: 'thi đua',
    });
    widget.remove();
    const again = await viewer(documents);
    await until(() => words(one(again, '.count')) === '1 văn bản phù hợp', 'the result');
    expect(titles(again)).to.deep.equal(['Văn bản mẫu A']);
    await click(one(again, '.search .button'));
    await until(() => selects(again).length > 0, 'the filters');
    const chosen = selects(again).map((element) => (element as HTMLSelectElement).value);
    expect(chosen).to.deep.equal(['Phường Mẫu', 'inForce', 'thi đua', '']);
    expect(location.hash).to.equal(hash);
  });

  it('offers one thing once, however it is written, and shows it chosen by an old link', async () => {
    const widget = await viewer(
      feedOf(
        directive('a', 'Văn bản mẫu A', { typeName: 'Quyết định', organ: { name: 'Ủy ban nhân dân xã Mẫu' } }),
        directive('b', 'Văn bản mẫu B', { typeCode: 'QĐ', organ: { name: 'Uỷ ban nhân dân xã Mẫu' } }),
        directive('c', 'Văn bản mẫu C', { typeName: ' ', typeCode: 'CT' }, { authors: [{ name: 'UBND xã Mẫu' }] }),
        directive('d', 'Văn bản mẫu D', { typeName: 'Chỉ thị', organ: { name: 'Sở Mẫu' } }),
      ),
    );
    history.replaceState(null, '', '#civic:1?type=Q%C4%90&organ=UBND+x%C3%A3+M%E1%BA%ABu');
    dispatchEvent(new Event('hashchange'));
    await until(() => titles(widget).length === 2, 'the result');
    expect(titles(widget)).to.deep.equal(['Văn bản mẫu A', 'Văn bản mẫu B']);
    await click(one(widget, '.search .button'));
    await until(() => selects(widget).length > 0, 'the filters');
    const [types, organs] = selects(widget) as [HTMLSelectElement, HTMLSelectElement];
    const labels = (select: HTMLSelectElement) => [...select.options].map(({ label }) => label);
    expect(labels(types)).to.deep.equal(['Tất cả', 'Quyết định (2)', 'Chỉ thị (1)']);
    expect(labels(organs)).to.deep.equal(['Tất cả', 'Ủy ban nhân dân xã Mẫu (2)']);
    expect([types.value, organs.value]).to.deep.equal(['Quyết định', 'Ủy ban nhân dân xã Mẫu']);
    choose(types, 'Chỉ thị');
    await until(() => titles(widget).join() === 'Văn bản mẫu C', 'the other type');
  });

  it('begins another search on its first page', async () => {
    const widget = await viewer(feedOf(...many(30)), 'page-size="10"');
    await click(all(widget, '.paging button')[1] as HTMLElement);
    await until(() => titles(widget)[0] === 'Văn bản mẫu số 11', 'page 2');
    field(widget).focus();
    await type('mau');
    await until(() => words(one(widget, '.count')) === '30 văn bản phù hợp', 'the result');
    expect(titles(widget)[0]).to.equal('Văn bản mẫu số 1');
  });

  it('loads older documents when the reader asks, and searches them too', async () => {
    const next_url = await serve({ ...feedOf(directive('cu', 'Văn bản cũ mẫu')) });
    const widget = await viewer({ ...feed, next_url });
    await until(() => all(widget, '.more .button').length === 2, 'the buttons');
    field(widget).focus();
    await type('mẫu');
    await until(() => words(one(widget, '.count')) === '3 văn bản phù hợp', 'the result');
    expect(words(one(widget, '.more [role=status]'))).to.equal('Mới tìm trong 3 văn bản đã tải.');
    await click(one(widget, '.more .button'));
    await until(() => words(one(widget, '.count')) === '4 văn bản phù hợp', 'the older one');
    await until(() => all(widget, '.more .button').length === 0, 'nothing more to ask for');
    expect(words(one(widget, '.more'))).to.equal('Đã tải xong 4 văn bản.');
    // The button had the focus.
    expect(focused(widget)).to.equal(one(widget, '.more [role=status]'));
  });

  it('says so where older documents cannot be had, and keeps those that are there', async () => {
    const widget = await viewer({ ...feed, next_url: feedUrl('status/404') });
    await until(() => all(widget, '.more .button').length === 2, 'the buttons');
    await click(one(widget, '.more .button'));
    await until(() => words(one(widget, '.more [role=status]'))?.startsWith('Không tải thêm được'), 'the word');
    expect(titles(widget)).to.have.length(3);
  });

  it('has no search where the page wants none, or where there is one document', async () => {
    expect(all(await viewer(feed, 'tools="contents"'), '.search')).to.have.length(0);
    expect(all(await viewer(feedOf(directive('a', 'A')), 'view="list"'), '.search')).to.have.length(0);
  });

  it('is complete in English', async () => {
    const widget = await viewer(feed, '', { lang: 'en' });
    await click(one(widget, '.search .button'));
    await until(() => selects(widget).length > 0, 'the filters');
    expect(words(one(widget, '.filters'))).to.match(/All.*Sort.*Newest first/);
    expect(field(widget).getAttribute('aria-label')).to.equal('Search documents');
  });

  it('fits 320 px with its filters open', async () => {
    await resize(320, 600);
    const widget = await viewer(feed, '', { width: 288 });
    await click(one(widget, '.search .button'));
    await until(() => selects(widget).length > 0, 'the filters');
    await frame();
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
  });
});

import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { render, type ReactiveControllerHost } from 'lit';
import { TextSearch } from '../../../src/widgets/directive-viewer/text-search.js';
import { afterwards, click, frame, mount, press, resize, serve, type, until } from '../../support/page.js';
import {
  boxesOf,
  fake,
  heldUp,
  hits,
  long,
  marked,
  placeOf,
  searched,
  tool,
  withoutHighlights,
} from './reading-tools.js';
import { all, directive, DIRECTIVE, feedOf, focused, NAME, one, viewer } from './viewers.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';

/** A viewer of one document, of this HTML. */
const withHtml = (content_html: string) => viewer(feedOf({ ...DIRECTIVE, content_text: undefined, content_html }));

/** Whether marks can be asked for their words. */
const hasHighlights = 'highlights' in CSS;

/** Puts a query into the open field at once, in whatever form. */
function ask(widget: Element, query: string): void {
  const field = one(widget, '.bar .field') as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new Event('input'));
}

describe('<civic-directive-viewer>, search in a document', () => {
  const content_html =
    '<p>Ủy ban nhân <b>dân</b> quận; UBND <a href="https://example.org/">phường</a>.</p>' +
    '<p>Uỷ ban nhân dân xã</p><table><tr><td>Xã</td><td>đ</td></tr></table>';
  const feed = feedOf({ ...DIRECTIVE, content_text: undefined, content_html });

  it('finds folded, by abbreviation and across elements, counts, and leaves the text as it is', async () => {
    const widget = await viewer(feed);
    const before = one(widget, '.text').innerHTML;
    await searched(widget, 'ubnd');
    await until(() => hits(widget) === '1/3', 'three places');
    expect([...marked(widget, 'current'), ...marked(widget, 'found')].sort()).to.deep.equal(
      ['Ủy ban nhân dân', 'UBND', 'Uỷ ban nhân dân'].sort(),
    );
    expect(one(widget, '.hits').getAttribute('role')).to.equal('status');
    expect(one(widget, '.text').innerHTML).to.equal(before);
    await press('Enter');
    await until(() => hits(widget) === '2/3', 'the next');
    expect(marked(widget, 'current')).to.deep.equal(['UBND']);
    await press('Shift+Enter', 'Shift+Enter');
    await until(() => hits(widget) === '3/3', 'round to the last');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await press('Escape');
    await until(() => all(widget, '.bar').length === 0, 'the bar to go');
    await until(() => focused(widget) === tool(widget, 'search-text'), 'the focus');
    expect(marked(widget, 'found')).to.deep.equal([]);
    expect(marked(widget, 'current')).to.deep.equal([]);
  });

  it('finds words of the title, which the text repeats, shows them, and those of another viewer not', async () => {
    const title = 'Quyết định về việc hiếm có';
    const open = (id: string) => {
      const lines = [title, ...[...Array(60).keys()].map((n) => `Điều ${n + 1}. Câu mẫu.`)];
      return viewer(feedOf(directive(id, title, {}, { content_text: lines.join('\n') })));
    };
    const [first, second] = [await open('mot'), await open('hai')];
    for (const widget of [second, first]) {
      scrollTo(0, document.documentElement.scrollHeight);
      await searched(widget, 'việc hiếm');
      await until(() => hits(widget) === '1/1', 'the place');
      if (hasHighlights) {
        const { highlights } = CSS as unknown as { highlights: Map<string, Set<Range>> };
        const [range] = highlights.get('civic-current') ?? [];
        expect(String(range)).to.equal('việc hiếm');
        expect(one(widget, '.header .title').contains(range?.startContainer ?? null)).to.equal(true);
      }
      const { top, bottom } = one(widget, '.header .title').getBoundingClientRect();
      expect([top > 0, bottom < innerHeight]).to.deep.equal([true, true]);
      await press('Escape');
      await until(() => all(widget, '.bar').length === 0, 'the bar to go');
    }
  });

  it('lays a box behind words of the title where the browser has no highlights', async () => {
    withoutHighlights();
    const widget = await viewer(feed);
    await searched(widget, 'chỉ thị');
    await until(() => all(widget, '.marks.current i').length === 1, 'the box');
    const box = one(widget, '.marks.current i').getBoundingClientRect();
    const title = one(widget, '.header .title').getBoundingClientRect();
    expect(Math.abs(box.left - title.left)).to.be.below(2);
    expect(box.top).to.be.within(title.top - 2, title.bottom);
  });

  it('is content with one letter, and says where there is none', async () => {
    const widget = await viewer(feed);
    await searched(widget, 'đ');
    await until(() => /^1\/\d+$/.test(hits(widget) ?? ''), 'places');
    await type('zz');
    await until(() => hits(widget) === 'Không tìm thấy', 'no place');
  });

  it('lays boxes behind the words where the browser has no highlights', async () => {
    withoutHighlights();
    const widget = await viewer(feed);
    const before = one(widget, '.text').innerHTML;
    await searched(widget, 'xã');
    await until(() => all(widget, '.marks i').length === 2, 'two boxes');
    expect(one(widget, '.marks').getAttribute('aria-hidden')).to.equal('true');
    await press('Escape');
    await until(() => all(widget, '.marks').length === 0, 'the boxes to go');
    expect(one(widget, '.text').innerHTML).to.equal(before);
  });

  it('keeps two viewers apart', async () => {
    const first = await viewer(feed);
    const second = await viewer(feed);
    await searched(first, 'xã');
    await until(() => hits(first) === '1/2', 'the first');
    await searched(second, 'quận');
    await until(() => hits(second) === '1/1', 'the second');
    expect(hits(first)).to.equal('1/2');
    await press('Escape');
    await until(() => all(second, '.bar').length === 0, 'the bar to go');
    expect([...marked(first, 'current'), ...marked(first, 'found')].length).to.equal(2);
  });

  it('shows a place that is far down', async () => {
    await resize(800, 400);
    const widget = await viewer(long(150));
    await searched(widget, 'mẫu 149 hết');
    await until(() => hits(widget) === '1/1', 'the place');
    const place = [...widget.shadowRoot!.querySelectorAll('#dieu-149 p')].pop()!;
    await until(
      () => place.getBoundingClientRect().top > one(widget, '.bar').getBoundingClientRect().bottom - 1,
      'below',
    );
    expect(place.getBoundingClientRect().top).to.be.within(0, 400);
    // The field is still there to go on from.
    expect(one(widget, '.bar').getBoundingClientRect().top).to.be.within(0, 20);
  });
});

describe('<civic-directive-viewer>, search in whatever a document is written in', () => {
  it('finds names and abbreviations in any mixture', async () => {
    const widget = await withHtml(
      '<p>Ủy ban nhân dân và Hội đồng nhân dân; UBND và Hội đồng nhân dân; UBND và HĐND.</p>',
    );
    for (const query of ['UBND và HĐND', 'Ủy ban nhân dân và HĐND']) {
      if (all(widget, '.bar').length === 0) await searched(widget, 'x');
      ask(widget, query);
      await until(() => hits(widget) === '1/3', query);
    }
  });

  it('finds text and queries whose marks stand by themselves, and marks whole letters', async () => {
    const widget = await withHtml(`<p>${'Xã mẫu và Uỷ ban mẫu, xã'.normalize('NFD')}</p>`);
    await searched(widget, 'xã');
    await until(() => hits(widget) === '1/2', 'both');
    const places = () =>
      [...marked(widget, 'current'), ...marked(widget, 'found')].map((text) => text.normalize()).sort();
    if (hasHighlights) expect(places()).to.deep.equal(['Xã', 'xã']);
    ask(widget, 'ỦY BAN MẪU'.normalize('NFD'));
    await until(() => hits(widget) === '1/1', 'the other');
    if (hasHighlights) expect(places()).to.deep.equal(['Uỷ ban mẫu']);
  });

  it('finds what goes through a link', async () => {
    const widget = await withHtml('<p>Theo Quyết định <a href="https://example.org/">số 05 của</a> Cơ quan mẫu.</p>');
    await searched(widget, 'định số 05 của cơ quan');
    await until(() => hits(widget) === '1/1', 'the place');
    if (hasHighlights) expect(marked(widget, 'current')).to.deep.equal(['định số 05 của Cơ quan']);
    expect(one(widget, '.text a').textContent).to.equal('số 05 của');
  });

  it('takes the end of a line for the end of a word, and marks what stands behind it', async () => {
    const widget = await withHtml(
      '<p>Mẫu:</p><table><tr><td>CHỦ TỊCH<br>Tên mẫu<br><br>Chức danh <b>khác</b></td></tr></table><ul><li>một<br>hai</li></ul>',
    );
    await searched(widget, 'x');
    const places: Record<string, string> = {
      'tịch tên': 'TỊCHTên',
      'tên mẫu': 'Tên mẫu',
      'mẫu chức danh khác': 'mẫuChức danh khác',
      'một hai': 'mộthai',
    };
    for (const [query, words] of Object.entries(places)) {
      ask(widget, query);
      await until(() => hits(widget) === '1/1', query);
      if (hasHighlights) expect(marked(widget, 'current')).to.deep.equal([words]);
    }
    ask(widget, 'tịchtên');
    await until(() => hits(widget) === 'Không tìm thấy', 'no such word');
  });

  it('reads a paragraph a few times, not once for each place in it', async () => {
    const length = 12_000;
    const widget = await withHtml(`<p>${'Mẫu a '.repeat(length / 6)}</p>`);
    await searched(widget, 'x');
    let read = 0;
    for (const name of ['charCodeAt', 'codePointAt'] as const) {
      const native = String.prototype[name] as (this: string, at: number) => number;
      fake(String.prototype, name, function (this: string, at: number) {
        if (this.length >= length - 1) read += 1;
        return native.call(this, at);
      });
    }
    ask(widget, 'a');
    await until(() => hits(widget)?.startsWith('1/'), 'four thousand places');
    for (let at = 2; at < 12; at += 1) {
      one(widget, '.hits ~ button:nth-of-type(2)').click();
      await until(() => hits(widget)?.startsWith(`${at}/`), 'the next');
    }
    expect(read).to.be.within(1, 3 * length);
  });
});

describe('<civic-directive-viewer>, search in a text that is still being drawn', () => {
  async function underWay(query: string): Promise<{ widget: DirectiveViewer; release: () => void }> {
    const release = heldUp();
    const widget = await mount<DirectiveViewer>(`<${NAME} src="${await serve(long(300))}"></${NAME}>`);
    await until(() => all(widget, '.text p').length > 10 && all(widget, '.waiting').length === 1, 'the first screen');
    await searched(widget, query);
    return { widget, release };
  }

  it('finds what comes later', async () => {
    const { widget, release } = await underWay('mẫu 299 hết');
    await until(() => hits(widget) === 'Không tìm thấy', 'nothing yet');
    release();
    await until(() => hits(widget) === '1/1', 'the place');
  });

  it('stays at the place where the reader is, when there is more and when it is drawn anew', async () => {
    const { widget, release } = await underWay('nội dung');
    await until(() => hits(widget)?.startsWith('1/'), 'places');
    await press('Enter', 'Enter');
    await until(() => hits(widget)?.startsWith('3/'), 'the third');
    scrollTo(0, 100);
    release();
    await until(() => hits(widget) === '3/300', 'the third of all');
    expect(Math.round(scrollY)).to.equal(100);
    const text = one(widget, '.text');
    widget.citationUrl = '/tim?q={number}';
    await until(() => one(widget, '.text') !== text && hits(widget) === '3/300', 'the third again');
    if (hasHighlights) await until(() => marked(widget, 'current').join() === 'Nội dung', 'its mark');
  });

  it('looks through what came while it was looking', async () => {
    const host = { requestUpdate: () => undefined } as unknown as ReactiveControllerHost;
    const search = new TextSearch(host, () => undefined);
    afterwards(() => search.stop());
    const root = await mount('<div><p>Một mẫu</p></div>');
    const said = document.createElement('div');
    const count = () => {
      render(
        search.render((key, values) => `${key} ${values?.['count'] ?? ''}`),
        said,
      );
      return said.querySelector('.hits')?.textContent;
    };
    search.updated(root);
    void search.search('mẫu');
    root.append(Object.assign(document.createElement('p'), { textContent: 'Hai mẫu' }));
    search.updated(root, true);
    await until(() => count() === 'hit 2', 'both');
  });
});

describe('<civic-directive-viewer>, boxes behind the words', () => {
  const wide = `<p>Đoạn mẫu dài vừa đủ để xuống dòng ở khung hẹp, ${'rồi thêm nữa, '.repeat(8)}tới từ cần.</p>`;

  it('go with the words when the window or the letters have another size', async () => {
    withoutHighlights();
    const widget = await withHtml(wide);
    await searched(widget, 'từ cần');
    const isThere = () => boxesOf(widget, 'current').join() === placeOf(widget, 'từ cần').join();
    await until(isThere, 'the box');
    const before = boxesOf(widget, 'current').join();
    await resize(420);
    await until(() => isThere() && boxesOf(widget, 'current').join() !== before, 'the box in a narrow window');
    const narrow = boxesOf(widget, 'current').join();
    await click(tool(widget, 'larger'));
    await until(() => isThere() && boxesOf(widget, 'current').join() !== narrow, 'the box of larger letters');
  });

  it('go with a table that is scrolled, and are seen as far as it is', async () => {
    withoutHighlights();
    const cells = [...Array(30).keys()].map((index) => `<td>cột${index}mẫu</td>`).join('');
    const widget = await withHtml(`<p>Mẫu:</p><table><tr>${cells}</tr></table>`);
    await searched(widget, 'cột20mẫu');
    const isThere = () => boxesOf(widget, 'current').join() === placeOf(widget, 'cột20mẫu').join();
    await until(isThere, 'the box');
    const table = one(widget, '.scroll');
    const before = boxesOf(widget, 'current').join();
    table.scrollLeft += 20;
    await until(() => isThere() && boxesOf(widget, 'current').join() !== before, 'the box elsewhere');
    table.scrollLeft = 0;
    await until(() => all(widget, '.marks.current i').length === 0, 'nothing beside the table');
  });

  it('are laid once as long as nothing changes, and not after the search', async () => {
    withoutHighlights();
    let asked = 0;
    const native = Range.prototype.getClientRects;
    fake(Range.prototype, 'getClientRects', function (this: Range) {
      asked += 1;
      return native.call(this);
    });
    const widget = await withHtml(wide);
    await searched(widget, 'từ cần');
    await until(() => all(widget, '.marks.current i').length === 1, 'the box');
    await frame();
    const before = asked;
    for (let count = 0; count < 5; count += 1) await frame();
    expect(asked).to.equal(before);
    await press('Escape');
    await until(() => all(widget, '.bar').length === 0, 'the bar to go');
    await resize(420);
    for (let count = 0; count < 3; count += 1) await frame();
    expect(asked).to.equal(before);
  });
});

import { expect } from 'chai';
import { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, click, feedUrl, mount, serve, until } from '../../support/page.js';
import { XSS_CORPUS } from '../../feed/xss-corpus.js';
import {
  all,
  directive,
  DIRECTIVE,
  feedOf,
  focused,
  NAME,
  one,
  settled,
  shownTitle,
  titles,
  viewer,
  words,
} from './viewers.js';

const markup = (content_html: string, item: object = {}) =>
  directive('html', 'Văn bản mẫu', {}, { content_text: undefined, content_html, ...item });

/** A copy of the viewer whose document part cannot be had as long as `broken`. */
class BrokenViewer extends DirectiveViewer {
  static override readonly tag = 'test-broken-viewer' as typeof DirectiveViewer.tag;
  static broken = true;
  protected override importDocumentView() {
    return BrokenViewer.broken ? Promise.reject(new Error('no such file')) : super.importDocumentView();
  }
}
BrokenViewer.define();

describe('<civic-directive-viewer>, HTML', () => {
  it('outlines it and shows it as it is, without a word lost', async () => {
    const widget = await viewer(
      feedOf(
        markup(
          '<p>Mở đầu <b>mẫu</b>:</p><p class=MsoNormal>1. Khoản <i>một</i> mẫu.<o:p></o:p></p><p>&nbsp;</p><p>Đoạn hai.</p><p><span>2.</span> Khoản hai mẫu./.</p><p>Tên Mẫu</p>',
        ),
      ),
    );
    expect(words(one(widget, '.text'))).to.equal(
      'Mở đầu mẫu: 1. Khoản một mẫu. Đoạn hai. 2. Khoản hai mẫu./. Người đăng: Tên Mẫu',
    );
    expect(all(widget, '.entry')).to.have.length(2);
    expect(all(widget, '.text i').map(words)).to.deep.equal(['một']);
    expect(all(widget, '.marker').map(words)).to.deep.equal(['1.', '2.']);
    expect(one(widget, '.end-mark').getAttribute('aria-hidden')).to.equal('true');
    expect(all(widget, '.text [class=MsoNormal]')).to.have.length(0);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('keeps of a paragraph of nothing but words its language, its direction and its indent, and no style', async () => {
    const html =
      '<p class="x" style="color: red">Đoạn một\nmẫu &lt;img src=x onerror=alert(1)&gt;.</p><p lang="en" dir="ltr">Sample &amp; words.</p>' +
      '<p>Chữ vă\uFEFFn 2\u202f000 a\u2003b.</p>' +
      '<p>&nbsp; Đoạn lùi vào.</p><p title="Chú thích">1. Khoản mẫu.</p><p><!-- bỏ -->2.  Khoản <!-- bỏ -->hai.</p>';
    const widget = await viewer(feedOf(markup(html)));
    const paragraphs = all(widget, '.text p');
    expect(paragraphs.map((one) => one.textContent.replace(/\n/, ' '))).to.deep.equal([
      'Đoạn một mẫu <img src=x onerror=alert(1)>.',
      'Sample & words.',
      'Chữ vă\uFEFFn 2\u202f000 a\u2003b.',
      '\u00a0 Đoạn lùi vào.',
      '1. Khoản mẫu.',
      '2.  Khoản hai.',
    ]);
    expect(paragraphs.map(({ lang, dir, title }) => [lang, dir, title].join())).to.deep.equal([
      ',,',
      'en,ltr,',
      ',,',
      ',,',
      ',,Chú thích',
      ',,',
    ]);
    expect(all(widget, '.text img, .text [style], .text .x')).to.have.length(0);
    expect(all(widget, '.text .marker').map(words)).to.deep.equal(['1.', '2.']);
    expect(all(widget, '.entry').map(words)).to.have.length(2);
  });

  for (const kind of ['HTML', 'plain text'])
    it(`keeps the end mark and the citation of a heading in ${kind}`, async () => {
      const lines = ['Mở đầu mẫu.', 'I. Thực hiện Nghị định số 98/2023/NĐ-CP', 'II. Nội dung thứ hai./.'];
      const item =
        kind === 'HTML'
          ? markup(lines.map((line) => `<p>${line}</p>`).join(''))
          : directive('a', 'Văn bản mẫu', {}, { content_text: lines.join('\n') });
      const widget = await viewer(feedOf(item), 'citation-url="/tim?so={number}"');
      const headings = all(widget, '.section-heading');
      expect(headings.map(words)).to.deep.equal(['I. Thực hiện Nghị định số 98/2023/NĐ-CP', 'II. Nội dung thứ hai./.']);
      expect(words(one(widget, '.end-mark'))).to.equal('./.');
      expect(words(headings[0]!.querySelector('.citation')!)).to.include('98/2023/NĐ-CP');
    });

  it('keeps each paragraph of a long text in its place, also where nothing is left of some', async () => {
    const lines = [...Array(400).keys()].map((index) =>
      index % 50 === 7
        ? '<p><img src="javascript:hit()"></p>'
        : `<p class="MsoNormal" style="color: red">Đoạn ${index} <i style="color: red">mẫu</i></p>`,
    );
    const widget = await viewer(feedOf(markup(lines.join(''))));
    await until(() => all(widget, '.waiting').length === 0, 'the whole text');
    const kept = [...lines.keys()].filter((index) => index % 50 !== 7);
    expect(all(widget, '.text p').map(words)).to.deep.equal(kept.map((index) => `Đoạn ${index} mẫu`));
    expect(all(widget, '.text i')).to.have.length(kept.length);
    expect(all(widget, '.text img, .text p[class], .text [style]')).to.have.length(0);
  });

  it('lists headings without numbers in the outline, each with its link and how it is cited', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    afterwards(() => void Reflect.deleteProperty(navigator, 'clipboard'));
    const html =
      '<p>Mở đầu mẫu.</p><h2>Đối tượng mẫu</h2><p>Mẫu.</p><h3>Chi tiết mẫu</h3><p>Mẫu.</p><h2>Ghi chú</h2><p>Mẫu.</p>';
    const widget = await viewer(feedOf(markup(html)));
    expect(all(widget, '.entry').map(words)).to.deep.equal(['Đối tượng mẫu', 'Chi tiết mẫu', 'Ghi chú']);
    const headings = all(widget, '.text :is([role=heading], h1, h2, h3, h4, h5, h6):not([role=presentation])');
    expect(headings.map((heading) => [words(heading), heading.getAttribute('aria-level')])).to.deep.equal([
      ['Đối tượng mẫu', '4'],
      ['Chi tiết mẫu', '5'],
      ['Ghi chú', '4'],
    ]);
    const link = one(widget, '#muc-ghi-chu > .anchor') as HTMLAnchorElement;
    expect(link.ariaLabel).to.equal('Liên kết và trích dẫn Ghi chú');
    await click(all(widget, '.entry')[2] ?? all(widget, '.fold')[0]!);
    await click(link);
    await until(() => all(widget, '.section-menu button').length === 2, 'the menu');
    for (const button of all(widget, '.section-menu button')) await click(button);
    await until(() => copied.length === 2, 'both');
    expect(new URL(copied[0] ?? '').hash).to.equal('#civic:1?doc=html&at=muc-ghi-chu');
    expect(copied[1]).to.equal('Mục “Ghi chú” Văn bản mẫu');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('fits the author’s headings below the title, each announced once', async () => {
    const widget = await viewer(
      feedOf(
        markup(
          '<h1>Chương I</h1><h1>QUY ĐỊNH MẪU</h1><h4>Điều 1. Phạm vi mẫu</h4><p>Mẫu.</p><h4>Điều 2. Đối tượng mẫu</h4><p>Mẫu.</p><h2>Ghi chú mẫu</h2>',
        ),
      ),
    );
    const headings = all(widget, '.text :is([role=heading], h1, h2, h3, h4, h5, h6):not([role=presentation])');
    expect(headings.map((heading) => [words(heading), heading.getAttribute('aria-level')])).to.deep.equal([
      ['Chương I QUY ĐỊNH MẪU', '4'],
      ['Điều 1. Phạm vi mẫu', '5'],
      ['Điều 2. Đối tượng mẫu', '5'],
      // Below the chapter, as its author has it: an <h2> after an <h1>.
      ['Ghi chú mẫu', '5'],
    ]);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  for (const [place, wrap] of Object.entries({
    'a figure': (table: string) => `<figure class="table">${table}<figcaption>Bảng mẫu</figcaption></figure>`,
    'a quotation': (table: string) => `<blockquote><p>Mẫu</p>${table}</blockquote>`,
    'a list': (table: string) => `<ul><li>Mẫu ${table}</li></ul>`,
    'a list in a figure, twice': (table: string) => `<figure>${`<ol><li>${table}</li></ol>`.repeat(2)}</figure>`,
    'a page with another': (table: string) => `${table}<p>Mẫu</p>${table}`,
  })) {
    it(`lets a wide table in ${place} scroll by itself, too`, async () => {
      const cells = (name: string) => `<tr>${`<${name}>Ô mẫu rất dài không ngắt</${name}>`.repeat(8)}</tr>`;
      const table = `<table>${cells('th')}${cells('td')}</table>`;
      const html = `<p>1. Bảng mẫu:</p>${wrap(table)}<p>2. Hết.</p>`;
      const widget = await viewer(feedOf(markup(html)), '', { width: 320 });
      const tables = html.split('<table>').length - 1;
      const scrollers = all(widget, '.text .scroll');
      expect(scrollers).to.have.length(tables);
      for (const scroller of scrollers) {
        expect(scroller.firstElementChild?.localName).to.equal('table');
        expect(scroller.scrollWidth).to.be.greaterThan(scroller.clientWidth);
        expect([scroller.tabIndex, scroller.ariaLabel]).to.deep.equal([0, 'Bảng, cuộn ngang để xem hết']);
      }
      expect(one(widget, '.base').scrollWidth).to.be.at.most(320);
      expect(all(widget, 'th')).to.have.length(8 * tables);
      expect(await axeProblems(widget)).to.deep.equal([]);
      // Drawn again, in another language: the same boxes, each once.
      widget.lang = 'en';
      await until(() => all(widget, '.scroll')[0]?.ariaLabel === 'Table, scrolls sideways', 'English');
      expect(all(widget, '.scroll').map((box) => box.ariaLabel)).to.deep.equal(
        Array(tables).fill('Table, scrolls sideways'),
      );
      expect(all(widget, '.scroll .scroll')).to.have.length(0);
    });
  }

  it('lets lines that do not wrap scroll by themselves, and a table within a table with it', async () => {
    const line = 'Dòng mẫu rất dài không ngắt '.repeat(8);
    const html = `<pre>${line}</pre><blockquote><pre>${line}</pre></blockquote><table><tr><td>${line}<pre>${line}</pre><table><tr><td>Mẫu</td></tr></table></td></tr></table>`;
    const widget = await viewer(feedOf(markup(html)), '', { width: 320 });
    expect(all(widget, '.scroll').map((box) => box.ariaLabel)).to.deep.equal([
      'Dòng dài, cuộn ngang để xem hết',
      'Dòng dài, cuộn ngang để xem hết',
      'Bảng, cuộn ngang để xem hết',
    ]);
    expect(all(widget, '.scroll').every(({ tabIndex }) => tabIndex === 0)).to.equal(true);
    expect(one(widget, '.base').scrollWidth).to.be.at.most(320);
    expect(one(widget, '.text').textContent).to.contain(line);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('lets a wide table scroll by itself, for the keyboard too, and keeps its header cells', async () => {
    const cells = (name: string) => `<tr>${`<${name}>Ô mẫu rất dài không ngắt</${name}>`.repeat(8)}</tr>`;
    const widget = await viewer(
      feedOf(markup(`<p>1. Bảng mẫu:</p><table>${cells('th')}${cells('td')}</table><p>2. Hết.</p>`)),
      '',
      { width: 320 },
    );
    const scroller = one(widget, '.scroll');
    expect(scroller.scrollWidth).to.be.greaterThan(scroller.clientWidth);
    expect(scroller.tabIndex).to.equal(0);
    expect(one(widget, '.base').scrollWidth).to.be.at.most(320);
    expect(all(widget, 'th')).to.have.length(8);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('resolves links from the feed, from where it was loaded', async () => {
    const feed = feedOf(markup('<p><a href="tep.pdf">tệp</a> <a href="javascript:x()">xấu</a></p>'));
    const src = await serve(feed);
    const alone = await viewer(src);
    const expected = new URL('tep.pdf', src).href;
    expect(all(alone, '.text a').map((link) => link.getAttribute('href'))).to.deep.equal([expected, null]);
    const provider = await mount(`<civic-feed src="${src}"><${NAME}></${NAME}></civic-feed>`);
    const inside = provider.firstElementChild as DirectiveViewer;
    const { CivicFeed } = await import('../../../src/feed/civic-feed.js');
    CivicFeed.define();
    await settled(inside);
    expect(one(inside, '.text a').getAttribute('href')).to.equal(expected);
  });

  it('shows the plain text, where there is one, until the HTML is safe', async () => {
    const widget = await mount<DirectiveViewer>(
      `<${NAME} src="${await serve(feedOf(markup('<p>Từ <b>HTML</b> mẫu</p>', { content_text: 'Từ chữ mẫu' })))}"></${NAME}>`,
    );
    const seen: (string | undefined)[] = [];
    await until(async () => {
      await widget.updateComplete;
      const text = words(all(widget, '.text')[0]);
      if (text && seen[seen.length - 1] !== text) seen.push(text);
      return text === 'Từ HTML mẫu';
    }, 'the HTML');
    for (const text of seen) expect(text).to.be.oneOf(['Từ chữ mẫu', 'Từ HTML mẫu']);
  });

  it('lets no attack out of any field', async () => {
    let hits = 0;
    Object.assign(window, { hit: () => (hits += 1) });
    afterwards(() => void Reflect.deleteProperty(window, 'hit'));
    const evil = XSS_CORPUS.join('\n');
    const urls = ['javascript:hit()', 'data:text/html,<script>hit()</script>'];
    const fields = {
      typeName: evil,
      codeNumber: evil,
      codeNotation: evil,
      organ: { name: evil, parent: { name: evil } },
      place: evil,
      signer: { fullName: evil },
      recipients: [evil],
      basis: [evil],
      relations: [{ type: 'amends', target: evil }],
      postedBy: evil,
    };
    const item = {
      content_html: evil,
      url: urls[0],
      summary: evil,
      language: '"><script>hit()</script>',
      attachments: urls.map((url) => ({ url, title: evil, mime_type: evil })),
    };
    const widget = await viewer(feedOf(directive('<img src=x onerror=hit()>', evil, fields, item), DIRECTIVE));
    await click(all(widget, '.item-title')[0] as HTMLElement);
    await settled(widget);
    // Handlers run, but the harmless links that are left lead nowhere: this page has to stay.
    widget.shadowRoot?.addEventListener('click', (event) => event.preventDefault(), true);
    for (const element of all(widget, '.text *, dd *')) {
      for (const type of ['click', 'mouseover', 'focus', 'error'])
        element.dispatchEvent(new Event(type, { cancelable: true }));
    }
    expect(hits).to.equal(0);
    expect(all(widget, 'script, iframe, object, embed, form, [onerror], [onclick], [onload]')).to.have.length(0);
    for (const link of all(widget, 'a[href]')) expect(link.getAttribute('href')).to.match(/^(?:https?|mailto|tel):/);
  });

  it('works under Trusted Types and without inline styles', async () => {
    const src = await serve(feedOf(markup('<p>1. Một <b>mẫu</b></p><p>2. Hai<script>hit()</script></p>')));
    const policy =
      "require-trusted-types-for 'script'; trusted-types lit-html dompurify civic-widgets; style-src 'self'";
    const frame = document.createElement('iframe');
    frame.width = frame.height = '600';
    // The address of the module is the test page's, the policy the frame's own.
    frame.srcdoc = `<!doctype html><html lang="vi"><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script>window.violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.sample));</script>
      <script type="module" src="${new URL('../../../src/embed/define/civic-directive-viewer.ts', import.meta.url).href}"></script>
      <${NAME} src="${src}" tools="contents text-size print"></${NAME}>`;
    afterwards(() => frame.remove());
    document.body.append(frame);
    const inside = await until(() => frame.contentDocument?.querySelector<DirectiveViewer>(NAME), 'the frame');
    const text = await until(() => inside.shadowRoot?.querySelector('.text'), 'the text');
    expect(words(text)).to.equal('1. Một mẫu 2. Hai');
    expect((frame.contentWindow as unknown as { violations: string[] }).violations).to.deep.equal([]);
  });
});

describe('<civic-directive-viewer>, bad days', () => {
  it('says so where a document has no text, and keeps its summary and files', async () => {
    const bare = directive(
      'a',
      'Văn bản mẫu',
      {},
      {
        content_text: ' ',
        summary: 'Tóm tắt mẫu',
        attachments: [{ url: 'https://example.org/a.pdf' }],
      },
    );
    const widget = await viewer(feedOf(bare));
    expect(words(one(widget, '.body'))).to.equal('Tóm tắt mẫu Chưa có toàn văn trên trang này.');
    expect(all(widget, '.attachments-row a')).to.have.length(1);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('calls a document without a title by its beginning', async () => {
    const widget = await viewer(feedOf(directive('a', '', {}, { content_text: 'Văn bản mẫu không tên.' })));
    expect(shownTitle(widget)).to.equal('Văn bản mẫu không tên.');
  });

  it('shows HTML that is nothing but markup as a document without text', async () => {
    const widget = await viewer(feedOf(markup('<p></p><!-- x --><script></script>')));
    expect(shownTitle(widget)).to.equal('Văn bản mẫu');
    expect(words(one(widget, '.body'))).to.equal('Chưa có toàn văn trên trang này.');
  });

  it('gets through a text of 300 kB without a line break, and through markup that is only text', async () => {
    // Without marks: laying out that many letters that the machine's default font lacks takes any page a minute.
    const long = 'Van ban '.repeat(40_000);
    expect(words(one(await viewer(feedOf(directive('a', 'A', {}, { content_text: long }))), '.text'))?.length).to.equal(
      long.length - 1,
    );
    const odd = '1. <b>Đậm</b> & "ngoặc" ${x}\n2. <script>hit()</script>';
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: odd })));
    expect(words(one(widget, '.text'))).to.equal(odd.replace('\n', ' '));
    expect(all(widget, '.text b, .text script')).to.have.length(0);
  });

  it('lists the documents and says what to do when the part that shows one cannot be had; tries again when asked', async () => {
    const src = await serve(feedOf(DIRECTIVE, directive('b', 'B')));
    const widget = await mount<BrokenViewer>(`<test-broken-viewer src="${src}" item="ct-1"></test-broken-viewer>`);
    await until(() => all(widget, '.note.error').length > 0, 'the message');
    expect(words(one(widget, '.note.error'))).to.contain('Xin tải lại trang');
    expect(titles(widget)).to.deep.equal(['Chỉ thị mẫu', 'B']);
    expect(await axeProblems(widget)).to.deep.equal([]);
    BrokenViewer.broken = false;
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => shownTitle(widget) === 'B', 'the document');
    await settled(widget);
    expect(focused(widget)).to.equal(one(widget, '.title'));
  });

  for (const [path, message] of Object.entries({
    'status/404': '404',
    truncated: 'JSON',
    'not-a-list': 'nguồn tin hợp lệ',
  })) {
    it(`shows the page’s own content and a message for ${path}`, async () => {
      const widget = await viewer(feedUrl(path), '>Nội dung có sẵn<i hidden');
      expect(widget.state).to.equal('error');
      // What goes wrong has words that come only then.
      await until(() => words(all(widget, '.note.error')[0]), 'the message');
      expect(words(one(widget, '.note.error'))).to.contain(message);
      expect(shown(widget)).to.contain('Nội dung có sẵn');
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
  }

  it('says in either language that there is nothing', async () => {
    const empty = await viewer(feedOf());
    expect(empty.state).to.equal('empty');
    expect(words(one(empty, '.empty'))).to.equal('Chưa có văn bản nào.');
    expect(words(one(await viewer(feedOf(), '', { lang: 'en' }), '.empty'))).to.equal('No documents yet.');
    expect(await axeProblems(empty)).to.deep.equal([]);
  });

  it('reserves its place while it loads, in either view', async () => {
    for (const rest of ['', 'view="list"']) {
      const widget = await mount<DirectiveViewer>(`<${NAME} src="${feedUrl('hang')}" ${rest}></${NAME}>`);
      expect(widget.state).to.equal('loading');
      expect(one(widget, '.reserved').getBoundingClientRect().height).to.be.at.least(480);
      expect(await axeProblems(widget)).to.deep.equal([]);
    }
  });
});

const shown = (widget: Element) => words(widget);

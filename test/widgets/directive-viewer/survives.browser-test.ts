/** What real documents look like, and what readers do to them: nothing of it may cost a word. */
import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, can, emulateMedia, feedUrl, resize, until } from '../../support/page.js';
import { all, directive, feedOf, one, viewer, words } from './viewers.js';

const markup = (content_html: string) =>
  directive('html', 'Văn bản mẫu', {}, { content_text: undefined, content_html });
const plain = (content_text: string) => directive('chu', 'Văn bản mẫu', {}, { content_text });
const text = (widget: Element) => words(one(widget, '.text')) ?? '';
const names = (widget: Element) => all(widget, '.entry').map(words);

/** Five levels and two below them, each with words of its own. */
const DEEP = `Căn cứ Luật mẫu;
Phần thứ nhất
QUY ĐỊNH CHUNG MẪU
Chương I
PHẠM VI MẪU
Mục 1
ĐỐI TƯỢNG MẪU
Tiểu mục 1
NHÓM MẪU
Điều 1. Tên điều mẫu thứ nhất
1. Khoản mẫu thứ nhất:
a) Điểm mẫu thứ nhất;
b) Điểm mẫu thứ hai.
2. Khoản mẫu thứ hai.
Điều 2. Tên điều mẫu thứ hai
Lời của điều mẫu thứ hai.
Phần thứ hai
THI HÀNH MẪU
Điều 3. Tên điều mẫu thứ ba
Lời của điều mẫu thứ ba./.`;

describe('<civic-directive-viewer>, documents as they are', () => {
  it('five levels deep: each in its place in the outline, below the one it belongs to', async () => {
    const widget = await viewer(feedOf(plain(DEEP)));
    expect(names(widget)).to.deep.equal([
      'Phần thứ nhất QUY ĐỊNH CHUNG MẪU',
      'Chương I PHẠM VI MẪU',
      'Mục 1 ĐỐI TƯỢNG MẪU',
      'Tiểu mục 1 NHÓM MẪU',
      'Điều 1. Tên điều mẫu thứ nhất',
      'Điều 2. Tên điều mẫu thứ hai',
      'Phần thứ hai THI HÀNH MẪU',
      'Điều 3. Tên điều mẫu thứ ba',
    ]);
    const depth = (entry: Element) => {
      let levels = 0;
      for (let list = entry.closest('ol'); list; list = list.parentElement?.closest('ol') ?? null) levels++;
      return levels;
    };
    expect(all(widget, '.entry').map(depth)).to.deep.equal([1, 2, 3, 4, 5, 5, 1, 2]);
    expect(text(widget).replace(/\s*\.\/\.$/, '')).to.equal(DEEP.replace(/\s+/g, ' ').replace('./.', ''));
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('HTML that Word exported: its styles and empty lines gone, its words and lists there', async () => {
    const widget = await viewer(
      feedOf(
        markup(`<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal { mso-style-parent: ""; margin: 0cm; }</style>
<p class=MsoNormal align=center style='text-align:center;mso-line-height-rule:exactly'><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt;mso-ansi-language:VI'>Mở đầu mẫu:<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Khoản mẫu thứ nhất.</p>
<p class=MsoNormal><span lang=VI>2. Khoản mẫu <span style='color:red'>thứ hai</span>.<o:p></o:p></span></p>`),
      ),
    );
    expect(text(widget)).to.equal('Mở đầu mẫu: 1. Khoản mẫu thứ nhất. 2. Khoản mẫu thứ hai.');
    expect(all(widget, '.text [style], .text [class^=Mso], .text style')).to.have.length(0);
    expect(names(widget)).to.have.length(2);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('nested lists, footnotes and pictures', async () => {
    const picture = feedUrl('raw', {
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="80"><rect width="2000" height="80"/></svg>',
      type: 'image/svg+xml',
    });
    const widget = await viewer(
      feedOf(
        markup(`<p>1. Danh sách mẫu<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>:</p>
<ol><li>Mục mẫu<ul><li>Mục con mẫu<ol><li>Mục cháu mẫu</li></ol></li></ul></li></ol>
<p>2. Hình mẫu: <img src="${picture}" alt="Sơ đồ mẫu" width="2000" height="80"></p>
<hr><div id="_ftn1"><p><a href="#_ftnref1">[1]</a> Chú thích mẫu.</p></div>`),
      ),
      '',
      { width: 320 },
    );
    expect(text(widget)).to.equal(
      '1. Danh sách mẫu[1]: Mục mẫuMục con mẫuMục cháu mẫu 2. Hình mẫu: [1] Chú thích mẫu.',
    );
    // What cannot lead anywhere is no link; what it says stays.
    expect(all(widget, '.text a[href]:not(.anchor)')).to.have.length(0);
    expect(all(widget, '.text li li li').map(words)).to.deep.equal(['Mục cháu mẫu']);
    const image = one(widget, '.text img') as HTMLImageElement;
    expect(image.alt).to.equal('Sơ đồ mẫu');
    await until(() => image.complete && image.naturalWidth > 0, 'the picture');
    expect(image.getBoundingClientRect().width).to.be.at.most(320);
    expect(one(widget, '.base').scrollWidth).to.be.at.most(320);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('HTML that was made to be slow to look through', async () => {
    for (const html of [
      '<a '.repeat(200_000),
      `<p ${' '.repeat(200_000)}`,
      '<p href'.repeat(100_000),
      '<p style='.repeat(100_000),
    ]) {
      const content_html = `<p>Một câu mẫu.</p>${html}`;
      const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: '', content_html })));
      expect(words(one(widget, '.text'))).to.match(/^Một câu mẫu\./);
    }
  });

  it('a text without headings and numbers, and one that was scanned: every word as it stands', async () => {
    for (const words of [
      'Kính gửi các đơn vị mẫu.\n\nĐoạn mẫu thứ nhất, không đánh số.\n\nĐoạn mẫu thứ hai.',
      'C Ộ N G  H Ò A mẫu\nĐi ều 1 . Ph ạm vi m ẫu\nN ội dung b ị v ỡ ch ữ - \ntiếp  ở dòng sau ; l0 ch ữ s ố.\n|| ~ ^ ¬',
    ]) {
      const widget = await viewer(feedOf(plain(words)));
      expect(text(widget)).to.equal(words.replace(/\s+/g, ' ').trim());
      expect(await axeProblems(widget)).to.deep.equal([]);
      widget.remove();
    }
  });
});

describe('<civic-directive-viewer>, readers as they are', () => {
  const narrow = async (): Promise<DirectiveViewer> => {
    await resize(320);
    return viewer(feedOf(plain(DEEP)), '', { width: 300 });
  };

  it('who spread letters, words and lines lose nothing (WCAG 1.4.12)', async () => {
    const widget = await narrow();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; } p { margin-block-end: 2em !important; }',
    );
    const root = widget.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    expect(one(widget, '.base').scrollWidth).to.be.at.most(300);
    const cut = all(widget, '.text *, .header *, .tools *').filter(
      (element) =>
        getComputedStyle(element).overflow !== 'visible' &&
        !element.closest('.visually-hidden, .tool-name, svg') &&
        (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1),
    );
    expect(cut.map((element) => element.className)).to.deep.equal([]);
  });

  if (can.emulateMedia)
    it('who have colours of their own see what is current, what has the focus and where a button ends', async () => {
      const widget = await viewer(feedOf(plain(DEEP)), '', { width: 900 });
      await emulateMedia({ forcedColors: 'active' });
      afterwards(() => widget.remove());
      await until(() => all(widget, '.entry[aria-current]').length > 0, 'the mark');
      const border = (element: Element) => getComputedStyle(element).borderInlineStartColor;
      const [current] = all(widget, '.entry[aria-current]');
      const other = all(widget, '.entry:not([aria-current])')[0];
      expect(current && border(current)).not.to.equal(other && border(other));
      for (const button of all(widget, '.tools .button')) {
        expect(getComputedStyle(button).borderTopStyle).to.equal('solid');
        expect(getComputedStyle(button).borderTopWidth).to.equal('1px');
      }
      const tool = one(widget, '.tools .button');
      tool.focus();
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
});

describe('<civic-directive-viewer>, a text that comes bit by bit', () => {
  const articles = 120;
  const lines = [...Array(articles).keys()].flatMap((index) => [
    ...(index % 40 === 0 ? [`<p><b>Chương ${index / 40 + 1}</b></p><p><b>QUY ĐỊNH MẪU</b></p>`] : []),
    `<p><b>Điều ${index + 1}. Tên điều mẫu</b></p>`,
    `<p>1. Khoản mẫu theo Nghị định số 98/2023/NĐ-CP và Điều ${((index + 1) % articles) + 1}:</p>`,
    '<p>a) Điểm mẫu thứ nhất;</p><p>b) Điểm mẫu thứ hai.</p>',
  ]);
  const law = () => viewer(feedOf(markup(lines.join('\n'))), 'citation-url="/tim?q={number}"', { width: 900 });

  it('is whole, in its order, with every link and every name once', async () => {
    const widget = await law();
    expect(text(widget)).to.equal(
      lines
        .join(' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const ids = all(widget, '.text .section').map(({ id }) => id);
    expect(ids).to.have.length(3 + articles * 4);
    expect(new Set(ids).size).to.equal(ids.length);
    // The first paragraphs are drawn before anybody knows what the text cites: they have their links all the same.
    expect(all(widget, '.citation')).to.have.length(articles * 2);
    expect(all(widget, '#dieu-1-khoan-1 .citation').length).to.be.at.least(2);
    expect(all(widget, '#dieu-7-khoan-1-diem-b .marker').map(words)).to.deep.equal(['b)']);
  });

  it('goes to a section at its end, and is whole in another language, too', async () => {
    const widget = await law();
    const last = `dieu-${articles}`;
    all(widget, `[data-section=${last}]`)[0]?.click();
    const middle = 'dieu-60';
    const top = (id: string) => one(widget, `#${id}`).getBoundingClientRect().top;
    await until(() => top(last) > -1 && top(last) < innerHeight, 'the last article');
    all(widget, `[data-section=${middle}]`)[0]?.click();
    // What is around it gets its real height only now; it is at the top all the same, and stays there.
    const frames = async (count: number) => {
      for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
    };
    await frames(12);
    const margin = parseFloat(getComputedStyle(one(widget, `#${middle}`)).scrollMarginTop);
    expect(top(middle)).to.be.closeTo(margin, 2);
    await frames(5);
    expect(top(middle)).to.be.closeTo(margin, 2);
    widget.lang = 'en';
    await until(() => all(widget, '.outline')[0]?.getAttribute('aria-label') === 'Contents', 'English');
    await until(() => all(widget, '.text .section').length === 3 + articles * 4, 'the whole text');
  });

  it('draws nothing any more when it is closed in the middle', async () => {
    const widget = await law();
    widget.remove();
    await new Promise((done) => setTimeout(done, 100));
    expect(widget.isConnected).to.equal(false);
    document.body.append(widget);
    afterwards(() => widget.remove());
    await until(() => all(widget, '.text .section').length === 3 + articles * 4, 'the whole text again');
  });
});

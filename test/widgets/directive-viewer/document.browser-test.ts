import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { afterwards, can, click, emulateMedia, mount, nextEvent, resize, serve, until } from '../../support/page.js';
import {
  all,
  DIRECTIVE,
  directive,
  feedOf,
  FULL,
  NAME,
  one,
  portal,
  settled,
  shownTitle,
  viewer,
  words,
} from './viewers.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import type { CivicOpenEvent } from '../../../src/widgets/directive-viewer/events.js';

const terms = (widget: Element) => all(widget, 'dt').map(words);
const value = (widget: Element, key: string) => words(one(widget, `.${key}-row dd`));

describe('<civic-directive-viewer>, a document', () => {
  it('shows the directive of the demo in full: not a word lost, added or changed', async () => {
    const feed = await portal();
    const source = feed.items.find(({ id }) => id === 'chi-thi-thi-dua-2024');
    const widget = await viewer(feed);
    expect(shownTitle(widget)).to.equal(source?.title);

    const text = one(widget, '.text').cloneNode(true) as HTMLElement;
    // The one thing of ours inside it.
    for (const label of text.querySelectorAll('.label')) label.remove();
    const plain = (value: string) => value.replace(/\s+/g, ' ').trim();
    expect(words(text)).to.equal(plain(source?.content_text ?? ''));
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('shows a title that the text repeats once, and one that differs as well', async () => {
    const text = 'Chỉ thị mẫu về việc mẫu\n\nMở đầu mẫu:\n1. Một.\n2. Hai./.';
    const same = await viewer(feedOf(directive('a', 'Chỉ thị mẫu về việc mẫu', {}, { content_text: text })));
    expect(words(one(same, '.text'))).to.equal('Mở đầu mẫu: 1. Một. 2. Hai./.');
    const other = await viewer(feedOf(directive('a', 'Tên khác mẫu', {}, { content_text: text })));
    expect(words(one(other, '.text'))).to.equal('Chỉ thị mẫu về việc mẫu Mở đầu mẫu: 1. Một. 2. Hai./.');
  });

  it('tells the one who posted the text from one who signed it, and the end mark from the words', async () => {
    const widget = await viewer(await portal());
    expect(words(one(widget, '.posted-by'))).to.equal('Người đăng: Quốc Vũ');
    expect(all(widget, '.posted-by')).to.have.length(1);
    expect(all(widget, '.signature, .signer-row')).to.have.length(0);
    const mark = one(widget, '.end-mark');
    expect(mark.getAttribute('aria-hidden')).to.equal('true');
    expect(mark.textContent).to.equal('./.');
    // Glued, as it was written.
    expect(mark.parentElement?.textContent).to.match(/kết quả thực hiện\.\/\.$/);
  });

  it('makes a good header of the little that is known', async () => {
    const widget = await viewer(await portal());
    expect(terms(widget)).to.deep.equal(['Loại văn bản', 'Chủ đề']);
    expect(all(widget, '.facts .row')).to.have.length(1);
    for (const list of all(widget, 'dl')) expect(list.children.length).to.be.greaterThan(0);
  });

  it('shows every field in the order of the decree on administrative documents', async () => {
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du"');
    const order = [...one(widget, '.header').querySelectorAll('dt, [role=heading]')].map((element) =>
      element.localName === 'dt' ? words(element) : `(${element.className})`,
    );
    expect(order).to.deep.equal([
      'Cơ quan ban hành',
      'Số',
      'Ngày ban hành',
      'Loại văn bản',
      '(title)',
      'Tóm tắt',
      'Hiệu lực',
      'Có hiệu lực từ',
      'Hết hiệu lực từ',
      'Cơ quan kế thừa',
      'Người ký',
      'Chữ ký số',
      'Nơi nhận',
      'Độ khẩn',
      'Tệp đính kèm',
      'Hình thức',
      'Chủ đề',
      'Tác giả',
      'Ngày đăng',
      'Cập nhật',
      'Trang gốc',
      'Liên kết ngoài',
      '(related)',
      'Căn cứ',
      'Sửa đổi',
      'Thay thế',
    ]);
    expect(words(one(widget, '.related'))).to.equal('Văn bản liên quan');
    expect(one(widget, '.related').getAttribute('aria-level')).to.equal('4');
    expect(value(widget, 'organ')).to.equal('Cơ quan mẫu cấp trên Cơ quan mẫu');
    expect(value(widget, 'number')).to.equal('01/QĐ-UBND');
    expect(value(widget, 'issued')).to.equal('Phường Mẫu, ngày 05 tháng 02 năm 2024');
    expect(value(widget, 'status')).to.equal('Hết hiệu lực một phần');
    expect(one(widget, '.status-row svg').getAttribute('aria-hidden')).to.equal('true');
    expect(value(widget, 'signature')).to.match(
      /^Hợp lệ, Tên mẫu ký số, (?=.*15:30)(?=.*05\/02\/2024).*, theo Cổng mẫu$/,
    );
    expect(value(widget, 'priority')).to.equal('Khẩn');
    expect(all(widget, '.attachments-row li').map(words)).to.deep.equal([
      'Bản ký số (PDF, 1,2 MB)',
      'Tệp 2 (phụ lục, Word)',
    ]);
    expect(value(widget, 'form')).to.match(/^Bản đăng web/);
    expect(value(widget, 'summary')).to.equal('Tóm tắt mẫu của Quyết định mẫu.');
    // The other author is the organ.
    expect(value(widget, 'author')).to.equal('Ban biên tập mẫu');
    expect((one(widget, '.author-row a') as HTMLAnchorElement).href).to.equal('https://example.org/ban-bien-tap');
    expect([value(widget, 'published'), value(widget, 'modified')]).to.deep.equal(['06/02/2024', '01/03/2024']);
    expect([value(widget, 'source'), value(widget, 'external')]).to.deep.equal(['example.org', 'congbao.example.org']);
    expect(words(one(widget, '.header'))).not.to.contain('a1b2c3');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('leaves no row, no list and no label for what is missing or blank', async () => {
    const blank = {
      codeNumber: ' ',
      typeName: '',
      place: '  ',
      recipients: [],
      basis: [' '],
      relations: [],
      signer: {},
      signature: {},
    };
    const widget = await viewer(feedOf(directive('trong', 'Văn bản mẫu trống', blank)));
    expect(all(widget, 'dt, dd, dl')).to.have.length(0);
    expect(shownTitle(widget)).to.equal('Văn bản mẫu trống');
  });

  for (const [status, word] of Object.entries({
    notYet: 'Chưa có hiệu lực',
    inForce: 'Còn hiệu lực',
    partial: 'Hết hiệu lực một phần',
    expired: 'Hết hiệu lực',
  })) {
    it(`says ${status} with a word and an icon`, async () => {
      const widget = await viewer(feedOf(directive('a', 'A', { status })));
      expect(value(widget, 'status')).to.equal(word);
      expect(all(widget, '.status-row svg path')).to.have.length(1);
    });
  }

  it('opens what a basis or a relation names where the feed holds it, and leaves the rest as written', async () => {
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du"');
    expect(all(widget, '.basis-row li').map(words)).to.deep.equal(['Luật mẫu', 'Chỉ thị mẫu']);
    expect(all(widget, '.replaces-row button')).to.have.length(0);
    await click(one(widget, '.amends-row button'));
    await settled(widget);
    expect(shownTitle(widget)).to.equal('Chỉ thị mẫu');
    expect(words(one(widget, '.back'))).to.equal('Về văn bản trước');
    await click(one(widget, '.back'));
    await settled(widget);
    expect(shownTitle(widget)).to.equal('Quyết định mẫu ban hành Quy chế mẫu');
    expect(all(widget, '.back')).to.have.length(0);
  });

  it('sends what the feed does not hold where the page sends citations, and tells the page', async () => {
    const basis = [
      'Nghị định số 98/2023/NĐ-CP ngày mẫu',
      'Luật mẫu',
      'Chỉ thị số 01/CT-UBND',
      'a',
      '1/2020/NĐ-CP và 2/2020/NĐ-CP',
    ];
    const relations = [{ type: 'replaces', target: '05/QĐ-MAU' }];
    const feed = feedOf(directive('a', 'Văn bản mẫu', { basis, relations }), DIRECTIVE);
    const widget = await viewer(feed, 'item="a" citation-url="/tim?q={number}"');
    const links = all(widget, '.header a.citation') as HTMLAnchorElement[];
    expect(links.map((link) => [words(link), new URL(link.href).search])).to.deep.equal([
      ['Nghị định số 98/2023/NĐ-CP ngày mẫu', '?q=98%2F2023%2FN%C4%90-CP'],
      ['05/QĐ-MAU', '?q=05%2FQ%C4%90-MAU'],
    ]);
    // A number of the feed's opens it; a name, the document itself and two numbers at once stay words.
    expect(all(widget, '.header button').map(words)).to.deep.equal(['Chỉ thị mẫu']);
    const numbers: string[] = [];
    widget.addEventListener('civic-citation', (event) => {
      numbers.push(event.number);
      event.preventDefault();
    });
    await click(links[1]!);
    await until(() => numbers.length === 1, 'the event');
    expect(numbers).to.deep.equal(['05/QĐ-MAU']);
    expect(await axeProblems(widget)).to.deep.equal([]);
    widget.citationUrl = 'javascript:alert(1)//{number}';
    await widget.updateComplete;
    expect(all(widget, '.header a')).to.have.length(0);
  });

  it('has no heading for what is related where nothing is', async () => {
    expect(all(await viewer(feedOf(DIRECTIVE)), '.related')).to.have.length(0);
  });

  it('calls a type by its code’s name, shows a code it does not know, and every organ above', async () => {
    const type = async (fields: object) => value(await viewer(feedOf(directive('a', 'A', fields))), 'type');
    expect(await type({ typeCode: 'QĐ' })).to.equal('Quyết định');
    expect(await type({ typeCode: 'ttr', typeName: ' ' })).to.equal('Tờ trình');
    expect(await type({ typeCode: 'QĐ', typeName: 'Tên mẫu' })).to.equal('Tên mẫu');
    expect(await type({ typeCode: 'XYZ' })).to.equal('XYZ');
    const organ = (name: string, parent?: object) => ({ name, ...(parent && { parent }) });
    const above = organ('Cơ quan giữa mẫu', organ('Cơ quan trên cùng mẫu'));
    const fields = { organ: { ...organ('Cơ quan mẫu', above), successor: organ('Cơ quan mới mẫu', above) } };
    const widget = await viewer(feedOf(directive('a', 'A', fields, { tags: ['Chủ đề mẫu', ' ', 'Khác mẫu'] })));
    expect(value(widget, 'organ')).to.equal('Cơ quan trên cùng mẫu Cơ quan giữa mẫu Cơ quan mẫu');
    expect(value(widget, 'successor')).to.equal('Cơ quan trên cùng mẫu Cơ quan giữa mẫu Cơ quan mới mẫu');
    expect(value(widget, 'tag')).to.equal('Chủ đề mẫu, Khác mẫu');
  });

  it('puts its heading one level below the widget’s, or in its place', async () => {
    const level = async (rest: string) =>
      one(await viewer(feedOf(DIRECTIVE), rest), '.title').getAttribute('aria-level');
    expect(await level('')).to.equal('3');
    expect(await level('heading-level="4"')).to.equal('5');
    expect(await level('heading-level="6"')).to.equal('6');
    expect(await level('heading=""')).to.equal('2');
  });

  it('makes headings of headings and paragraphs of the rest', async () => {
    const text =
      'Chương I\nQUY ĐỊNH MẪU\nĐiều 1. Phạm vi mẫu\n1. Khoản mẫu một.\n2. Khoản mẫu hai.\nĐiều 2. Đối tượng mẫu\nNội dung mẫu.';
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: text })));
    const headings = all(widget, '.text [role=heading]').map((heading) => [
      words(heading),
      heading.getAttribute('aria-level'),
    ]);
    expect(headings).to.deep.equal([
      ['Chương I QUY ĐỊNH MẪU', '4'],
      ['Điều 1. Phạm vi mẫu', '5'],
      ['Điều 2. Đối tượng mẫu', '5'],
    ]);
    expect(words(one(widget, '.text'))).to.equal(text.replace(/\s+/g, ' '));
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('marks the language of what the feed wrote, and speaks the reader’s', async () => {
    const feed = {
      ...feedOf(directive('a', 'A', { typeName: 'Loại mẫu', status: 'inForce' }, { language: 'fr' })),
      language: 'vi',
    };
    const widget = await viewer(feed, '', { lang: 'en' });
    expect(one(widget, '.title').lang).to.equal('fr');
    expect(one(widget, '.text').lang).to.equal('fr');
    expect(one(widget, '.type-row dd').lang).to.equal('fr');
    expect(value(widget, 'status')).to.equal('In force');
    expect(one(widget, '.status-row dd').hasAttribute('lang')).to.equal(false);
    const plain = await viewer({ ...feed, items: [DIRECTIVE] });
    expect(one(plain, '.text').lang).to.equal('vi');
  });

  it('is complete in English', async () => {
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du" tools="contents text-size print"', {
      lang: 'en',
    });
    const said = words(one(widget, '.base')) ?? '';
    for (const word of [
      'Issued by',
      'Partly expired',
      'Signed by',
      'Valid, ',
      'according to Cổng mẫu',
      'Web copy',
      'Summary',
      'Updated',
      'External page',
      'annex',
      'Contents',
      'Print',
      'Posted by:',
    ]) {
      expect(said).to.contain(word);
    }
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('changes the size of the text, and offers nothing that it does not know', async () => {
    const widget = await viewer(feedOf(DIRECTIVE), 'tools="print text-size dance"');
    afterwards(() => localStorage.removeItem('civic-widgets:reading'));
    expect(all(widget, '.outline')).to.have.length(0);
    expect(all(widget, '.tools button').map(({ dataset }) => dataset['tool'])).to.deep.equal([
      'smaller',
      'larger',
      'contrast',
      'print',
    ]);
    const size = () => parseFloat(getComputedStyle(one(widget, '.text')).fontSize);
    const [smaller, larger] = all(widget, '.tools button') as [HTMLElement, HTMLElement];
    const before = size();
    await click(larger);
    await until(() => Math.abs(size() - before * 1.15) < 0.1, 'the larger text');
    expect(words(one(widget, '.offered [role=status]'))).to.equal('Cỡ chữ 115%');
    // Remembered on this device.
    expect(parseFloat(getComputedStyle(one(await viewer(feedOf(DIRECTIVE)), '.text')).fontSize)).to.equal(size());
    for (let step = 0; step < 10; step++) smaller.click();
    await widget.updateComplete;
    expect(size()).to.be.closeTo(before * 0.85, 0.1);
    expect(smaller.getAttribute('aria-disabled')).to.equal('true');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('shows black on white for who wants it, and survives a memory that is none', async () => {
    localStorage.setItem('civic-widgets:reading', '{"percent":7,"contrast":"x"');
    afterwards(() => localStorage.removeItem('civic-widgets:reading'));
    const widget = await viewer(feedOf(DIRECTIVE));
    const button = one(widget, '[data-tool=contrast]');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    await click(button);
    await until(() => button.getAttribute('aria-pressed') === 'true', 'the contrast');
    expect(getComputedStyle(one(widget, '.text')).color).to.equal('rgb(0, 0, 0)');
    expect(getComputedStyle(one(widget, '.document')).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('has no tools where the page wants none, and its outline where the page says nothing', async () => {
    const none = await viewer(feedOf(DIRECTIVE), 'tools=""');
    expect(all(none, '.tools, .outline')).to.have.length(0);
    none.removeAttribute('tools');
    await none.updateComplete;
    expect(all(none, '.outline')).to.have.length(1);
  });

  if (can.emulateMedia) {
    it('prints the document without its controls', async () => {
      const widget = await viewer(feedOf(DIRECTIVE), 'tools="contents print"');
      await emulateMedia({ media: 'print' });
      for (const part of ['.outline', '.tools']) expect(getComputedStyle(one(widget, part)).display).to.equal('none');
      expect(one(widget, '.text').checkVisibility()).to.equal(true);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has contrast enough in ${colorScheme}`, async () => {
        const src = await serve(feedOf(FULL, DIRECTIVE));
        const page = await mount(`<div><${NAME} src="${src}" item="day-du" tools="contents print"></${NAME}></div>`);
        page.style.cssText = `color-scheme:${colorScheme};background:${colorScheme === 'dark' ? '#17191d' : '#ffffff'}`;
        const widget = page.firstElementChild as DirectiveViewer;
        await settled(widget);
        expect(await axeProblems(widget)).to.deep.equal([]);
      });
    }
  }

  it('says once for each document that it is open', async () => {
    const src = await serve(feedOf(FULL, DIRECTIVE));
    const widget = document.createElement(NAME);
    const opened: string[] = [];
    widget.addEventListener('civic-open', ({ item }) => opened.push(item.id));
    Object.assign(widget, { src, item: 'ct-1' });
    const page = await mount('<div></div>');
    page.append(widget);
    await settled(widget);
    widget.requestUpdate();
    await widget.updateComplete;
    expect(opened).to.deep.equal(['ct-1']);
    const next = nextEvent<CivicOpenEvent>(page, 'civic-open');
    widget.item = '01/QĐ-UBND';
    const event = await next;
    expect(event.item.id).to.equal('day-du');
    expect(event.composed).to.equal(true);
  });

  it('fits 320 px, with words that never break and twice the text', async () => {
    await resize(320, 600);
    const long = 'Đẩymạnhchỉnhtranghiệnđạihóađôthị'.repeat(4);
    const document = directive(
      'dai',
      long,
      { organ: { name: long }, recipients: [long], codeNumber: '1', codeNotation: long },
      {
        content_text: `${long}:\n1. ${long}\n2. ${long}`,
        attachments: [{ url: 'https://example.org/x.pdf', title: long }],
      },
    );
    const widget = await viewer(feedOf(document), 'tools="contents text-size print"', { width: 288 });
    for (let step = 0; step < 10; step++) (all(widget, '.tools button')[1] as HTMLElement).click();
    one(widget, '.fold').click();
    await widget.updateComplete;
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
  });

  it('keeps where it is when the feed is loaded again unchanged', async () => {
    const widget = await viewer(
      feedOf(directive('a', 'A', {}, { content_html: '<p>1. Một</p><p>2. Hai</p>', content_text: undefined })),
    );
    const paragraph = one(widget, '.text p');
    await widget.reload();
    await settled(widget);
    expect(one(widget, '.text p')).to.equal(paragraph);
    await until(() => widget.state === 'ready', 'the reload');
  });
});

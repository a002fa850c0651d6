import { expect } from 'chai';
import { click } from '../../support/page.js';
import { all, directive, feedOf, FULL, one, settled, shownTitle, viewer, words } from './viewers.js';

const value = (widget: Element, key: string) => words(one(widget, `.${key}-row dd`));

describe('<civic-directive-viewer>, what the header of a document leaves out or cannot know', () => {
  it('opens the one of several with a number that date or organ tell, a law by its name, and none by a guess', async () => {
    const number = { codeNumber: '01', codeNotation: 'CT-UBND' };
    const of = (name: string, issuedDate: string) => ({ ...number, organ: { name }, issuedDate });
    const replaced = 'Chỉ thị số 01/CT-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh B';
    const fields = {
      basis: ['Chỉ thị số 01/CT-UBND của UBND tỉnh A', '01/CT-UBND', 'Luật Mẫu thử ngày 01 tháng 02 năm 2022'],
      relations: [{ type: 'replaces', target: replaced }],
    };
    const feed = feedOf(
      directive('a', 'Chỉ thị của tỉnh A', of('Ủy ban nhân dân tỉnh A', '2024-01-05')),
      directive('b', 'Chỉ thị của tỉnh B', of('Ủy ban nhân dân tỉnh B', '2023-01-05')),
      directive('luat', 'Luật Mẫu thử', { codeNumber: '06', codeNotation: '2022/QH15' }),
      directive('c', 'Chỉ thị mới', fields),
    );
    const widget = await viewer(feed, 'item="c" citation-url="/tim?q={number}"');
    expect(all(widget, '.basis-row button').map(words)).to.deep.equal(['Chỉ thị của tỉnh A', 'Luật Mẫu thử']);
    expect(all(widget, '.basis-row a').map(words)).to.deep.equal(['01/CT-UBND']);
    widget.citationUrl = undefined;
    await widget.updateComplete;
    expect(all(widget, '.basis-row a')).to.have.length(0);
    await click(one(widget, '.replaces-row button'));
    await settled(widget);
    expect(shownTitle(widget)).to.equal('Chỉ thị của tỉnh B');
  });

  it('says nothing twice: a summary that is the title or the text, an author who signs, a date or address again', async () => {
    const fields = { organ: { name: 'Cơ quan mẫu' }, signer: { fullName: 'Tên mẫu' }, postedBy: 'Người mẫu' };
    const document = directive('a', 'Văn bản mẫu', fields, {
      url: 'https://example.org/vb/1',
      external_url: 'https://example.org/vb/1',
      summary: 'Văn bản mẫu',
      date_published: '2024-02-06T09:00:00+07:00',
      date_modified: '2024-02-06T17:00:00+07:00',
      authors: [{ name: 'cơ quan mẫu' }, { name: 'Tên mẫu' }, { name: 'Người mẫu ' }, { avatar: 'a.png' }],
      attachments: [
        { url: 'https://example.org/x.pdf', title: 'Phụ lục I', _civic: { role: 'annex' } },
        { url: 'https://example.org/y.pdf', title: 'Bản dịch', _civic: { role: 'bản tiếng Anh' } },
      ],
    });
    const widget = await viewer(feedOf(document));
    expect(all(widget, 'dt').map(words)).to.deep.equal([
      'Cơ quan ban hành',
      'Người ký',
      'Tệp đính kèm',
      'Ngày đăng',
      'Trang gốc',
    ]);
    expect(all(widget, '.attachments-row li').map(words)).to.deep.equal([
      'Phụ lục I (PDF)',
      'Bản dịch (bản tiếng Anh, PDF)',
    ]);
    const textless = await viewer(feedOf({ ...FULL, content_text: ' ' }));
    expect(all(textless, '.summary-row')).to.have.length(0);
    expect(words(one(textless, '.body'))).to.contain('Tóm tắt mẫu');
    const untitled = await viewer(feedOf({ ...FULL, title: undefined }));
    expect(shownTitle(untitled)).to.equal('Tóm tắt mẫu của Quyết định mẫu.');
    expect(all(untitled, '.summary-row')).to.have.length(0);
    const page = await viewer(feedOf(directive('b', 'B', {}, { authors: [{ url: 'https://tacgia.example.org/' }] })));
    expect(value(page, 'author')).to.equal('tacgia.example.org');
  });
});

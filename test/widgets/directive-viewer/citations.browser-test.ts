import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { click, until } from '../../support/page.js';
import { all, directive, DIRECTIVE, feedOf, one, shownTitle, viewer, words } from './viewers.js';

/** What the links of a document say and where they lead. */
async function links(text: string, others: readonly object[] = [], fields: object = {}, title = 'Văn bản mẫu') {
  const widget = await viewer(feedOf(directive('a', title, fields, { content_text: text }), ...others), 'item="a"');
  return (all(widget, 'a.citation') as HTMLAnchorElement[]).map((link) => [
    words(link),
    new URLSearchParams(new URL(link.href).hash.replace('#civic:1?', '')).get('at') ?? new URL(link.href).hash.slice(9),
  ]);
}

const decree = directive('nd', 'Nghị định mẫu', { codeNumber: '98', codeNotation: '2023/NĐ-CP' });
const law = directive('luat', 'Lao động mẫu', { typeName: 'Bộ luật', codeNumber: '45', codeNotation: '2019/QH14' });

describe('<civic-directive-viewer>, what it takes a citation for', () => {
  it('guesses none of several of a number; a date or an organ tells them apart', async () => {
    const number = { codeNumber: '01', codeNotation: 'CT-UBND' };
    const ward = directive('phuong', 'Chỉ thị mẫu một', {
      ...number,
      issuedDate: '2024-03-01',
      organ: { id: 'p', name: 'Ủy ban nhân dân phường Mẫu' },
    });
    const province = directive('tinh', 'Chỉ thị mẫu hai', {
      ...number,
      issuedDate: '2023-02-02',
      organ: { id: 't', name: 'Ủy ban nhân dân tỉnh Mẫu' },
    });
    const feed = [ward, province];
    expect(await links('Theo Chỉ thị số 01/CT-UBND, mẫu.', feed)).to.deep.equal([]);
    const whole = 'Theo Chỉ thị số 01/CT-UBND ngày 02/02/2023 của UBND tỉnh Mẫu.\nTheo Chỉ thị số 01/CT-UBND, mẫu.';
    expect(await links(whole, feed)).to.deep.equal([
      ['Chỉ thị số 01/CT-UBND', 'doc=tinh'],
      ['Chỉ thị số 01/CT-UBND', 'doc=tinh'],
    ]);
  });

  it('knows a law by name from the document, else from the feed', async () => {
    expect(await links('Theo Bộ luật Lao động mẫu thì làm vậy.', [law])).to.deep.equal([
      ['Bộ luật Lao động mẫu', 'doc=luat'],
    ]);
    expect(await links('Theo Bộ luật Lao động mẫu thì làm vậy.')).to.deep.equal([]);
  });

  it('knows what "này" is', async () => {
    const text =
      'Theo Nghị định số 98/2023/NĐ-CP.\nĐiều 1. Một\n1. Theo khoản 2 Điều này.\n2. Theo khoản này và Chỉ thị này.\n' +
      'Điều 2. Hai\nTheo Nghị định này.';
    expect(await links(text, [decree], {}, 'Chỉ thị mẫu')).to.deep.equal([
      ['Nghị định số 98/2023/NĐ-CP', 'doc=nd'],
      ['khoản 2 Điều này', 'dieu-1-khoan-2'],
      ['khoản này', 'dieu-1-khoan-2'],
      ['Nghị định này', 'doc=nd'],
    ]);
    // Where nothing says what it is itself, that may be itself.
    expect((await links(text, [decree])).map(([said]) => said)).to.not.include('Nghị định này');
  });

  it('links each of several sections, and none of another act', async () => {
    const text =
      'Điều 1. Một\n1. Mẫu.\n2. Mẫu:\na) Mẫu;\nb) Mẫu.\nĐiều 2. Hai\nTheo điểm a, b khoản 2 Điều 1 và các Điều 1, 2.\n' +
      'Điều 3. Ba\nTheo Điều 1, Điều 2 Luật mẫu.';
    expect(await links(text)).to.deep.equal([
      ['điểm a', 'dieu-1-khoan-2-diem-a'],
      ['b khoản 2 Điều 1', 'dieu-1-khoan-2-diem-b'],
      ['Điều 1', 'dieu-1'],
      ['2', 'dieu-2'],
    ]);
  });

  it('links nothing that an amendment quotes, however many paragraphs that has', async () => {
    const text =
      'Điều 1. Sửa đổi, bổ sung một số điều\n“Điều 5. Mẫu\n1. Theo Nghị định số 98/2023/NĐ-CP và Điều 1.\n2. Theo Điều 2.”\n' +
      'Điều 2. Hai\nTheo Điều 1 của Nghị định này.';
    expect(await links(text, [decree])).to.deep.equal([['Điều 1', 'dieu-1']]);
  });

  it('keeps to the annex within an annex, and knows there what the document names', async () => {
    const text =
      'Căn cứ Bộ luật Mẫu số 45/2019/QH14;\nĐiều 1. Ban hành\nMẫu.\nĐiều 2. Hiệu lực\nMẫu./.\nNơi nhận:\n- Như trên.\n' +
      'QUY CHẾ\nLàm việc của tổ mẫu\nĐiều 1. Một\n1. Theo Điều 2 và khoản 1 Điều này.\nĐiều 2. Hai\nTheo Bộ luật Mẫu.';
    expect((await links(text, [law])).slice(1)).to.deep.equal([
      ['Điều 2', 'phu-luc-1-dieu-2'],
      ['khoản 1 Điều này', 'phu-luc-1-dieu-1-khoan-1'],
      ['Bộ luật Mẫu', 'doc=luat'],
    ]);
  });

  it('finds what is written in decomposed letters, and changes none of them', async () => {
    const text = 'Theo Chỉ thị số 01/CT-UBND và khoản 2 Điều 1.\nĐiều 1. Một\n1. Mẫu.\n2. Mẫu.'.normalize('NFD');
    const feed = feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: text }), DIRECTIVE);
    const widget = await viewer(feed, 'item="a"');
    expect(all(widget, 'a.citation').map((link) => words(link)?.normalize())).to.deep.equal([
      'Chỉ thị số 01/CT-UBND',
      'khoản 2 Điều 1',
    ]);
    expect(words(one(widget, '.text'))).to.contain(text.split('\n')[0]);
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(one(widget, 'a.citation'));
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
  });
});

import { expect } from 'chai';
import { outlineHtml } from '../../src/text/outline-html.js';
import type { NodeBlock, OutlineBlock, OutlinedDocument } from '../../src/text/outline.js';
import { allSections, plainText } from '../../src/text/plain-text.js';
import { tree } from './tree.js';

function fragment(markup: string): DocumentFragment {
  return document.createRange().createContextualFragment(markup);
}

const outline = (markup: string): OutlinedDocument => outlineHtml(fragment(markup));

function nodeOf(block: OutlineBlock | undefined): Element {
  expect(block?.kind).to.equal('node');
  return (block as NodeBlock).node;
}

describe('outlineHtml', () => {
  it('outlines paragraphs as it does plain text', () => {
    const found = outline(`
      <h2>CHỈ THỊ</h2>
      <p>Nhằm thực hiện:</p>
      <p><strong>1.</strong> Một:</p><p>a) x;</p><p>b) y.</p>
      <p style="margin-left:3em">2. Hai./.</p>
      <p>Quốc Vũ</p>`);
    expect(found.title?.text).to.equal('CHỈ THỊ');
    expect(found.preamble.map(({ text }) => text)).to.deep.equal(['Nhằm thực hiện:']);
    expect(tree(found)).to.equal('khoan-1(khoan-1-diem-a khoan-1-diem-b) khoan-2');
    expect(found.endMark).to.deep.equal({ text: './.', glued: true });
    expect(found.signOff.map(({ kind }) => kind)).to.deep.equal(['postedBy']);
  });

  it('hands the caller its own elements', () => {
    const root = fragment('<p id="one">1. <em>Một</em>.</p><p>2. Hai.</p>');
    const own = root.querySelector('#one');
    expect(nodeOf(outlineHtml(root).sections[0]?.blocks[0])).to.equal(own);
  });

  it('leaves the given tree as it was', () => {
    const root = fragment('lời<p>1. Một<br>2. Hai</p><div>3. Ba<em>./.</em></div><p>Quốc Vũ</p>');
    const before = root.cloneNode(true);
    outlineHtml(root);
    expect(root.isEqualNode(before)).to.equal(true);
  });

  it('parts a paragraph at its line breaks, inline elements included', () => {
    const found = outline('<p class="k" id="p">Mở:<br><b>1. Một <i>hai<br/>2.</i> Hai</b><br><br>3. Ba</p>');
    expect(tree(found)).to.equal('khoan-1 khoan-2 khoan-3');
    const second = nodeOf(found.sections[1]?.blocks[0]);
    expect(second.outerHTML).to.equal('<p class="k"><b><i>2.</i> Hai</b></p>');
    expect(nodeOf(found.preamble[0]).id).to.equal('p');
  });

  it('looks into wrappers, and makes paragraphs of loose text', () => {
    const found = outline('<div><div>Mở <em>đầu</em>:<section><p>1. Một.</p></section>2. <b>Hai</b>.</div></div>');
    expect(found.preamble.map(({ text }) => text)).to.deep.equal(['Mở đầu:']);
    expect(tree(found)).to.equal('khoan-1 khoan-2');
    expect(nodeOf(found.sections[1]?.blocks[0]).outerHTML).to.equal('<p>2. <b>Hai</b>.</p>');
  });

  it('keeps lists, tables and quotations whole, and their words apart', () => {
    const found = outline(
      '<p>1. Một:</p><ol><li>1. x</li><li>2. y</li></ol><blockquote><p>2. Trích</p></blockquote>' +
        '<table><tbody><tr><td>2. a</td><td>b</td></tr></tbody></table><p>2. Hai.</p>',
    );
    expect(tree(found)).to.equal('khoan-1 khoan-2');
    expect(found.sections[0]?.blocks.map(({ text }) => text)).to.deep.equal([
      '1. Một:',
      '1. x 2. y',
      '2. Trích',
      '2. a b',
    ]);
  });

  it('takes no table for a title or a heading, and a sign-off table for a sign-off', () => {
    const table = (words: string): string => `<table><tbody><tr><td>${words}</td></tr></tbody></table>`;
    const found = outline(
      `${table('CHỈ THỊ')}<p>CHỈ THỊ</p><p>Chương I</p>${table('BẢNG')}<p>Điều 1. Hết./.</p>` +
        table(`Nơi nhận: ${'- Như trên; '.repeat(30)}</td><td>CHỦ TỊCH`),
    );
    expect(found.letterhead.length).to.equal(1);
    expect(found.title?.text).to.equal('CHỈ THỊ');
    expect(found.sections[0]?.derived).to.equal(true);
    expect(found.signOff.map(({ kind }) => kind)).to.deep.equal(['other']);
  });

  it('keeps pictures and rules, which have no words', () => {
    const found = outline('<p>1. Một:</p><p><img alt="" src="data:,"></p><hr><p> </p><p>2. Hai.</p>');
    expect(found.sections[0]?.blocks.map((block) => nodeOf(block).tagName)).to.deep.equal(['P', 'P', 'HR']);
  });

  it('takes the end mark out of whatever element it ends in', () => {
    for (const markup of ['<p>1. Hết./.</p>', '<p>1. Hết<b>.</b>/.</p>', '<p>1. <b>Hết<i>./.</i></b> </p>']) {
      const found = outline(markup);
      expect(found.endMark, markup).to.deep.equal({ text: './.', glued: true });
      expect(nodeOf(found.sections[0]?.blocks[0]).textContent.trim()).to.equal('1. Hết');
    }
    expect(outline('<p>1. Hết.</p><p>./.</p>').endMark).to.deep.equal({ text: './.', glued: false });
  });

  it('indents by NBSP mean nothing here either', () => {
    const found = outline('<p>&nbsp; &nbsp; 1. Một.</p><p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;2. Hai.</p>');
    expect(tree(found)).to.equal('khoan-1 khoan-2');
  });

  it('gives offsets into the block texts, joined by line feeds', () => {
    const found = outline('<p>Mở:</p><p>1. Một.</p><p>7. Bảy.</p>');
    const [issue] = found.issues;
    expect(issue?.kind).to.equal('out-of-sequence');
    expect(plainText(found).slice(issue!.offset)).to.equal('7. Bảy.');
  });

  it('loses no word', () => {
    const found = outline(
      '<div>a <b>b</b><p>1. c<br>d</p>e</div><ul><li>f</li><li>g</li></ul><p>2. h ./.</p><p>i k</p>',
    );
    expect(plainText(found).split(/\s+/).join(' ')).to.equal('a b 1. c d e f g 2. h ./. i k');
  });

  it('outlines an element as well as a fragment, and nothing as nothing', () => {
    const box = document.createElement('div');
    box.append(fragment('<p>1. Một.</p>'));
    expect([...allSections(outlineHtml(box).sections)].length).to.equal(1);
    expect(plainText(outline(''))).to.equal('');
  });
});

describe('outlineHtml, of a text that has headings and no numbers', () => {
  const named = (markup: string, title?: string) => outlineHtml(fragment(markup), title === undefined ? {} : { title });
  const labels = (found: OutlinedDocument) => [...allSections(found.sections)].map(({ label }) => label);

  it('makes sections of the headings, those of a lower level within those of a higher one', () => {
    const markup =
      '<h1>Hướng dẫn mẫu</h1><p>Mở đầu mẫu.</p><h2>Đối tượng &amp; phạm vi</h2><p>Mẫu một.</p><h3>Chi tiết</h3><ul><li>Mẫu hai</li></ul>' +
      '<h2>Ghi chú</h2><p>Mẫu ba.</p>';
    const found = named(markup);
    expect(found.title?.text).to.equal('Hướng dẫn mẫu');
    expect(found.preamble.map(({ text }) => text)).to.deep.equal(['Mở đầu mẫu.']);
    expect(tree(found)).to.equal('muc-doi-tuong-pham-vi(muc-chi-tiet) muc-ghi-chu');
    const [section] = found.sections;
    expect(section).to.include({ level: 'headed', number: '', marker: '', derived: false, headingBlocks: 1 });
    expect(section?.label).to.equal('Đối tượng & phạm vi');
    expect(plainText(found)).to.equal(
      'Hướng dẫn mẫu\nMở đầu mẫu.\nĐối tượng & phạm vi\nMẫu một.\nChi tiết\nMẫu hai\nGhi chú\nMẫu ba.',
    );
  });

  it('begins with the first heading where that ranks with the others, and leaves the title what it is', () => {
    const body = '<h2>Mục đích mẫu</h2><p>Mẫu.</p><h2>Yêu cầu mẫu</h2><p>Mẫu.</p>';
    for (const found of [named(body), named(body, 'Văn bản mẫu')]) {
      expect(found.title).to.equal(undefined);
      expect(labels(found)).to.deep.equal(['Mục đích mẫu', 'Yêu cầu mẫu']);
    }
    // The known title, a kind of document, and one of a higher level with a section straight below it.
    expect(labels(named(`<h2>Văn bản mẫu</h2>${body}`, 'Văn bản mẫu'))).to.deep.equal(['Mục đích mẫu', 'Yêu cầu mẫu']);
    expect(named(`<h2>Thông báo mẫu</h2><p>Mẫu.</p>${body}`).title?.text).to.equal('Thông báo mẫu');
    const below = named(`<h1>Tên mẫu</h1>${body}`);
    expect([below.title?.text, ...labels(below)]).to.deep.equal(['Tên mẫu', 'Mục đích mẫu', 'Yêu cầu mẫu']);
  });

  it('gives each an id of its own, of its words, in ASCII, and no long one', () => {
    const long = 'Một tên mẫu dài '.repeat(20);
    const found = named(
      `<p>Mẫu.</p><h2>Ghi chú</h2><h2>GHI CHÚ:</h2><h2>Ghi chú</h2><h2>注</h2><h2>${long}</h2><h2>Phụ lục 1</h2>`,
    );
    const ids = found.sections.map(({ id }) => id);
    expect(ids.slice(0, 4)).to.deep.equal(['muc-ghi-chu', 'muc-ghi-chu_2', 'muc-ghi-chu_3', 'muc']);
    expect(ids[4]).to.match(/^muc-mot-ten-mau-dai(?:-[a-z]+)+$/);
    expect(ids[4]?.length).to.be.at.most(64);
    expect(ids[5]).to.equal('muc-phu-luc-1');
    expect(found.sections[4]?.label).to.equal(long.trim());
  });

  it('makes none of a text without headings', () => {
    expect(named('<p>Mở.</p><p>Mẫu.</p>').sections).to.deep.equal([]);
    // A heading of a picture says nothing.
    expect(named('<p>Mở.</p><h2><img src="x.png"></h2><p>Mẫu.</p>').sections).to.deep.equal([]);
  });
});

describe('outlineHtml, of a text with numbers and with headings that have none', () => {
  const outlined = (markup: string) => {
    const found = outline(markup);
    expect(plainText(found).replace(/\s/g, '')).to.equal(fragment(markup).textContent.replace(/\s/g, ''));
    return tree(found);
  };

  it('has the numbers below their heading, and lets them begin again below each', () => {
    expect(
      outlined(
        '<h1>Kế hoạch mẫu</h1><h2>Mục đích</h2><p>1. Một mẫu.</p><p>2. Hai mẫu.</p><h2>Yêu cầu</h2><p>1. Ba mẫu:</p>' +
          '<p>a) Mẫu;</p><p>b) Mẫu.</p><p>2. Bốn mẫu.</p>',
      ),
    ).to.equal(
      'muc-muc-dich(muc-muc-dich-khoan-1 muc-muc-dich-khoan-2) ' +
        'muc-yeu-cau(muc-yeu-cau-khoan-1(muc-yeu-cau-khoan-1-diem-a muc-yeu-cau-khoan-1-diem-b) muc-yeu-cau-khoan-2)',
    );
  });

  it('goes on counting where the text does', () => {
    expect(outlined('<p>Mở:</p><h2>Một</h2><p>1. A.</p><p>2. B.</p><h2>Hai</h2><p>3. C.</p><p>4. D.</p>')).to.equal(
      'muc-mot(muc-mot-khoan-1 muc-mot-khoan-2) muc-hai(muc-hai-khoan-3 muc-hai-khoan-4)',
    );
    expect(outlined('<p>Mở:</p><h2>1. Một</h2><p>M.</p><h2>2. Hai</h2><p>M.</p><h2>Ghi chú</h2><p>M.</p>')).to.equal(
      'khoan-1 khoan-2 muc-ghi-chu',
    );
  });

  it('puts a heading below what ranks above it, numbered or not, and articles where their chapter is', () => {
    const articles = '<h3>Điều 1. A</h3><p>M.</p><h4>Ví dụ</h4><p>M.</p><h3>Điều 2. B</h3><p>M.</p>';
    expect(outlined(`<h2>Chương I</h2><h2>CHUNG</h2>${articles}<h2>Ghi chú</h2><p>M.</p><h2>Chương II</h2>`)).to.equal(
      'chuong-1(dieu-1(muc-vi-du) dieu-2) muc-ghi-chu chuong-2',
    );
    expect(outlined('<p>Chương I</p><p>CHUNG</p><p>Điều 1. A</p><p>M.</p><h3>Ví dụ</h3><p>Điều 2. B</p>')).to.equal(
      'chuong-1(dieu-1 muc-vi-du(dieu-2))',
    );
    expect(
      outlined('<p>Mở:</p><h3>Bậc ba</h3><p>1. A.</p><h2>Bậc hai</h2><p>1. B.</p><h3>Dưới</h3><p>1. C.</p>'),
    ).to.equal('muc-bac-ba(muc-bac-ba-khoan-1) muc-bac-hai(muc-bac-hai-khoan-1 muc-duoi(muc-duoi-khoan-1))');
  });

  it('takes neither the name of a chapter nor the word that enacts for a section, nor what is quoted', () => {
    expect(
      outlined(
        '<p>Căn cứ mẫu;</p><h2>QUYẾT ĐỊNH:</h2><h3>Chương I</h3><h3>QUY ĐỊNH</h3><h3>CHUNG</h3><p>Điều 1. A</p><p>Sửa như sau:</p>' +
          '<p>“Điều 9. B</p><h3>Ghi chú</h3><p>M.”.</p><p>Điều 2. C</p>',
      ),
    ).to.equal('chuong-1(dieu-1 dieu-2)');
  });
});

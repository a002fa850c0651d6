import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { citedNames, findCitations } from '../../../src/text/citations.js';
import { sectionCitation } from '../../../src/text/citation-of.js';
import { outlineText } from '../../../src/text/outline.js';
import { atOnce } from '../../../src/text/steps.js';
import { forms, nearMisses, ownNearMisses } from './corpus.js';
import { measureCitations } from './measure.js';

const all = forms();
const near = nearMisses();

describe('citations in real documents', () => {
  for (const { name, count, nearMisses: nearCount, missed, wrong, recall, precision } of measureCitations()) {
    it(`finds 98 of 100, and no more than two wrong ones: ${name}`, (context) => {
      context.diagnostic(
        `${count} forms, ${nearCount} near misses: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
      );
      assert.ok(recall >= 0.98, `${recall.toFixed(3)}: ${missed.join('\n')}`);
      assert.ok(precision >= 0.98, `${precision.toFixed(3)}: ${wrong.join('\n')}`);
    });
  }

  it('has 300 different forms of 20 documents and more, a quarter of them set aside', () => {
    assert.ok(new Set(all.map(({ document }) => document)).size >= 20);
    assert.ok(all.length >= 300, String(all.length));
    assert.equal(new Set(all.map(({ form }) => form)).size, all.length);
    const setAside = all.filter((form) => form.setAside);
    assert.ok(setAside.length >= all.length / 4, String(setAside.length));
    assert.ok(near.filter((one) => one.setAside).length >= near.length / 4);
  });

  it('has 150 different near misses of 20 documents and more, each named, and as many of our own', () => {
    assert.ok(near.length >= 150, String(near.length));
    assert.equal(new Set(near.map(({ words }) => words)).size, near.length);
    assert.ok(near.every(({ document }) => document !== ''));
    assert.ok(new Set(near.map(({ document }) => document)).size >= 20);
    assert.ok(ownNearMisses.length >= 150, String(ownNearMisses.length));
    assert.equal(new Set(ownNearMisses).size, ownNearMisses.length);
  });
});

describe('findCitations', () => {
  const cited = (text: string, known?: readonly string[]) =>
    findCitations(text, atOnce(citedNames(known ?? [text]))).map((citation) => [
      text.slice(citation.start, citation.end),
      citation.kind === 'document' ? citation.number.text : citation.section,
    ]);

  it('takes the type and “số” along', () => {
    assert.deepEqual(cited('Theo Nghị định số 98/2023/NĐ-CP, mẫu.'), [['Nghị định số 98/2023/NĐ-CP', '98/2023/NĐ-CP']]);
    assert.deepEqual(cited('Xem 98/2023/NĐ-CP.'), [['98/2023/NĐ-CP', '98/2023/NĐ-CP']]);
  });

  it('resolves a later short form and a law by its name, through the whole document', () => {
    const known = ['Luật Thi đua, khen thưởng số 06/2022/QH15 và Nghị định số 98/2023/NĐ-CP.'];
    assert.deepEqual(cited('Theo Luật Thi đua, khen thưởng và Nghị định 98/2023.', known), [
      ['Luật Thi đua, khen thưởng', '06/2022/QH15'],
      ['Nghị định 98/2023', '98/2023/NĐ-CP'],
    ]);
    assert.deepEqual(cited('Theo Luật Thi đua và Nghị định 99/2023.', known), []);
  });

  it('leaves a short form alone that two documents share', () => {
    assert.deepEqual(cited('Quyết định 12/2025.', ['Quyết định 12/2025/QĐ-UBND', 'Quyết định số 12/2025/QĐ-TTg']), []);
  });

  it('finds sections of the same document, none of another, not its own number', () => {
    assert.deepEqual(cited('Theo điểm đ khoản 2 Điều 5 và Điều 7 của Nghị định này.'), [
      ['điểm đ khoản 2 Điều 5', 'dieu-5-khoan-2-diem-dd'],
      ['Điều 7', 'dieu-7'],
    ]);
    assert.deepEqual(cited('Điều 3. Tên điều mẫu'), []);
    assert.deepEqual(cited('Theo khoản 1 Điều 3 Luật mẫu và Điều 5 của Thông tư mẫu.'), []);
  });

  it('links nothing inside a quotation', () => {
    assert.deepEqual(cited('Sửa thành “theo Điều 5 và Nghị định số 98/2023/NĐ-CP”, còn Điều 6 giữ nguyên.'), [
      ['Điều 6', 'dieu-6'],
    ]);
  });

  it('links nothing in any paragraph of a quotation of several', () => {
    const paragraphs = [
      'Điều 1. Sửa đổi, bổ sung như sau:',
      '“Điều 5. Mẫu',
      '1. Theo Nghị định số 98/2023/NĐ-CP và Điều 6.',
      '2. Theo Nghị định số 99/2023/NĐ-CP và Điều 7.”, và Nghị định số 97/2023/NĐ-CP.',
      '3. Theo Điều 8.',
    ];
    const known = atOnce(citedNames(paragraphs));
    const words = paragraphs.map((text) => findCitations(text, known).map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(words, [[], [], [], ['Nghị định số 97/2023/NĐ-CP'], ['Điều 8']]);
  });

  it('takes a law’s name from its own number, not from that of the act that changes it', () => {
    const known = [
      'Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11;',
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng số 39/2013/QH13;',
      'Căn cứ Luật Đầu tư và Luật Doanh nghiệp số 59/2020/QH14;',
    ];
    assert.deepEqual(cited('Theo Luật Thi đua, khen thưởng.', known), [['Luật Thi đua, khen thưởng', '15/2003/QH11']]);
    assert.deepEqual(cited('Theo Luật Đầu tư và Luật Doanh nghiệp.', known), [['Luật Doanh nghiệp', '59/2020/QH14']]);
  });

  it('leaves alone what is the name of two, however often they are named', () => {
    const known = ['Luật Mẫu số 1/2013/QH13, Luật Mẫu số 2/2024/QH15, Luật Mẫu số 1/2013/QH13.'];
    assert.deepEqual(cited('Theo Luật Mẫu.', known), []);
    const numbers = ['Quyết định 12/2025/QĐ-UBND', 'Quyết định 12/2025/QĐ-TTg', 'Quyết định số 12/2025/QĐ-UBND'];
    assert.deepEqual(cited('Theo Quyết định 12/2025.', numbers), []);
  });

  it('finds everything in decomposed letters, at its place in the text as written', () => {
    const text =
      'Theo Luật Thi đua, khen thưởng số 06/2022/QH15 và khoản 2 Điều 5; Luật Thi đua, khen thưởng.'.normalize('NFD');
    assert.deepEqual(
      cited(text).map(([words]) => words?.normalize()),
      ['06/2022/QH15', 'khoản 2 Điều 5', 'Luật Thi đua, khen thưởng'],
    );
  });

  it('says when and by whom it was issued, wherever that is said', () => {
    const first = 'Căn cứ Chỉ thị số 01/CT-UBND ngày 02/02/2023 của UBND tỉnh Mẫu về việc thử;';
    const known = atOnce(citedNames([first, 'Theo Chỉ thị số 01/CT-UBND.']));
    const issued = { date: '2023-02-02', organ: 'UBND tỉnh Mẫu' };
    for (const text of [first, 'Theo Chỉ thị số 01/CT-UBND.']) {
      const [citation] = findCitations(text, known);
      const { date, organ } = (citation?.kind === 'document' && citation.issued) || {};
      assert.deepEqual({ date, organ }, issued);
    }
  });

  it('says nothing of that for a number that two organs gave', () => {
    const known = atOnce(
      citedNames([
        'Chỉ thị số 01/CT-UBND ngày 02/02/2023, Chỉ thị số 01/CT-UBND ngày 3 tháng 4 năm 2024.',
        '01/CT-UBND',
      ]),
    );
    const [citation] = findCitations('Theo Chỉ thị số 01/CT-UBND.', known);
    assert.deepEqual(citation?.kind === 'document' && citation.issued, {});
  });

  it('knows what “Nghị định này” is: the one that a document of another kind names', () => {
    const known = atOnce(
      citedNames(['Nghị định số 98/2023/NĐ-CP', 'Thông tư số 1/2023/TT-BNV, Thông tư số 2/2023/TT-BNV']),
    );
    const words = (text: string, own?: readonly string[]) =>
      findCitations(text, known, undefined, own && new Set(own)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(words('Theo Nghị định này.', ['chỉ thị']), ['Nghị định này']);
    assert.deepEqual(words('Theo Nghị định này.', ['nghị định']), []);
    assert.deepEqual(words('Theo Nghị định này.'), []);
    assert.deepEqual(words('Theo Thông tư này.', ['chỉ thị']), []);
  });
});

describe('sectionCitation', () => {
  const outlined = outlineText('Chương I\nCHUNG\nĐiều 1. Một\n1. Mẫu:\na) Một;\nb) Hai.\n2. Mẫu.\nĐiều 2. Hai\nMẫu.');

  it('names a section from the inside out, without the chapter', () => {
    assert.equal(sectionCitation(outlined, 'dieu-1-khoan-1-diem-b'), 'điểm b khoản 1 Điều 1');
    assert.equal(sectionCitation(outlined, 'chuong-1'), 'Chương I');
    assert.equal(sectionCitation(outlined, 'khong-co'), undefined);
  });

  it('says of which annex it is', () => {
    const decision = 'Điều 1. Ban hành\nMẫu.\nĐiều 2. Hiệu lực\nMẫu./.\nNơi nhận:\n- Như trên.';
    const rules = outlineText(`${decision}\nQUY CHẾ\nLàm việc của tổ mẫu\nĐiều 1. Một\n1. Mẫu.\n2. Mẫu.`);
    assert.equal(rules.annexes.length, 1);
    assert.equal(sectionCitation(rules, 'phu-luc-1-dieu-1-khoan-2'), 'khoản 2 Điều 1 Quy chế ban hành kèm theo');
    const annex = outlineText(`${decision}\nPHỤ LỤC II\nMẫu đơn\n1. Mẫu.\n2. Mẫu.`);
    assert.equal(sectionCitation(annex, 'phu-luc-1-khoan-2'), 'khoản 2 Phụ lục II ban hành kèm theo');
    assert.equal(sectionCitation(annex, 'phu-luc-1'), 'Phụ lục II ban hành kèm theo');
    assert.equal(sectionCitation(annex, 'phu-luc-2'), undefined);
  });
});

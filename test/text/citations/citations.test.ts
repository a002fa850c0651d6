import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { citedNames, findCitations } from '../../../src/text/citations.js';
import { sectionCitation } from '../../../src/text/citation-of.js';
import { outlineText } from '../../../src/text/outline.js';
import { atOnce } from '../../../src/text/steps.js';
import { forms, nearMisses, type Form } from './corpus.js';

/** Numbers found at the very place, and everything else that was taken for one. */
function measure(of: readonly Form[]) {
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { sentence, number, start, document } of of) {
    const found = findCitations(sentence).filter(({ kind }) => kind === 'document');
    const right = found.filter(({ start: from, end }) => end === start + number.length && from <= start);
    if (right.length === 0) missed.push(`${number} in “${sentence}” (${document})`);
    for (const other of found) if (!right.includes(other)) wrong.push(sentence.slice(other.start, other.end));
  }
  return { missed, wrong };
}

const all = forms();
const isHeldOut = (_: Form, index: number) => index % 4 === 3;
const open = all.filter((form, index) => !isHeldOut(form, index));
const heldOut = all.filter(isHeldOut);
const falsePositives = nearMisses.flatMap((text) =>
  findCitations(text).flatMap((citation) =>
    citation.kind === 'document' ? [text.slice(citation.start, citation.end)] : [],
  ),
);

describe('citations in real documents', () => {
  for (const [name, of] of [
    ['what was looked at while it was written', open],
    ['what was set aside', heldOut],
  ] as const) {
    it(`finds 98 of 100, and no more than two wrong ones: ${name}`, (context) => {
      const { missed, wrong } = measure(of);
      const share = of.length / all.length;
      const right = of.length - missed.length;
      const recall = right / of.length;
      const precision = right / (right + wrong.length + falsePositives.length * share);
      context.diagnostic(
        `${of.length} forms, ${nearMisses.length} near misses: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
      );
      assert.ok(recall >= 0.98, `${recall.toFixed(3)}: ${missed.join('\n')}`);
      assert.ok(precision >= 0.98, `${precision.toFixed(3)}: ${[...wrong, ...falsePositives].join('\n')}`);
    });
  }

  it('has 300 different forms of 20 documents and more, and near misses of many kinds', () => {
    assert.ok(new Set(all.map(({ document }) => document)).size >= 20);
    assert.ok(all.length >= 300, String(all.length));
    assert.equal(new Set(all.map(({ form }) => form)).size, all.length);
    assert.ok(nearMisses.length >= 150, String(nearMisses.length));
    assert.equal(new Set(nearMisses).size, nearMisses.length);
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
});

describe('sectionCitation', () => {
  const outlined = outlineText('Chương I\nCHUNG\nĐiều 1. Một\n1. Mẫu:\na) Một;\nb) Hai.\n2. Mẫu.\nĐiều 2. Hai\nMẫu.');

  it('names a section from the inside out, without the chapter', () => {
    assert.equal(sectionCitation(outlined, 'dieu-1-khoan-1-diem-b'), 'điểm b khoản 1 Điều 1');
    assert.equal(sectionCitation(outlined, 'chuong-1'), 'Chương I');
    assert.equal(sectionCitation(outlined, 'khong-co'), undefined);
  });
});

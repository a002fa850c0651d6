import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outlineText } from '../../src/text/outline.js';
import { allSections } from '../../src/text/plain-text.js';
import { tree } from './tree.js';

const outline = (...lines: string[]) => outlineText(lines.join('\n'));
const sectionOf = (text: string, id: string) =>
  [...allSections(outlineText(text).sections)].find((section) => section.id === id);

describe('levels', () => {
  it('nests phần, chương, mục, tiểu mục, điều, khoản and điểm', () => {
    const found = outline(
      'PHẦN THỨ NHẤT',
      'QUY ĐỊNH CHUNG',
      'Chương I',
      'PHẠM VI',
      'Mục 1',
      'ĐỐI TƯỢNG',
      'Tiểu mục 1',
      'NGƯỜI ÁP DỤNG',
      'Điều 1. Phạm vi',
      '1. Quy định này áp dụng cho:',
      'a) cơ quan;',
      'b) tổ chức.',
      '2. Không áp dụng cho cá nhân.',
      'Điều 2. Đối tượng',
      'Chương II',
      'THỰC HIỆN',
      'Điều 3. Trách nhiệm',
      'PHẦN THỨ HAI',
      'ĐIỀU KHOẢN THI HÀNH',
      'Điều 4. Hiệu lực',
    );
    assert.equal(
      tree(found),
      'phan-1(chuong-1(chuong-1-muc-1(chuong-1-muc-1-tieu-muc-1(' +
        'dieu-1(dieu-1-khoan-1(dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b) dieu-1-khoan-2) dieu-2))) ' +
        'chuong-2(dieu-3)) phan-2(dieu-4)',
    );
    assert.deepEqual(
      [...allSections(found.sections)].slice(0, 7).map(({ level }) => level),
      ['part', 'chapter', 'section', 'subsection', 'article', 'clause', 'point'],
    );
  });

  it('counts articles on through chapters and Roman chapters beyond ten', () => {
    const lines = [];
    const numerals = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
    for (const [i, numeral] of numerals.entries()) {
      lines.push(`Chương ${numeral}`, 'TÊN CHƯƠNG', `Điều ${i + 1}. Tên điều`, 'Lời.');
    }
    assert.equal(tree(outline(...lines)), numerals.map((_, i) => `chuong-${i + 1}(dieu-${i + 1})`).join(' '));
  });

  it('starts mục and khoản anew under every parent', () => {
    const found = outline('Chương I', 'MỘT', 'Mục 1', 'A', 'Mục 2', 'B', 'Chương II', 'HAI', 'Mục 1', 'C');
    assert.equal(tree(found), 'chuong-1(chuong-1-muc-1 chuong-1-muc-2) chuong-2(chuong-2-muc-1)');
  });

  it('puts Arabic numbers under Roman ones, and capitals above them', () => {
    const found = outline(
      'A. TÌNH HÌNH',
      'I. KẾT QUẢ',
      '1. Việc thứ nhất.',
      '2. Việc thứ hai.',
      'II. HẠN CHẾ',
      '1. Việc khác.',
      'B. NHIỆM VỤ',
      'I. MỤC TIÊU',
      '1. Chung.',
      '1.1. Trước mắt.',
      '1.2. Lâu dài.',
      '2. Cụ thể.',
    );
    assert.equal(
      tree(found),
      'phan-a(phan-a-muc-1(phan-a-muc-1-khoan-1 phan-a-muc-1-khoan-2) phan-a-muc-2(phan-a-muc-2-khoan-1)) ' +
        'phan-b(phan-b-muc-1(phan-b-muc-1-khoan-1(phan-b-muc-1-khoan-1-khoan-1 phan-b-muc-1-khoan-1-khoan-2) phan-b-muc-1-khoan-2))',
    );
  });

  it('divides an article by Roman numbers where a decision approves a scheme', () => {
    const found = outline(
      'Điều 1. Phê duyệt Kế hoạch với các nội dung sau:',
      'I. MỤC TIÊU',
      '1. Chung.',
      'II. NHIỆM VỤ',
      'Điều 2. Tổ chức thực hiện.',
    );
    assert.equal(tree(found), 'dieu-1(dieu-1-muc-1(dieu-1-muc-1-khoan-1) dieu-1-muc-2) dieu-2');
  });

  it('takes bare numbers as khoản of the document', () => {
    assert.equal(tree(outline('Yêu cầu:', '1. Một;', '2. Hai;', '3/ Ba;')), 'khoan-1 khoan-2 khoan-3');
  });

  it('letters points with đ and without f, j, w, z', () => {
    const found = outline(
      '1. Gồm:',
      ...'a b c d đ e g h i'.split(' ').map((letter) => `${letter}) điểm ${letter};`),
      'f) không phải điểm;',
      'k) điểm k.',
    );
    assert.equal(
      tree(found),
      `khoan-1(${['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h', 'i', 'k'].map((letter) => `khoan-1-diem-${letter}`).join(' ')})`,
    );
    const last = found.sections[0]?.children[8];
    assert.deepEqual(
      last?.blocks.map(({ text }) => text),
      ['i) điểm i;', 'f) không phải điểm;'],
    );
  });

  it('goes on after e where the writer left đ out, and says so', () => {
    const found = outline('1. Gồm:', 'a) a;', 'b) b;', 'c) c;', 'd) d;', 'e) e;', 'g) g.');
    assert.equal(found.sections[0]?.children.length, 6);
    assert.deepEqual(
      found.issues.map(({ kind, text }) => [kind, text]),
      [['number-gap', 'e)']],
    );
  });

  it('knows articles and clauses that an amendment has put in between', () => {
    const found = outline('Điều 1. A', 'Điều 1a. B', 'Điều 1b. C', 'Điều 2. D', '1. x', '1a. y', '2. z');
    assert.equal(tree(found), 'dieu-1 dieu-1a dieu-1b dieu-2(dieu-2-khoan-1 dieu-2-khoan-1a dieu-2-khoan-2)');
  });

  it('keeps number and marker as written', () => {
    const text = 'Chương II.\nHAI\nĐiều 7a. Tên\nđ) x';
    const first = outlineText(`Chương I\nMỘT\nĐiều 7. Tên\n${text}`);
    assert.equal(tree(first), 'chuong-1 chuong-2');
    const [chapter] = first.sections.slice(1);
    assert.deepEqual([chapter?.number, chapter?.marker], ['II', 'Chương II.']);
    assert.equal(sectionOf('Phần thứ nhất\nMỘT', 'phan-1')?.number, 'thứ nhất');
  });

  it('reads decomposed text and an eth for Đ like any other', () => {
    const text = 'Chương I\nMỞ ĐẦU\nĐiều 1. Phạm vi\nLời.\nĐiều 2. Đối tượng\nLời.';
    assert.equal(tree(outlineText(text.normalize('NFD'))), 'chuong-1(dieu-1 dieu-2)');
    assert.equal(tree(outlineText(text.replace(/Đ/gu, '\u00d0'))), 'chuong-1(dieu-1 dieu-2)');
    const [article] = outlineText(text.normalize('NFD')).sections[0]?.children ?? [];
    assert.equal(article?.marker, 'Điều 1.'.normalize('NFD'));
    assert.equal(article.label, 'Phạm vi'.normalize('NFD'));
  });

  it('gives every section an id of its own', () => {
    const found = outline('PHẦN I', 'MỘT', 'Chương I', 'A', 'PHẦN II', 'HAI', 'Chương I', 'B');
    assert.equal(tree(found), 'phan-1(chuong-1) phan-2(phan-2-chuong-1)');
  });
});

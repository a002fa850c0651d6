import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outlineText } from '../../../src/text/outline.js';
import { type Entry, entriesOf } from '../../../src/widgets/directive-viewer/outline-nav.js';

const tree = (entries: readonly Entry[]): unknown =>
  entries.map(({ name, children }) => (children.length > 0 ? [name, tree(children)] : name));
const entries = (text: string) => entriesOf(outlineText(text), (key) => key);

describe('entriesOf', () => {
  it('goes down to the articles, with their clauses folded', () => {
    const text = `CHƯƠNG I
QUY ĐỊNH MẪU
Điều 1. Phạm vi mẫu
1. Khoản mẫu thứ nhất.
2. Khoản mẫu thứ hai.
Điều 2. Đối tượng mẫu
Nội dung mẫu.
CHƯƠNG II
TỔ CHỨC MẪU
Điều 3. Trách nhiệm mẫu
Nội dung mẫu.`;
    assert.deepEqual(tree(entries(text)), [
      ['CHƯƠNG I QUY ĐỊNH MẪU', ['Điều 1. Phạm vi mẫu', 'Điều 2. Đối tượng mẫu']],
      ['CHƯƠNG II TỔ CHỨC MẪU', ['Điều 3. Trách nhiệm mẫu']],
    ]);
    const [first, second] = entries(text)[0]?.children ?? [];
    assert.deepEqual(tree(first?.folded?.() ?? []), ['1. Khoản mẫu thứ nhất', '2. Khoản mẫu thứ hai']);
    assert.equal(second?.folded, undefined);
  });

  it('shows two levels where there are no articles, and marks names that no heading gave', () => {
    const text = `1. Nội dung mẫu thứ nhất gồm:
a) Điểm mẫu a;
b) Điểm mẫu b.
2. Nội dung mẫu thứ hai.`;
    const found = entries(text);
    assert.deepEqual(tree(found), [
      ['1. Nội dung mẫu thứ nhất gồm', ['a) Điểm mẫu a', 'b) Điểm mẫu b']],
      '2. Nội dung mẫu thứ hai',
    ]);
    assert.deepEqual(
      found.map(({ derived }) => derived),
      [true, true],
    );
  });

  it('names an annex by its first line and puts its sections below it', () => {
    const text = `1. Nội dung mẫu thứ nhất.
2. Nội dung mẫu thứ hai./.
PHỤ LỤC I
1. Mục mẫu một.
2. Mục mẫu hai.`;
    const annex = entries(text).find(({ id }) => id === 'phu-luc-1');
    assert.ok(annex);
    assert.match(annex.name, /PHỤ LỤC I/);
    assert.deepEqual(
      annex.children.map(({ id }) => id),
      ['phu-luc-1-khoan-1', 'phu-luc-1-khoan-2'],
    );
  });

  it('is empty for a text without sections', () => {
    assert.deepEqual(entries('Chỉ một đoạn văn mẫu.'), []);
  });
});

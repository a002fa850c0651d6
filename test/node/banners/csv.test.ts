import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvCell } from '../../../src/node/banners/csv.js';

/** Cells that a spreadsheet makes of one of ours, whichever separator it takes; quotes inside a cell are no quotes to it. */
const cellsOf = (line: string) => line.split(/[,;\t\r\n]/).map((cell) => cell.replace(/^[\s"]+/, ''));

describe('a cell of CSV', () => {
  it('is written as it is where nothing in it is special', () => {
    assert.equal(csvCell('tiem-chung'), 'tiem-chung');
    assert.equal(csvCell('Cổng 2024-03-01, "bên trái"'), '"Cổng 2024-03-01, ""bên trái"""');
    assert.equal(csvCell('a=b+c@d'), 'a=b+c@d');
    assert.equal(csvCell(40), '40');
  });

  it('stands in quotes where any spreadsheet may see a separator', () => {
    for (const separator of [',', ';', '\t', '\n', '\r']) {
      assert.equal(csvCell(`a${separator}b`), `"a${separator}b"`);
    }
  });

  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
    it(`becomes no formula by ${sign}, at its beginning or behind what may be a separator`, () => {
      const formula = `${sign}1+1`;
      assert.equal(csvCell(formula), `'${formula}`);
      for (const before of ['', ' ', '"', 'x;', 'x,', 'x\t', 'x\n', 'x\r\n', 'x;"', 'x; ', '\n', '\t']) {
        for (const cell of cellsOf(csvCell(before + formula))) {
          assert.ok(!cell.startsWith(sign), JSON.stringify([before, cell]));
        }
      }
    });
  }

  it('begins with no character that a spreadsheet drops to find a formula behind it', () => {
    for (const text of ['\tx', '\rx', '\nx']) assert.equal(csvCell(text), `"'${text}"`);
  });
});

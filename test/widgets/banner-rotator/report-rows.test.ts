import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner } from '../../../src/feed/schema.js';
import { readBatch } from '../../../src/node/banners/batch.js';
import { count, inBatches, type Rows } from '../../../src/widgets/banner-rotator/report-rows.js';

const banner = (id: string, placement?: string) => ({ id, ...(placement !== undefined && { placement }) }) as Banner;

/** Rows of banners that were shown once each. */
function rowsOf(...list: readonly Banner[]) {
  const rows: Rows = new Map();
  for (const one of list) count(rows, one, 2);
  return [...rows.values()];
}

const bodyOf = (n: unknown) => JSON.stringify({ b: 'a'.repeat(32), a: 0, n });

describe('rows of a report', () => {
  it('are one for each banner and placement', () => {
    const rows: Rows = new Map();
    for (const happening of [2, 3, 4, 2] as const) count(rows, banner('a', 'left'), happening);
    count(rows, banner('a'), 2);
    assert.deepEqual(
      [...rows.values()],
      [
        ['a', 'left', 2, 1, 1],
        ['a', '', 1, 0, 0],
      ],
    );
  });

  it('hold names that the server takes, and that still differ at their ends', () => {
    const address = `https://example.org/${'x'.repeat(300)}`;
    const rows = rowsOf(banner(`${address}?id=1`, address), banner(`${address}?id=2`), banner('y'.repeat(200)));
    assert.deepEqual(
      rows.map(([id]) => id.slice(-5)),
      ['?id=1', '?id=2', 'yyyyy'],
    );
    assert.equal(rows[2]?.[0], 'y'.repeat(200));
    assert.equal(readBatch(bodyOf(rows))?.counts.length, 3);
  });

  it('hold no half of a character', () => {
    const [row] = rowsOf(banner(`${'x'.repeat(98)}${'😀'.repeat(80)}`, '\uD800'));
    assert.match(row?.[0] ?? '', /^x{98}\uFFFD…(😀){50}$/u);
    assert.equal(row?.[1], '\uFFFD');
  });
});

describe('batches of rows', () => {
  it('hold a hundred, and all of them', () => {
    const rows = rowsOf(...[...Array(201).keys()].map((at) => banner(`b${at}`)));
    const batches = inBatches(rows);
    assert.deepEqual(
      batches.map(({ length }) => length),
      [100, 100, 1],
    );
    assert.deepEqual(batches.flat(), rows);
    assert.deepEqual(inBatches([]), []);
  });

  it('are no larger than what the server, and a browser at the end of a page, take', () => {
    const rows = rowsOf(...[...Array(100).keys()].map((at) => banner(`${at}${'ế'.repeat(198)}`, 'ế'.repeat(200))));
    const batches = inBatches(rows);
    assert.deepEqual(batches.flat(), rows);
    for (const batch of batches) {
      assert.ok(new TextEncoder().encode(bodyOf(batch)).length < 48 * 1024);
      assert.equal(readBatch(bodyOf(batch))?.counts.length, batch.length);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Directive, FeedItem } from '../../../src/feed/schema.js';
import { findItem } from '../../../src/widgets/directive-viewer/find-item.js';
import { numberOf } from '../../../src/widgets/directive-viewer/number-of.js';

const item = (id: string, directive: Directive = {}): FeedItem => ({ id, _civic: { kind: 'directive', directive } });

const ZONE = 'Asia/Ho_Chi_Minh';
const items = [
  item('plain'),
  item('ct-2024', { codeNumber: '01', codeNotation: 'CT-UBND', issuedDate: '2024-01-05' }),
  item('ct-2023', { codeNumber: '01', codeNotation: 'CT-UBND', issuedDate: '2023-02-01' }),
  item('nd', { codeNumber: '98', codeNotation: '2023/NĐ-CP' }),
  item('qd-2025', { codeNumber: '12', codeNotation: 'QĐ-UBND', issuedDate: '2025-03-04' }),
  item('party', { codeNumber: '36', codeNotation: '-HD/VPTW' }),
  item('odd', { codeNumber: '7', codeNotation: 'mẫu riêng' }),
  item('unnumbered', { codeNotation: 'KH-UBND' }),
];

describe('numberOf', () => {
  it('joins number and notation as they are written', () => {
    assert.equal(numberOf(item('x', { codeNumber: ' 01 ', codeNotation: 'CT-UBND' })), '01/CT-UBND');
    assert.equal(numberOf(item('x', { codeNumber: '36', codeNotation: '-HD/VPTW' })), '36-HD/VPTW');
  });

  it('keeps what there is where one of the two is missing', () => {
    assert.equal(numberOf(item('x', { codeNumber: '01' })), '01');
    assert.equal(numberOf(item('x', { codeNotation: 'KH-UBND' })), 'KH-UBND');
    assert.equal(numberOf(item('x', { codeNumber: ' ', codeNotation: '' })), undefined);
    assert.equal(numberOf({ id: 'x' }), undefined);
  });
});

describe('findItem', () => {
  const found = (wanted: string) => findItem(items, wanted, ZONE)?.id;

  it('finds by id before anything else', () => {
    assert.equal(found('plain'), 'plain');
    assert.equal(found(' ct-2023 '), 'ct-2023');
    assert.equal(findItem([...items, item('01/CT-UBND')], '01/CT-UBND', ZONE)?.id, '01/CT-UBND');
  });

  for (const wanted of [
    '01/CT-UBND',
    '1/CT-UBND',
    '01/ct-ubnd',
    'Số: 01/CT-UBND',
    '01 / CT–UBND',
    '01/CT-UBND '.normalize('NFD'),
  ]) {
    it(`finds the newest of a number that repeats: ${JSON.stringify(wanted)}`, () => {
      assert.equal(found(wanted), 'ct-2024');
    });
  }

  it('reads damaged spellings', () => {
    for (const wanted of ['98/2023/NĐ-CP', '98/2023/NÐ-CP', '98/2023/NĐCP', '98/2023/nđ-cp'])
      assert.equal(found(wanted), 'nd');
  });

  it('takes the year of issue for the year of a number that has none', () => {
    assert.equal(found('12/2025/QĐ-UBND'), 'qd-2025');
    assert.equal(found('12/2024/QĐ-UBND'), undefined);
  });

  it('takes the year that the list shows, which is that of the feed’s zone', () => {
    const eve = [item('eve', { codeNumber: '12', codeNotation: 'QĐ-UBND', issuedDate: '2023-12-31T17:00:00Z' })];
    assert.equal(findItem(eve, '12/2024/QĐ-UBND', ZONE)?.id, 'eve');
    assert.equal(findItem(eve, '12/2023/QĐ-UBND', ZONE), undefined);
    assert.equal(findItem(eve, '12/2023/QĐ-UBND', 'Europe/London')?.id, 'eve');
  });

  it('finds a number that is all in one field, with its year or without', () => {
    const whole = [item('whole', { codeNumber: '12/2025/QĐ-UBND' })];
    for (const wanted of ['12/2025/QĐ-UBND', '12/QĐ-UBND']) assert.equal(findItem(whole, wanted, ZONE)?.id, 'whole');
    assert.equal(findItem(whole, '12/2024/QĐ-UBND', ZONE), undefined);
  });

  it('finds numbers that are none of the known forms as they are written', () => {
    assert.equal(found('7/mẫu riêng'), 'odd');
    assert.equal(found('36-HD/VPTW'), 'party');
    assert.equal(found('kh-ubnd'), 'unnumbered');
  });

  it('finds nothing rather than something like it', () => {
    for (const wanted of ['02/CT-UBND', '01/QĐ-UBND', 'CT-UBND', '', 'Chỉ thị']) assert.equal(found(wanted), undefined);
  });
});

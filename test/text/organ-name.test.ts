import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canBeSameOrgan } from '../../src/text/organ-name.js';

describe('canBeSameOrgan', () => {
  for (const [a, b] of [
    ['UBND tỉnh Mẫu', 'Ủy ban nhân dân tỉnh Mẫu'],
    ['UBND tỉnh', 'Uỷ ban nhân dân tỉnh Mẫu'],
    ['Chủ tịch UBND phường Mẫu', 'Ủy ban nhân dân phường Mẫu'],
    ['Bộ trưởng Bộ Mẫu', 'Bộ Mẫu'],
    ['CHÍNH PHỦ', 'Chính phủ'],
  ] as const)
    it(`takes ${a} for ${b}`, () => assert.ok(canBeSameOrgan(a, b) && canBeSameOrgan(b, a)));

  for (const [a, b] of [
    ['UBND tỉnh Mẫu', 'Ủy ban nhân dân phường Mẫu'],
    ['HĐND tỉnh Mẫu', 'Ủy ban nhân dân tỉnh Mẫu'],
    ['UBND tỉnh Mẫu Một', 'Ủy ban nhân dân tỉnh Mẫu Hai'],
    ['Bộ Mẫu', 'Bộ Khác'],
  ] as const)
    it(`keeps ${a} and ${b} apart`, () => assert.ok(!canBeSameOrgan(a, b)));
});

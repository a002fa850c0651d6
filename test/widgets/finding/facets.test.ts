import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FacetFilter } from '../../../src/widgets/finding/facets.js';

const FACETS = ['year', 'tag'] as const;
const entries = [
  { year: ['2023'], tag: ['a', 'b'] },
  { year: ['2024'], tag: ['b'] },
  { year: ['2024'], tag: [] },
];
const narrowed = (params: Readonly<Record<string, string>>) => {
  const filter = new FacetFilter(FACETS, params);
  const kept = entries.filter((entry) => filter.takes(entry)).length;
  return { kept, choices: filter.choices };
};

describe('FacetFilter', () => {
  it('keeps all where nothing is chosen, and counts: years by date, the rest by number', () => {
    assert.deepEqual(narrowed({ q: 'x', year: '' }), {
      kept: 3,
      choices: {
        year: [
          { value: '2024', count: 2 },
          { value: '2023', count: 1 },
        ],
        tag: [
          { value: 'b', count: 2 },
          { value: 'a', count: 1 },
        ],
      },
    });
  });
  it('counts a facet as if nothing were chosen in it', () => {
    const { kept, choices } = narrowed({ year: '2024' });
    assert.equal(kept, 2);
    assert.deepEqual(
      choices.year.map(({ count }) => count),
      [2, 1],
    );
    assert.deepEqual(choices.tag, [{ value: 'b', count: 1 }]);
  });
  it('keeps what answers every choice', () => {
    assert.equal(narrowed({ year: '2023', tag: 'b' }).kept, 1);
    assert.equal(narrowed({ year: '2022', tag: 'a' }).kept, 0);
    assert.deepEqual(narrowed({ year: '2022', tag: 'z' }).choices, { year: [], tag: [] });
  });
});

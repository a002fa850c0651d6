import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenFigures, FIGURES, someKnown } from '../../../src/widgets/access-counter/figures.js';

describe('chosenFigures', () => {
  it('takes the usual four where none is named', () => {
    for (const value of [undefined, null, '', '  ', 'hits visitors'])
      assert.deepEqual(chosenFigures(value), ['online', 'today', 'week', 'total']);
  });
  it('keeps the chosen order, each once, whatever the white space', () => {
    assert.deepEqual(chosenFigures(' total\n today  total '), ['total', 'today']);
    assert.deepEqual(chosenFigures(FIGURES.join(' ')), [...FIGURES]);
  });
  it('passes over names it does not know', () => {
    assert.deepEqual(chosenFigures('today toString Week month'), ['today', 'month']);
  });
});

describe('someKnown', () => {
  it('takes 0 for known, and what is not chosen for nothing', () => {
    assert.equal(someKnown({ today: 0 }, ['today', 'week']), true);
    assert.equal(someKnown({ year: 7 }, ['today', 'week']), false);
    assert.equal(someKnown({ asOf: '2024-03-01' }, FIGURES), false);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { besideParse } from './tasks.js';

describe('besideParse', () => {
  it('leaves out the parse and nothing else, whichever task is the longest', () => {
    assert.equal(besideParse([], [10, 300]), 0);
    assert.equal(besideParse([[9, 292]], [10, 300]), 2);
    assert.equal(
      besideParse(
        [
          [9, 292],
          [400, 80],
        ],
        [10, 300],
      ),
      80,
    );
    // Longer than the parse, and not it.
    assert.equal(
      besideParse(
        [
          [9, 292],
          [400, 500],
        ],
        [10, 300],
      ),
      500,
    );
  });

  it('counts what else the task of the parse did', () => {
    assert.equal(besideParse([[100, 400]], [150, 350]), 200);
  });

  it('takes no task for the parse that only touches it', () => {
    assert.equal(
      besideParse(
        [
          [0, 90],
          [95, 60],
        ],
        [92, 94],
      ),
      90,
    );
  });
});

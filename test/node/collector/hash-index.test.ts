import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HashIndex } from '../../../src/node/collector/hash-index.js';

const MOST = 5000;

describe('an index of hashes', () => {
  it('finds what is in it and nothing else, while it grows, is emptied and grows again', () => {
    const hashes = [...Array(MOST + 1).keys()].map((entry) => Math.imul(entry, 2_654_435_761) >>> 0);
    // Some share all that can be looked at.
    for (let entry = 7; entry <= MOST; entry += 7) hashes[entry] = hashes[entry - 1] ?? 0;
    const index = new HashIndex(MOST, (entry) => hashes[entry] ?? 0);
    const has = (entry: number) => {
      let found = index.first(hashes[entry] ?? 0);
      while (found !== 0 && found !== entry) found = index.after(found);
      return found === entry;
    };
    for (let time = 0; time < 2; time += 1) {
      for (let entry = 1; entry <= MOST; entry += 1) {
        assert(!has(entry));
        index.enter(entry);
      }
      for (let entry = 1; entry <= MOST; entry += 1) assert(has(entry));
      for (let entry = 1; entry <= MOST; entry += 3) index.leave(entry);
      for (let entry = 1; entry <= MOST; entry += 1) assert.equal(has(entry), entry % 3 !== 1);
      index.clear();
      for (let entry = 1; entry <= MOST; entry += 1) assert(!has(entry));
    }
  });
});

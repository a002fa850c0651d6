import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPassing, MAX_ATTEMPTS, pauseBefore, retryAfter } from '../../src/feed/retry.js';

describe('retryAfter', () => {
  const now = Date.parse('2024-03-01T00:00:00Z');
  it('reads seconds and HTTP dates', () => {
    assert.equal(retryAfter('120', now), 120_000);
    assert.equal(retryAfter(' 0 ', now), 0);
    assert.equal(retryAfter('Fri, 01 Mar 2024 00:01:00 GMT', now), 60_000);
    assert.equal(retryAfter('Thu, 29 Feb 2024 23:00:00 GMT', now), 0);
  });
  it('makes nothing of nonsense', () => {
    assert.equal(retryAfter(null, now), undefined);
    assert.equal(retryAfter('bald', now), undefined);
  });
});

describe('pauseBefore', () => {
  it('backs off exponentially, half of it random', () => {
    assert.equal(pauseBefore(1, undefined, 0), 250);
    assert.equal(pauseBefore(1, undefined, 1), 500);
    assert.equal(pauseBefore(2, undefined, 0), 500);
    assert.equal(pauseBefore(2, undefined, 1), 1000);
  });
  it('waits as long as the server asks, unless that is too long for a reader', () => {
    assert.equal(pauseBefore(1, 5000, 0), 5000);
    assert.equal(pauseBefore(1, 10, 0), 250);
    assert.equal(pauseBefore(1, 3_600_000, 0), undefined);
  });
  it('gives up after the last attempt', () => {
    assert.equal(pauseBefore(MAX_ATTEMPTS, undefined, 0), undefined);
  });
});

describe('isPassing', () => {
  it('is true of busy and broken servers only', () => {
    assert.deepEqual([500, 502, 503, 429].map(isPassing), [true, true, true, true]);
    assert.deepEqual([400, 401, 403, 404, 410, 304].map(isPassing), Array(6).fill(false));
  });
});

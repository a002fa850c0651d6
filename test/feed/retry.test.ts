import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FeedError, type FeedErrorCode } from '../../src/feed/error.js';
import { MAX_ATTEMPTS, pauseAfter, retryAfter, wait } from '../../src/feed/retry.js';

const NOW = Date.parse('2024-03-01T00:00:00Z');
const failure = (code: FeedErrorCode, status?: number, asked?: string) =>
  new FeedError(code, 'https://x.example/', {
    ...(status === undefined ? {} : { status }),
    ...(asked === undefined ? {} : { retryAfter: asked }),
  });

describe('retryAfter', () => {
  it('reads seconds and HTTP dates', () => {
    assert.equal(retryAfter('120', NOW), 120_000);
    assert.equal(retryAfter(' 0 ', NOW), 0);
    assert.equal(retryAfter('Fri, 01 Mar 2024 00:01:00 GMT', NOW), 60_000);
    assert.equal(retryAfter('Thu, 29 Feb 2024 23:00:00 GMT', NOW), 0);
  });
  it('makes nothing of nonsense', () => {
    assert.equal(retryAfter(undefined, NOW), 0);
    assert.equal(retryAfter('bald', NOW), 0);
  });
});

describe('pauseAfter', () => {
  const pause = (failed: number, random: number, asked?: string) =>
    pauseAfter(failure('http', 503, asked), failed, random, NOW);
  it('backs off exponentially, half of it random', () => {
    assert.deepEqual([pause(1, 0), pause(1, 1), pause(2, 0), pause(2, 1)], [250, 500, 500, 1000]);
  });
  it('waits as long as the server asks, unless that is too long for a reader', () => {
    assert.deepEqual([pause(1, 0, '5'), pause(1, 0, '0'), pause(1, 0, '3600')], [5000, 250, undefined]);
  });
  it('gives up after the last attempt', () => assert.equal(pause(MAX_ATTEMPTS, 0), undefined));
  it('tries again for busy and broken servers and the network only', () => {
    const tried = [500, 502, 503, 429, 400, 401, 403, 404, 410].filter(
      (status) => pauseAfter(failure('http', status), 1, 0, NOW) !== undefined,
    );
    assert.deepEqual(tried, [500, 502, 503, 429]);
    assert.equal(pauseAfter(failure('network'), 1, 0, NOW), 250);
    for (const code of ['not-json', 'too-large', 'invalid-feed', 'timeout'] as const) {
      assert.equal(pauseAfter(failure(code), 1, 0, NOW), undefined, code);
    }
    assert.equal(pauseAfter(new TypeError('ours'), 1, 0, NOW), undefined);
  });
});

describe('wait', () => {
  it('ends at once when nobody wants the answer any more', async () => {
    const controller = new AbortController();
    const waiting = wait(1e9, controller.signal);
    controller.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
  });
  it('waits', () => assert.doesNotReject(wait(1, new AbortController().signal)));
});

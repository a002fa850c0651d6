import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { atOnce, inSlices, type Steps } from '../../src/text/steps.js';

function* counting(to: number, work: () => void = () => undefined): Steps<number> {
  for (let count = 0; count < to; count += 1) {
    work();
    yield;
  }
  return to;
}

describe('work in steps', () => {
  it('comes to the same at once and in slices', async () => {
    assert.equal(atOnce(counting(1000)), 1000);
    assert.equal(await inSlices(counting(1000)), 1000);
  });

  it('lets others go first when it takes long', async () => {
    const order: string[] = [];
    const busy = () => {
      const end = performance.now() + 10;
      while (performance.now() < end);
    };
    const done = inSlices(counting(12, busy)).then(() => order.push('all'));
    setTimeout(() => order.push('other'));
    await done;
    assert.deepEqual(order, ['other', 'all']);
  });

  it('fails where a step fails', async () => {
    const broken = counting(2, () => {
      throw new Error('broken');
    });
    await assert.rejects(inSlices(broken), /broken/);
  });
});

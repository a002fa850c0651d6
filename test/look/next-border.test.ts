import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { NextBorder } from '../../src/look/next-border.js';

const LONGEST = 2 ** 31 - 1;
const FIVE_MINUTES = 300_000;
const DAY = 86_400_000;

/** A host that counts what it is asked for. */
function host() {
  const counted = { updates: 0 };
  const border = new NextBorder({
    isConnected: true,
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      counted.updates += 1;
    },
    updateComplete: Promise.resolve(true),
  });
  return { border, counted };
}

/** The clock says something else from now on; timers do not count by it. */
function jump(by: number): void {
  const now = Date.now.bind(Date);
  mock.method(Date, 'now', () => now() + by);
}

describe('NextBorder', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 }));
  afterEach(() => {
    mock.restoreAll();
    mock.timers.reset();
  });

  it('asks for an update when the instant has come, once', () => {
    const { border, counted } = host();
    border.wait(1_005_000);
    mock.timers.tick(4_999);
    assert.equal(counted.updates, 0);
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
    mock.timers.tick(100_000);
    assert.equal(counted.updates, 1);
  });
  it('waits for one instant at a time', () => {
    const { border, counted } = host();
    border.wait(1_001_000);
    border.wait(1_002_000);
    mock.timers.tick(1_000);
    assert.equal(counted.updates, 0);
    mock.timers.tick(1_000);
    assert.equal(counted.updates, 1);
  });
  it('sets no timer where nothing is ahead, and takes back the one it had', () => {
    const { border, counted } = host();
    border.wait(1_001_000);
    border.wait(Infinity);
    mock.timers.tick(LONGEST);
    assert.equal(counted.updates, 0);
  });
  it('does not fire at once for an instant further away than a timer can count, nor before it', () => {
    const { border, counted } = host();
    border.wait(1_000_000 + LONGEST + 50_000);
    mock.timers.tick(LONGEST + 49_999);
    assert.equal(counted.updates, 0);
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
  });
  it('finds within five minutes that a clock has jumped over the instant', () => {
    const { border, counted } = host();
    border.wait(1_000_000 + DAY);
    mock.timers.tick(FIVE_MINUTES);
    jump(2 * DAY);
    mock.timers.tick(FIVE_MINUTES - 1);
    assert.equal(counted.updates, 0);
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
  });
  it('finds within five minutes that a clock was put back: what had ended may run again', () => {
    const { border, counted } = host();
    border.wait(1_000_000 + DAY);
    mock.timers.tick(FIVE_MINUTES);
    jump(-DAY);
    mock.timers.tick(FIVE_MINUTES);
    assert.equal(counted.updates, 1);
  });
  it('asks at once for an instant that has passed meanwhile', () => {
    const { border, counted } = host();
    border.wait(999_000);
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
  });
});

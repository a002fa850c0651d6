import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { NextBorder } from '../../src/look/next-border.js';

const LONGEST = 2 ** 31 - 1;

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

describe('NextBorder', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 }));
  afterEach(() => mock.timers.reset());

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
  it('does not fire at once for an instant further away than a timer can count', () => {
    const { border, counted } = host();
    border.wait(1_000_000 + LONGEST + 50_000);
    mock.timers.tick(LONGEST - 1);
    assert.equal(counted.updates, 0);
    // The host looks, sees that nothing changed, and waits on.
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
    border.wait(1_000_000 + LONGEST + 50_000);
    mock.timers.tick(50_000);
    assert.equal(counted.updates, 2);
  });
  it('asks at once for an instant that has passed meanwhile', () => {
    const { border, counted } = host();
    border.wait(999_000);
    mock.timers.tick(1);
    assert.equal(counted.updates, 1);
  });
});

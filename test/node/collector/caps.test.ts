import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Caps } from '../../../src/node/collector/caps.js';
import { newSalt, visitorOf } from '../../../src/node/collector/visitor.js';

const salts = { current: newSalt(), former: undefined };
const HOUR = 3_600_000;
const by = (ip: string) => visitorOf(salts, 'a', ip, 'a browser');
const address = (number: number) => `10.0.${number >> 8}.${number & 255}`;

describe('the hourly caps', () => {
  it('know each of thousands of addresses, as their table grows', () => {
    const caps = new Caps();
    for (let number = 0; number < 5000; number += 1) assert(caps.admit(by(address(number)), 'view', 2, 0));
    for (let number = 0; number < 5000; number += 1) assert(caps.admit(by(address(number)), 'view', 2, HOUR - 1));
    for (let number = 0; number < 5000; number += 1) assert(!caps.admit(by(address(number)), 'view', 2, HOUR - 1));
    assert(caps.admit(by(address(1)), 'beat', 2, 0), 'something else is counted apart');
    assert(caps.admit(by(address(1)), 'view', 2, HOUR), 'the next hour');
  });

  it('count as far as a site lets them, as their table grows', () => {
    const caps = new Caps();
    for (let number = 0; number < 700; number += 1) assert(caps.admit(by('192.0.2.1'), 'view', 1000, 0));
    for (let number = 0; number < 3000; number += 1) caps.admit(by(address(number)), 'view', 1000, 0);
    for (let number = 700; number < 1000; number += 1) assert(caps.admit(by('192.0.2.1'), 'view', 1000, 0));
    assert(!caps.admit(by('192.0.2.1'), 'view', 1000, 0));
  });

  it('end somewhere: a flood from more addresses than are remembered is suspect', () => {
    const caps = new Caps(10);
    let admitted = 0;
    for (let number = 0; number < 50; number += 1) admitted += caps.admit(by(address(number)), 'view', 5, 0) ? 1 : 0;
    assert.equal(admitted, 10);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate, formatTime } from '../../src/look/format.js';

const ZONE = 'Asia/Ho_Chi_Minh';

describe('formatDate', () => {
  it('is as exact as the date is known', () => {
    assert.equal(formatDate('2024', 'vi', ZONE), '2024');
    assert.match(formatDate('2024-03', 'vi', ZONE), /^0?3[/-]2024$|tháng 0?3/);
    assert.equal(formatDate('2024-03-01', 'vi', ZONE), '01/03/2024');
    assert.equal(formatDate('2024-03-01T23:30:00Z', 'vi', ZONE), '02/03/2024');
  });
  it('adds the time where it is asked for and known', () => {
    assert.match(formatDate('2024-03-01T08:05:00', 'vi', ZONE, true), /08:05/);
    assert.equal(formatDate('2024-03-01', 'vi', ZONE, true), '01/03/2024');
  });
  it('puts the day before the month in English too', () => {
    assert.equal(formatDate('2024-03-01', 'en', ZONE), '01/03/2024');
  });
  it('shows what is no date as it stands', () => {
    assert.equal(formatDate('đầu năm', 'vi', ZONE), 'đầu năm');
  });
});

describe('formatTime', () => {
  it('is an instant in a zone, or in the reader’s own', () => {
    const instant = new Date('2024-03-01T01:05:00Z');
    assert.match(formatTime(instant, 'vi', ZONE), /08:05/);
    assert.match(formatTime(instant, 'vi'), /\d{2}:05/);
  });
});

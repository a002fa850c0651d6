import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDate } from '../../../src/feed/dates.js';
import { ageOf, sayAge } from '../../../src/widgets/news-list/age.js';

const ZONE = 'Asia/Ho_Chi_Minh';
function said(date: string, now: string, language = 'vi') {
  const span = parseDate(date, ZONE);
  assert.ok(span);
  const age = ageOf(span, ZONE, Date.parse(now));
  return age.said && sayAge(age.said, language);
}

describe('the age of news', () => {
  it('is said in minutes, hours and days, for a week', () => {
    const date = '2024-03-01T08:00:00+07:00';
    for (const [now, vi, en] of [
      ['2024-03-01T08:00:30+07:00', 'bây giờ', 'now'],
      ['2024-03-01T08:05:59+07:00', '5 phút trước', '5 minutes ago'],
      ['2024-03-01T09:59:59+07:00', '1 giờ trước', '1 hour ago'],
      ['2024-03-02T07:59:00+07:00', '23 giờ trước', '23 hours ago'],
      ['2024-03-02T08:00:00+07:00', 'Hôm qua', 'yesterday'],
      ['2024-03-08T23:59:59+07:00', '7 ngày trước', '7 days ago'],
    ] as const) {
      assert.equal(said(date, now)?.toLowerCase(), vi.toLowerCase(), now);
      assert.equal(said(date, now, 'en'), en);
    }
    assert.equal(said(date, '2024-03-09T00:00:00+07:00'), undefined);
  });
  it('is a day where only the day is known, and none where not even that is', () => {
    assert.equal(said('2024-03-01', '2024-03-01T00:00:00+07:00')?.toLowerCase(), 'hôm nay');
    assert.equal(said('2024-03-01', '2024-03-02T00:00:00+07:00')?.toLowerCase(), 'hôm qua');
    assert.equal(said('2024-03', '2024-03-01T00:00:00+07:00'), undefined);
  });
  it('is none for what is yet to come', () => {
    assert.equal(said('2024-03-02', '2024-03-01T23:59:59+07:00'), undefined);
  });
  it('says until when it holds', () => {
    const at = (date: string, now: string) => ageOf(parseDate(date, ZONE)!, ZONE, Date.parse(now)).until;
    const date = '2024-03-01T08:00:00+07:00';
    assert.equal(at(date, '2024-03-01T08:00:30+07:00'), Date.parse('2024-03-01T08:01:00+07:00'));
    assert.equal(at(date, '2024-03-01T09:30:00+07:00'), Date.parse('2024-03-01T10:00:00+07:00'));
    assert.equal(at(date, '2024-03-04T09:30:00+07:00'), Date.parse('2024-03-05T00:00:00+07:00'));
    assert.equal(at('2024-03-05', '2024-03-04T09:30:00+07:00'), Date.parse('2024-03-05T00:00:00+07:00'));
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Campaign, FeedItem } from '../../../src/feed/schema.js';
import { campaignViewStrings } from '../../../src/locales/campaign-view.js';
import { fill, type Wording } from '../../../src/locales/strings.js';
import { calendarOf } from '../../../src/widgets/campaign-list/calendar-file.js';
import { item, ZONE } from './entries.js';

const words: Readonly<Record<string, Wording>> = campaignViewStrings.vi;
const file = (items: readonly FeedItem[], zone = ZONE) =>
  calendarOf(items, {
    name: 'Bản tin mẫu',
    zone,
    host: 'mau.example.org',
    language: 'vi',
    text: (key, values = {}) => fill(words[key] ?? key, values, 'vi'),
    now: Date.parse('2024-05-01T05:00:00Z'),
  });
/** Content lines as RFC 5545 (3.1) unfolds them. */
const lines = (content: string) => content.replace(/\r\n[ \t]/g, '').split('\r\n');
const event = (campaign: Campaign, rest: Partial<FeedItem> = {}, zone = ZONE) => {
  const all = lines(file([item('a', campaign, rest)], zone));
  return all.slice(all.indexOf('BEGIN:VEVENT'), all.indexOf('END:VEVENT'));
};
const when = (campaign: Campaign, zone = ZONE) =>
  event(campaign, {}, zone).filter((line) => /^(DTSTART|DTEND|RRULE)/.test(line));

describe('calendarOf: the file', () => {
  it('is one calendar that says who made it, with an event for each dated campaign', () => {
    const all = lines(file([item('a', { start: '2024' }), item('b'), item('c', { end: '2025' })]));
    assert.deepEqual(all.slice(0, 3), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//civic-widgets//campaign-list//VI']);
    assert.ok(all.includes('X-WR-CALNAME:Bản tin mẫu'));
    assert.equal(all.filter((line) => line === 'BEGIN:VEVENT').length, 2);
    assert.deepEqual(all.slice(-2), ['END:VCALENDAR', '']);
  });
  it('has no line end but CRLF, no line over 75 octets, and no letter broken, whatever the words', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    const vietnamese = fc.string({
      unit: fc.constantFrom('ộ', 'ữ', 'đ', 'a', ' ', ',', ';', '\\', '\n', '\r', '𝒳'),
      maxLength: 200,
    });
    const text = fc.oneof(anything, vietnamese);
    fc.assert(
      fc.property(text, text, text, text, (id, title, slogan, tag) => {
        const content = file([item(id || 'a', { start: '2024-05-01', slogan }, { title, tags: [tag] })]);
        assert.doesNotMatch(content.replace(/\r\n/g, ''), /[\r\n\v\f\u0085\u2028\u2029]/);
        for (const line of content.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          assert.ok(octets.length <= 75, line);
          assert.equal(new TextDecoder('utf-8', { fatal: true }).decode(octets), Buffer.from(line).toString());
        }
        // Nothing that a feed writes becomes a line of its own.
        const names = lines(content)
          .filter(Boolean)
          .map((line) => /^[A-Z-]+(?=[:;])/.exec(line)?.[0]);
        assert.ok(names.every(Boolean), JSON.stringify(lines(content)));
      }),
      { numRuns: 300 },
    );
  });
  it('comes out the same on a machine of any zone', () => {
    const script = fileURLToPath(new URL('print-calendar.ts', import.meta.url));
    const printed = ['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles'].map((TZ) => {
      const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
      assert.equal(stderr, '');
      return stdout;
    });
    assert.match(printed[0] ?? '', /DTSTART;VALUE=DATE:20240501/);
    assert.equal(new Set(printed).size, 1);
  });
});

describe('calendarOf: when', () => {
  it('writes days as days, the last one included', () => {
    assert.deepEqual(when({ start: '2024-05-01', end: '2024-05-31' }), [
      'DTSTART;VALUE=DATE:20240501',
      'DTEND;VALUE=DATE:20240601',
    ]);
    assert.deepEqual(when({ start: '2023', end: '2030' }), [
      'DTSTART;VALUE=DATE:20230101',
      'DTEND;VALUE=DATE:20310101',
    ]);
    assert.deepEqual(when({ start: '2024-02', end: '2024-02' }, 'America/Los_Angeles'), [
      'DTSTART;VALUE=DATE:20240201',
      'DTEND;VALUE=DATE:20240301',
    ]);
  });
  it('writes hours in UTC, and a day beside them from its first instant to its last', () => {
    assert.deepEqual(when({ start: '2024-05-01T08:00:00+07:00', end: '2024-05-01T17:00' }), [
      'DTSTART:20240501T010000Z',
      'DTEND:20240501T100000Z',
    ]);
    assert.deepEqual(when({ start: '2024-05-01T08:00', end: '2024-05-02' }), [
      'DTSTART:20240501T010000Z',
      'DTEND:20240502T170000Z',
    ]);
  });
  it('writes no end where there is no length', () => {
    assert.deepEqual(when({ start: '2024-05-01T08:00' }), ['DTSTART:20240501T010000Z']);
    assert.deepEqual(when({ end: '2024-05-01T08:00' }), ['DTSTART:20240501T010000Z']);
  });
  it('writes the day on which something begins or ends where the other side is open', () => {
    assert.deepEqual(when({ start: '2024' }), ['DTSTART;VALUE=DATE:20240101', 'DTEND;VALUE=DATE:20240102']);
    assert.deepEqual(when({ end: '2024' }), ['DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250101']);
  });
  it('writes an end before the start as one day', () => {
    assert.deepEqual(when({ start: '2024-05-10', end: '2024-05-01' }), [
      'DTSTART;VALUE=DATE:20240510',
      'DTEND;VALUE=DATE:20240511',
    ]);
  });
  it('writes what comes back each year once, with its rule', () => {
    assert.deepEqual(when({ start: '2024-07-20', end: '2024-07-27', yearly: true }), [
      'DTSTART;VALUE=DATE:20240720',
      'DTEND;VALUE=DATE:20240728',
      'RRULE:FREQ=YEARLY',
    ]);
    assert.deepEqual(when({ start: '2024-05', yearly: true }).slice(0, 2), [
      'DTSTART;VALUE=DATE:20240501',
      'DTEND;VALUE=DATE:20240601',
    ]);
    assert.deepEqual(when({ end: '2024-02-29', yearly: true }), [
      'DTSTART;VALUE=DATE:20240229',
      'DTEND;VALUE=DATE:20240301',
      'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
    ]);
  });
});

describe('calendarOf: what', () => {
  const uid = (id: string) =>
    lines(file([item(id, { start: '2024' })]))
      .find((line) => line.startsWith('UID:'))
      ?.slice(4);
  it('gives a campaign the same name each time, everywhere', () => {
    assert.equal(uid('pt-1'), 'pt-1@mau.example.org');
    assert.equal(uid('https://example.org/?p=1'), 'https://example.org/?p=1');
    assert.equal(uid('urn:mau:1'), 'urn:mau:1');
    assert.equal(uid('Thi đua 1'), 'Thi%20%C4%91ua%201@mau.example.org');
  });
  it('tells what is known of it', () => {
    const campaign = { start: '2024', slogan: 'Khẩu hiệu; mẫu', launchedBy: 'Cơ quan mẫu', organiser: 'Phòng mẫu' };
    const all = event(campaign, {
      title: 'Tên, mẫu',
      content_text: 'Một\nhai',
      tags: ['An sinh, nhà'],
      url: 'https://example.org/a?b=1,2;3',
      date_published: '2024-01-01',
      date_modified: '2024-01-02',
    });
    for (const line of [
      'SUMMARY:Tên\\, mẫu',
      'DESCRIPTION:Khẩu hiệu\\; mẫu\\nMột\\nhai\\nPhát động: Cơ quan mẫu\\nĐơn vị tổ chức: Phòng mẫu',
      'CATEGORIES:An sinh\\, nhà',
      'URL;VALUE=URI:https://example.org/a?b=1%2C2%3B3',
      'TRANSP:TRANSPARENT',
      'DTSTAMP:20240101T170000Z',
      'LAST-MODIFIED:20240101T170000Z',
    ])
      assert.ok(all.includes(line), `${line} is not among\n${all.join('\n')}`);
    assert.ok(event({ start: '2024' }).includes('DTSTAMP:20240501T050000Z'));
    assert.ok(event({ start: '2024' }, { date_published: '2024-01-01' }).includes('DTSTAMP:20231231T170000Z'));
  });
});

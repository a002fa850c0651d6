import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDate } from '../../../src/feed/dates.js';
import { isoDate } from '../../../src/feed/xml/date.js';

const CASES: readonly (readonly [string, string])[] = [
  // RFC 822, as RSS asks for it
  ['Fri, 01 Mar 2024 08:05:09 +0700', '2024-03-01T08:05:09+07:00'],
  ['Fri, 1 Mar 24 08:05 GMT', '2024-03-01T08:05:00Z'],
  ['01 Mar 1999 08:05:09 EST', '1999-03-01T08:05:09-05:00'],
  ['Fri, 01 March 2024 08:05:09 UT', '2024-03-01T08:05:09Z'],
  // zones that are missing, half or Vietnamese
  ['Fri, 01 Mar 2024 08:05:09', '2024-03-01T08:05:09'],
  ['Fri, 01 Mar 2024 08:05:09 ICT', '2024-03-01T08:05:09+07:00'],
  ['Fri, 01 Mar 2024 08:05:09 GMT+7', '2024-03-01T08:05:09+07:00'],
  ['Fri, 01 Mar 2024 08:05:09 +07', '2024-03-01T08:05:09+07:00'],
  ['Fri, 01 Mar 2024 08:05:09 +07:00', '2024-03-01T08:05:09+07:00'],
  ['Fri, 01 Mar 2024 08:05:09 Giờ Hà Nội', '2024-03-01T08:05:09'],
  // Vietnamese names
  ['Thứ Sáu, 01 Tháng Ba 2024 08:05:09 +0700', '2024-03-01T08:05:09+07:00'],
  ['Thứ sáu, 1 tháng 3 năm 2024', '2024-03-01'],
  ['T6, 01 Th3 2024 08:05:09 +0700', '2024-03-01T08:05:09+07:00'],
  ['CN, 05 Tháng Năm 2024 08:00:00 +0700', '2024-05-05T08:00:00+07:00'],
  ['01 Tháng Mười Hai 2024 08:00:00', '2024-12-01T08:00:00'],
  ['1 thg 11, 2024', '2024-11-01'],
  // ISO 8601
  ['2024-03-01T08:05:09Z', '2024-03-01T08:05:09Z'],
  ['2024-03-01T08:05:09', '2024-03-01T08:05:09'],
  ['2024-03-01 08:05:09 +07:00', '2024-03-01 08:05:09+07:00'],
  ['2024-03-01', '2024-03-01'],
  // dd/MM/yyyy
  ['01/03/2024', '2024-03-01'],
  ['1-3-2024 8:05', '2024-03-01T08:05:00'],
  ['01.03.2024 08:05:09', '2024-03-01T08:05:09'],
  ['01/03/2024 02:05:09 CH', '2024-03-01T14:05:09'],
  ['01/03/2024 12:05 SA', '2024-03-01T00:05:00'],
  ['3/25/2024 12:05:00 PM', '2024-03-25T12:05:00'],
  ['08:05 01/03/2024', '2024-03-01T08:05:00'],
];

describe('dates of RSS and Atom', () => {
  for (const [written, expected] of CASES) {
    it(`reads ${written}`, () => {
      assert.equal(isoDate(written), expected);
      assert.ok(parseDate(isoDate(written), 'Asia/Ho_Chi_Minh'), 'and a feed’s own reader takes it');
    });
  }
  it('leaves what is no date as it stands, so that it is reported', () => {
    for (const written of ['hôm qua', '', 'Mar 2024', '99 Xyz 2024', '2024/03']) {
      assert.equal(isoDate(written), written);
      assert.equal(parseDate(isoDate(written), 'UTC'), undefined);
    }
    assert.equal(parseDate(isoDate('31/02/2024'), 'UTC'), undefined);
  });
});

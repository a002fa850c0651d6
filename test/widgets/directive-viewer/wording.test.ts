import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from '../../../src/feed/read.js';
import { directiveDocumentStrings } from '../../../src/locales/directive-document.js';
import { fill } from '../../../src/locales/strings.js';
import { fileSize, fileType, isSigned, longDate } from '../../../src/widgets/directive-viewer/wording.js';

const { feed } = read({ version: '', title: '', items: [] }, 'https://example.org/');
const vietnamese = {
  language: 'vi' as const,
  feed,
  say: (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    fill(directiveDocumentStrings.vi[key as keyof typeof directiveDocumentStrings.vi], values, 'vi'),
};
const file = (url: string, mime_type = 'application/octet-stream') => ({ url, mime_type });

describe('longDate', () => {
  it('writes days below 10 and the months 1 and 2 with a zero, and no other', () => {
    assert.equal(longDate('2024-01-05', vietnamese), 'ngày 05 tháng 01 năm 2024');
    assert.equal(longDate('2024-02-29', vietnamese), 'ngày 29 tháng 02 năm 2024');
    assert.equal(longDate('2024-03-01', vietnamese), 'ngày 01 tháng 3 năm 2024');
    assert.equal(longDate('2024-12-31', vietnamese), 'ngày 31 tháng 12 năm 2024');
  });

  it('takes the day in the zone of the feed', () => {
    assert.equal(longDate('2023-12-31T20:00:00Z', vietnamese), 'ngày 01 tháng 01 năm 2024');
  });

  it('says no more than is known', () => {
    assert.equal(longDate('2024', vietnamese), '2024');
    assert.equal(longDate('2024-03', vietnamese).includes('ngày'), false);
    assert.equal(longDate('hôm qua', vietnamese), 'hôm qua');
  });
});

describe('fileType', () => {
  it('goes by the type, else by the ending, else says nothing', () => {
    assert.equal(fileType(file('https://example.org/x', 'application/pdf')), 'PDF');
    assert.equal(fileType(file('https://example.org/x.docx')), 'Word');
    assert.equal(
      fileType(file('https://example.org/x', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
      'Excel',
    );
    assert.equal(fileType(file('https://example.org/x.odt?v=2')), 'ODT');
    assert.equal(fileType(file('https://example.org/download')), '');
  });
});

describe('fileSize', () => {
  it('is rounded to what a reader needs', () => {
    assert.equal(fileSize(850_000, 'vi').replace(/\s/g, ' '), '850 kB');
    assert.equal(fileSize(1_234_567, 'vi').replace(/\s/g, ' '), '1,2 MB');
    assert.equal(fileSize(12_345_678, 'en').replace(/\s/g, ' '), '12 MB');
    assert.equal(fileSize(0, 'en').replace(/\s/g, ' '), '0 kB');
  });
});

describe('isSigned', () => {
  it('holds for a PDF whose role or title says so', () => {
    const pdf = file('https://example.org/a.pdf');
    assert.equal(isSigned({ ...pdf, _civic: { role: 'signed' } }), true);
    assert.equal(isSigned({ ...pdf, _civic: { role: 'bản ký số' } }), true);
    assert.equal(isSigned({ ...pdf, title: 'Bản ký số'.normalize('NFD') }), true);
  });

  it('holds for nothing else', () => {
    assert.equal(isSigned(file('https://example.org/a.pdf')), false);
    assert.equal(isSigned({ ...file('https://example.org/a.pdf'), title: 'unsigned' }), false);
    assert.equal(isSigned({ ...file('https://example.org/a.docx'), _civic: { role: 'signed' } }), false);
  });
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  defineStrings,
  fill,
  languageFor,
  type StringTable,
  wordings,
  type Wordings,
} from '../../src/locales/strings.js';

describe('fill', () => {
  it('puts values in as text, once', () => {
    assert.equal(fill('Tìm {what}', { what: '{what} <b>&' }, 'vi'), 'Tìm {what} <b>&');
    assert.equal(fill('{a}{b}', { a: 'x' }, 'vi'), 'x{b}');
    assert.equal(fill('{constructor}', {}, 'vi'), '{constructor}');
  });
  it('writes numbers as the language does', () => {
    assert.equal(fill('{count} lượt', { count: 1250000 }, 'vi'), '1.250.000 lượt');
    assert.equal(fill('{count} visits', { count: 1250000 }, 'en'), '1,250,000 visits');
  });
  it('picks the plural form', () => {
    const wording = { one: '{count} document', other: '{count} documents' };
    assert.equal(fill(wording, { count: 1 }, 'en'), '1 document');
    assert.equal(fill(wording, { count: 2 }, 'en'), '2 documents');
    assert.equal(fill(wording, { count: 1 }, 'vi'), '1 documents');
    assert.equal(fill(wording, {}, 'en'), '{count} documents');
  });
});

describe('languageFor', () => {
  it('speaks English to English pages and Vietnamese to all others', () => {
    assert.deepEqual(['en', 'EN-us', 'vi', 'vi-VN', 'fr', '', 'eng'].map(languageFor), [
      'en',
      'en',
      'vi',
      'vi',
      'vi',
      'vi',
      'vi',
    ]);
  });
});

describe('wordings', () => {
  it('has Vietnamese at once and English once it has come', async () => {
    const table = defineStrings({ hello: 'Chào' }, () => Promise.resolve({ default: { hello: 'Hello' } }));
    assert.deepEqual(
      wordings(table, 'vi', () => undefined),
      { hello: 'Chào' },
    );
    await new Promise<void>((resolve) => assert.equal(wordings(table, 'en', resolve), undefined));
    assert.deepEqual(
      wordings(table, 'en', () => undefined),
      { hello: 'Hello' },
    );
  });
  it('falls back to Vietnamese when English cannot be loaded', async () => {
    const table = defineStrings({ hello: 'Chào' }, () => Promise.reject(new Error('offline')));
    await new Promise<void>((resolve) => void wordings(table, 'en', resolve));
    assert.deepEqual(
      wordings(table, 'en', () => undefined),
      { hello: 'Chào' },
    );
  });
});

const folder = new URL('../../src/locales/', import.meta.url);
const tables = readdirSync(new URL('en/', folder));
describe('the string tables', () => {
  it('are there', () => assert.ok(tables.length >= 2));
  for (const file of tables) {
    it(`${file} says the same in both languages`, async () => {
      const module = (await import(new URL(file, folder).href)) as Record<string, StringTable>;
      const table = Object.values(module)[0] as StringTable;
      const english = await table.en();
      assert.deepEqual(Object.keys(english).sort(), Object.keys(table.vi).sort());
      // A date is one whole in English and three parts in "ngày {day} tháng {month} năm {year}".
      const whole = (slot: string) => slot.replace(/day|month|year/, 'date');
      const slots = (words: Wordings, key: string) =>
        [...new Set([...JSON.stringify(words[key]).matchAll(/\{\w+\}/g)].map(([slot]) => whole(slot)))].sort();
      for (const key of Object.keys(table.vi)) {
        assert.deepEqual(slots(english, key), slots(table.vi, key), key);
        assert.equal(JSON.stringify(table.vi[key]), JSON.stringify(table.vi[key]).normalize('NFC'), `${key} is NFC`);
        assert.notEqual(JSON.stringify(table.vi[key]), '""', key);
      }
    });
  }
});
